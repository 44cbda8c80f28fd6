package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The screens of the main job, as they are shown in docs/screens. What is different each time (names, times, digests) stands there as zeros of the
 * same length. {@code -Dscreens=write} writes the files anew; then they have to be read.
 */
class ScreensTest {
    private static final Path CAPTURES = Path.of("docs/screens");
    private static final Pattern NAME = Pattern.compile("\\d{8}-\\d{6}-[0-9a-f]{6}");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    private static final Pattern DIGEST = Pattern.compile("\\b[0-9a-f]{64}\\b");

    @TempDir
    private Path folder;

    private String typed(int columns, String language, String... words) {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        PrintStream terminal = new PrintStream(screen, true, StandardCharsets.UTF_8);
        Environment environment = new Environment(Map.of("HOME", folder.toString(), "SHISA_LANG", language),
                folder.resolve("machine"));
        Main.run(words, environment, InputStream.nullInputStream(), terminal, terminal,
                new Surface(() -> columns, false));
        return screen.toString(StandardCharsets.UTF_8);
    }

    private String settled(String text) {
        String names = NAME.matcher(text.replace(folder.toString(), "/home/admin"))
                .replaceAll("00000000-000000-000000");
        String instants = INSTANT.matcher(names).replaceAll("0000-00-00T00:00:00Z");
        return DIGEST.matcher(instants).replaceAll("0".repeat(64));
    }

    private static String named(String text, String name) {
        Matcher found = Pattern.compile(name).matcher(text);
        assertTrue(found.find(), text);
        return found.group();
    }

    @ParameterizedTest
    @CsvSource({"80, en", "80, ja", "200, en", "200, ja"})
    void theMainJobLooksAsItIsShown(int columns, String language) throws IOException {
        typed(columns, language, "sandbox", "reset", "--seed", "small");
        StringBuilder captured = new StringBuilder();
        String plan = capture(captured, columns, language, "mailbox remove --all --keep-identity");
        String confirm = named(plan, "\\d+@contoso\\.example");
        String execute = "mailbox remove --all --keep-identity --execute --confirm " + confirm + " --accept-loss ";
        capture(captured, columns, language, execute + "mailbox");
        String run = named(capture(captured, columns, language, execute + "licences,mailbox"),
                "run-" + NAME.pattern() + "(?=: )");
        capture(captured, columns, language, "undo " + run);
        String text = captured.toString();
        text.lines().filter(line -> !line.startsWith("$ ") && !line.startsWith("  shisa ")).forEach(
                line -> assertTrue(Layout.width(line) <= columns, "wider than " + columns + ": " + line));
        Path file = CAPTURES.resolve("main-job-" + columns + "-" + language + ".txt");
        if ("write".equals(System.getProperty("screens"))) {
            Files.createDirectories(CAPTURES);
            Files.writeString(file, text);
        }
        assertEquals(Files.readString(file), text);
    }

    private String capture(StringBuilder captured, int columns, String language, String line) {
        String screen = typed(columns, language, line.split(" "));
        captured.append("$ ").append(settled("shisa " + line)).append('\n').append(settled(screen)).append('\n');
        return screen;
    }
}
