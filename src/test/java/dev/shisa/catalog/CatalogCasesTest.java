package dev.shisa.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files under src/test/resources/catalog: good ones load, bad ones give the mistakes that stand beside them, line by line. */
class CatalogCasesTest {
    private static final Path CASES = Path.of("src/test/resources/catalog");

    static List<Path> good() throws IOException {
        return files("good");
    }

    static List<Path> bad() throws IOException {
        return files("bad");
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(CASES.resolve(folder))) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("good")
    void loads(Path file) {
        assertInstanceOf(LoadedCatalog.Loaded.class, CatalogLoader.load(file), () -> rendered(file));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void tellsEveryMistake(Path file) throws IOException {
        Path expected = file.resolveSibling(file.getFileName().toString().replace(".yaml", ".expected"));
        assertEquals(Files.readString(expected, StandardCharsets.UTF_8), rendered(file));
    }

    private static String rendered(Path file) {
        return CatalogLoader.load(file) instanceof LoadedCatalog.Mistakes mistakes
                ? mistakes.mistakes().stream()
                        .map(m -> m.line() + ":" + m.column() + ": " + m.sentence() + "\n" + m.excerpt() + "\n")
                        .collect(Collectors.joining())
                : "";
    }

    @Test
    void thereAreEnoughCases() throws IOException {
        assertTrue(bad().size() >= 90, "cases that are not found test nothing");
    }
}
