package dev.shisa.lint;

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

/** Files under src/test/resources/lint: good ones load, bad ones and extensions give the mistakes that stand beside them, line by line. */
class CmdletCasesTest {
    private static final Path CASES = Path.of("src/test/resources/lint");
    private static final CmdletTable BASE = base();

    static List<Path> good() throws IOException {
        return files("good");
    }

    static List<Path> bad() throws IOException {
        return files("bad");
    }

    static List<Path> extensions() throws IOException {
        return files("extension");
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(CASES.resolve(folder))) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    private static CmdletTable base() {
        return table(table(CmdletTable.load(CASES.resolve("good/removal.yaml")))
                .with(CASES.resolve("good/listing.yaml")));
    }

    private static CmdletTable table(LoadedCmdlets loaded) {
        return assertInstanceOf(LoadedCmdlets.Loaded.class, loaded, () -> rendered(loaded)).table();
    }

    private static String rendered(LoadedCmdlets loaded) {
        return loaded instanceof LoadedCmdlets.Mistakes mistakes
                ? mistakes.mistakes().stream()
                        .map(m -> m.line() + ":" + m.column() + ": " + m.sentence() + "\n" + m.excerpt() + "\n")
                        .collect(Collectors.joining())
                : "";
    }

    private static String expected(Path file) throws IOException {
        Path expected = file.resolveSibling(String.valueOf(file.getFileName()).replace(".yaml", ".expected"));
        return Files.exists(expected) ? Files.readString(expected, StandardCharsets.UTF_8) : "";
    }

    @ParameterizedTest
    @MethodSource("good")
    void loads(Path file) {
        assertTrue(table(CmdletTable.load(file)).cmdlets().size() > 0);
    }

    @ParameterizedTest
    @MethodSource("bad")
    void tellsEveryMistake(Path file) throws IOException {
        LoadedCmdlets loaded = CmdletTable.load(file);
        assertInstanceOf(LoadedCmdlets.Mistakes.class, loaded);
        assertEquals(expected(file), rendered(loaded));
    }

    @ParameterizedTest
    @MethodSource("extensions")
    void anExtensionSaysAtLeastAsMuch(Path file) throws IOException {
        boolean good = String.valueOf(file.getFileName()).startsWith("good-");
        LoadedCmdlets loaded = BASE.with(file);
        assertEquals(good, loaded instanceof LoadedCmdlets.Loaded, () -> rendered(loaded));
        assertEquals(expected(file), rendered(loaded));
    }

    @Test
    void anEntryOfTheSiteTakesThePlaceOfTheShippedOne() throws IOException {
        CmdletTable more = table(BASE.with(CASES.resolve("extension/good-more.yaml")));
        assertEquals("absent", more.find("remove-thing").orElseThrow().effects().getFirst().becomes());
        assertEquals(BASE.cmdlets().size(), more.cmdlets().size());
        CmdletTable added = table(BASE.with(CASES.resolve("extension/good-new.yaml")));
        assertEquals(BASE.cmdlets().size() + 1, added.cmdlets().size());
        assertTrue(added.find("Remove-Own").isPresent() && added.find("Remove-Thing").isPresent());
    }

    @Test
    void aFileThatIsNotThereIsAMistake() {
        assertInstanceOf(LoadedCmdlets.Mistakes.class, CmdletTable.load(CASES.resolve("nothing.yaml")));
        assertInstanceOf(LoadedCmdlets.Mistakes.class, BASE.with(CASES.resolve("nothing.yaml")));
    }

    @Test
    void thereAreEnoughCases() throws IOException {
        assertTrue(bad().size() >= 60 && extensions().size() >= 25, "cases that are not found test nothing");
    }
}
