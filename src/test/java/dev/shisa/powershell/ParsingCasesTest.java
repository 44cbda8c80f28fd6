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
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> scripts = files.filter(one -> one.toString().endsWith(".ps1")).sorted().toList();
            return scripts.stream()
                    .map(script -> dynamicTest(String.valueOf(script.getFileName()), () -> check(script)));
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
