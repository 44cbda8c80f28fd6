package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.diag.ExitStatus;
import dev.shisa.manual.Topic;
import dev.shisa.manual.Topics;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelpTest {
    @TempDir
    private Path folder;

    private Result help(String... words) {
        List<String> line = new java.util.ArrayList<>(List.of("help"));
        line.addAll(List.of(words));
        return Shell.embedded(folder).raw(line);
    }

    @Test
    void topicsAreListed() {
        Result listed = help().exits(0);
        Topics.all().forEach(topic -> listed.shows(topic.name(), topic.title().toString()));
    }

    @Test
    void everyTopicIsToldInBothLanguages() {
        for (Topic topic : Topics.all()) {
            String english = help(topic.name()).exits(0).out();
            String japanese = help(topic.name(), "--lang", "ja").exits(0).out();
            assertTrue(english.startsWith(topic.title() + "\n"), english);
            assertFalse(english.codePoints().anyMatch(HelpTest::isJapanese), english);
            assertTrue(japanese.codePoints().anyMatch(HelpTest::isJapanese), japanese);
            assertTrue(english.lines().allMatch(line -> line.length() <= 100), english);
        }
    }

    private static boolean isJapanese(int letter) {
        return letter >= 0x3000 && letter < 0xa000;
    }

    @Test
    void everyExitCodeIsExplained() {
        List<String> lines = help("exit-codes").exits(0).out().lines().map(String::strip).toList();
        for (ExitStatus status : ExitStatus.values()) {
            assertEquals(1,
                    lines.stream().filter(line -> line.matches(status.code() + " +\\Q" + status.meaning() + "\\E"))
                            .count(),
                    status.name());
        }
    }

    @Test
    void aCommandIsExplainedAsItExplainsItself() {
        String asked = Shell.embedded(folder).raw(List.of("mailbox", "remove", "--help")).exits(0).out();
        assertEquals(asked, help("mailbox", "remove").exits(0).out());
        assertTrue(help("undo").exits(0).out().startsWith("Usage: shisa undo "));
    }

    @Test
    void whatIsNeitherIsRefused() {
        help("mailbox", "burn").exits(2).tells("neither a topic nor a command", "mailbox burn");
        help("nonsense").exits(2);
        help("recovery", "exit-codes").exits(2);
    }

    @Test
    void whatIsMistypedIsNotGuessedButLookedFor() {
        Shell shell = Shell.embedded(folder);
        shell.raw(List.of("mailbx", "remove", "--all")).exits(2).tells("Perhaps you mean mailbox");
        shell.raw(List.of("run", "shwo", "x")).exits(2).tells("Perhaps you mean show. All there is: shisa run --help");
        shell.raw(List.of("mailbox", "remove", "--all", "--keep-identiy")).exits(2)
                .tells("Perhaps you mean --keep-identity.");
        shell.raw(List.of("qqq")).exits(2).tells("Look at the options: shisa --help");
    }

    @Test
    void aMachineIsToldTheEnglish() {
        Result english = Shell.embedded(folder).json("help", "recovery").exits(0);
        Result japanese = Shell.embedded(folder).json("help", "recovery", "--lang", "ja").exits(0);
        assertEquals(english.lines("document"), japanese.lines("document"));
    }
}
