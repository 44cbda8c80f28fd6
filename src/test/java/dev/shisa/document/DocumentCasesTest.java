package dev.shisa.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every file of the folder holds the passages that stand beside it. */
class DocumentCasesTest {
    private static final Path FOLDER = Path.of("src/test/resources/document");
    private static final String EXPECTED = ".expected";

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(FOLDER)) {
            return all.filter(Files::isRegularFile).filter(file -> !file.toString().endsWith(EXPECTED)).sorted()
                    .toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyFileHoldsWhatStandsBesideIt() throws IOException {
        return files().stream().map(file -> dynamicTest(String.valueOf(file.getFileName()), () -> {
            Reading.Understood reading = Readings.understood(file.toString(), Files.readAllBytes(file));
            assertEquals(Files.readString(Path.of(file + EXPECTED)), Readings.shown(reading));
            boolean escapes = reading.lines().stream().anyMatch(line -> line.contains("&") || line.contains("\u00A5"));
            Readings.assertPlaces(reading, !escapes);
        }));
    }

    @Test
    void everyExpectationHasItsFile() throws IOException {
        try (Stream<Path> all = Files.walk(FOLDER)) {
            List<Path> expectations = all.filter(file -> file.toString().endsWith(EXPECTED)).toList();
            assertEquals(files().size(), expectations.size());
            assertTrue(expectations.size() >= 15, "only " + expectations.size() + " cases");
        }
    }
}
