package dev.shisa.powershell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each script of the folder has beside it what is read of it. */
class ParsingCasesTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "powershell", "cases");

    @TestFactory
    Stream<DynamicTest> everyCaseIsReadAsItSays() throws IOException {
        return scripts().stream()
                .map(script -> dynamicTest(String.valueOf(script.getFileName()), () -> check(script)));
    }

    @TestFactory
    Stream<DynamicTest> theLineEndsOfWindowsChangeNothing() throws IOException {
        // A backtick at the end of a word takes one character, so that it takes half of such a line end (Tokenizer.ScanGenericToken).
        return scripts().stream().filter(script -> !script.endsWith("backticks.ps1"))
                .map(script -> dynamicTest(String.valueOf(script.getFileName()), () -> {
                    String text = Files.readString(script);
                    assertEquals(withoutPlaces(Drawn.of(PowerShell.parse(text))),
                            withoutPlaces(Drawn.of(PowerShell.parse(text.replace("\n", "\r\n")))));
                }));
    }

    private static String withoutPlaces(String tree) {
        return tree.replaceAll(" at [0-9]+", "").replace("\\000d", "");
    }

    private static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(one -> one.toString().endsWith(".ps1")).sorted().toList();
        }
    }

    private static void check(Path script) throws IOException {
        String text = Files.readString(script);
        Parsed parsed = PowerShell.parse(text);
        assertEquals(Files.readString(Path.of(script.toString().replace(".ps1", ".tree"))), Drawn.of(parsed));
        Spans.check(text, parsed);
        Covered.check(text, parsed);
    }
}
