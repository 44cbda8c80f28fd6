package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HelpLanguageTest {

    private static String help(Map<String, String> environment, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertEquals(0, Main.run(words, environment, Path.of("nowhere"), stream, stream));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void headingsCommandsOptionsAndParametersAreInJapanese() {
        String help = help(Map.of(), "run", "status", "--help", "--lang", "ja");
        assertTrue(help.startsWith("使い方:\n  shisa run status"), help);
        assertTrue(help.contains("実行の現在の状況"), help);
        assertTrue(help.contains("誰も作業しなくなるまで"), help);
        assertTrue(help.contains("実行の名前。省略すると"), help);
        assertTrue(help.contains("計画、実行、証拠の保存先。"), help);
        assertFalse(help.contains("Name of the run"), help);
    }

    @Test
    void commandsOfTheCatalogSpeakTheLanguageThatIsTypedWithThem() {
        String help = help(Map.of(), "mailbox", "remove", "--help", "--lang", "ja");
        assertTrue(help.contains("アカウントからメールボックスを削除します。"), help);
        assertTrue(help.contains("何も書き込みません"), help);
        assertTrue(help.contains("本人は引き続きサインイン"), help);
        assertFalse(help.contains("Accounts"), help);
        assertTrue(help(Map.of(), "mailbox", "--help", "--lang", "ja").contains("mailbox に対するコマンド。"));
    }

    @Test
    void theListOfCommandsIsToo() {
        String help = help(Map.of("LANG", "ja_JP.UTF-8"), "plan", "--help");
        assertTrue(help.contains("コマンド:\n"), help);
        assertTrue(help.contains("保存先の計画 (古い順)。"), help);
    }

    @Test
    void everybodyElseReadsEnglish() {
        String help = help(Map.of("LANG", "de_DE.UTF-8"), "run", "show", "--help");
        assertTrue(help.startsWith("Usage: shisa run show"), help);
        assertTrue(help.contains("Name of the run."), help);
    }
}
