package dev.shisa.catalog;

import dev.shisa.yaml.Mistake;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.account.ShapeTrait;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bounds, unreadable files, the shape of mistakes, and digests. */
class CatalogLoaderTest {
    private static List<Mistake> mistakes(LoadedCatalog result) {
        return assertInstanceOf(LoadedCatalog.Mistakes.class, result).mistakes();
    }

    private static String base() throws IOException {
        return Files.readString(Path.of("src/test/resources/catalog/good/base.yaml"), StandardCharsets.UTF_8);
    }

    @Test
    void refusesWhatItCannotRead(@TempDir Path folder) throws IOException {
        assertTrue(mistakes(CatalogLoader.load(folder.resolve("none.yaml"))).getFirst().sentence()
                .startsWith("the file cannot be read"));
        assertTrue(mistakes(CatalogLoader.load(folder)).getFirst().sentence().startsWith("the file cannot be read"));
        Path latin = Files.write(folder.resolve("latin.yaml"), new byte[]{'a', ':', ' ', (byte) 0xE9});
        assertEquals("the file is not UTF-8", mistakes(CatalogLoader.load(latin)).getFirst().sentence());
        Path large = Files.writeString(folder.resolve("large.yaml"), "#".repeat(1 << 20) + "\n");
        assertEquals("the file is larger than 1048576 bytes",
                mistakes(CatalogLoader.load(large)).getFirst().sentence());
    }

    @Test
    void refusesMoreThanTwoHundredCommands() throws IOException {
        String base = base();
        String entry = base.substring(base.indexOf("  - noun"));
        List<Mistake> mistakes = mistakes(CatalogLoader.load(base + entry.repeat(50), "many"));
        assertEquals(List.of("at most 200 may stand here"), mistakes.stream().map(Mistake::sentence).toList());
    }

    @Test
    void tellsAHundredMistakesAndThatThereAreMore() {
        StringBuilder text = new StringBuilder("format_version: \"1.0\"\ncommands: []\n");
        for (int i = 0; i < 150; i++) {
            text.append("x").append(i).append(": y\n");
        }
        List<Mistake> mistakes = mistakes(CatalogLoader.load(text.toString(), "many"));
        assertEquals(101, mistakes.size());
        assertEquals("and so on: 51 more mistakes from here", mistakes.getLast().sentence());
    }

    @Test
    void tensOfThousandsOfMistakesOnOneLineTakeSeconds() {
        String line = "{" + "a: b, ".repeat(150_000) + "a: b}";
        assertTimeout(Duration.ofSeconds(20), () -> mistakes(CatalogLoader.load(line, "line")));
        assertTimeout(Duration.ofSeconds(20), () -> mistakes(CatalogLoader.load("[".repeat(1 << 20), "deep")));
    }

    @Test
    void aDigestFollowsTheContentOfItsEntryOnly() throws IOException {
        Catalog base = loaded(base());
        Catalog changed = loaded(
                base().replace("within: PT10M}\n    shaped_by: [kind]\n    undo:\n      - {command: user r",
                        "within: PT11M}\n    shaped_by: [kind]\n    undo:\n      - {command: user r"));
        assertNotEquals(base.digest(), changed.digest());
        assertNotEquals(base.find("user delete").orElseThrow().digest(),
                changed.find("user delete").orElseThrow().digest());
        assertEquals(base.find("user", "restore"), changed.find("user", "restore"));
        assertEquals(64, base.find("user", "restore").orElseThrow().digest().length());
    }

    private static Catalog loaded(String text) {
        return assertInstanceOf(LoadedCatalog.Loaded.class, CatalogLoader.load(text, "text")).catalog();
    }

    @Test
    void noDamageMakesItThrowOrBelieve() throws IOException {
        Random random = new Random(20120401);
        String base = base();
        for (int i = 0; i < 1500; i++) {
            StringBuilder damaged = new StringBuilder(base);
            for (int j = random.nextInt(3); j >= 0; j--) {
                int at = random.nextInt(damaged.length());
                switch (random.nextInt(3)) {
                    case 0 -> damaged.deleteCharAt(at);
                    case 1 -> damaged.insert(at, "{}[]:,-*&!|>'\"%@`~#\n\t ?0".charAt(random.nextInt(24)));
                    default -> damaged.delete(at, Math.min(damaged.length(), at + random.nextInt(60)));
                }
            }
            switch (CatalogLoader.load(damaged.toString(), "damaged")) {
                case LoadedCatalog.Loaded loaded -> loaded.catalog().commands().forEach(CatalogLoaderTest::isHonest);
                case LoadedCatalog.Mistakes mistakes -> assertFalse(mistakes.mistakes().isEmpty());
            }
        }
    }

    private static void isHonest(Command command) {
        for (SortedSet<String> options : DecisionCheck.combinations(command)) {
            TreeMap<String, String> parameters = new TreeMap<>();
            command.parameters().forEach(p -> parameters.put(p.name(), "$sku"));
            Decision decision = new Decision(command, options, parameters);
            for (Step step : command.steps()) {
                Floor floor = EffectFloor.of(step, Set.copyOf(command.preconditions(options)));
                if (step.option().isEmpty() || options.contains(step.option().get())) {
                    assertTrue(assertInstanceOf(Floor.Known.class, floor).harms().stream().allMatch(harm -> decision
                            .contract().effects().stream().anyMatch(e -> harm.isAdmittedBy(e.change()))));
                }
            }
        }
    }

    @Test
    void theSchemaKnowsTheWordsOfTheProgram() throws IOException {
        try (InputStream in = CatalogLoader.class.getResourceAsStream(CatalogLoader.SCHEMA)) {
            JsonNode definitions = JsonMapper.shared().readTree(in).path("$defs");
            assertEquals(labels(ShapeTrait.values(), ShapeTrait::label),
                    words(definitions.at("/command/properties/shaped_by/items/enum")));
            assertEquals(labels(Precondition.values(), Precondition::label),
                    words(definitions.at("/precondition/properties/requires/enum")));
            assertEquals(labels(Impact.values(), Impact::label),
                    words(definitions.at("/command/properties/impact/enum")));
        }
    }

    private static <T> Set<String> labels(T[] values, java.util.function.Function<T, String> label) {
        return new TreeSet<>(Arrays.stream(values).map(label).toList());
    }

    private static Set<String> words(JsonNode node) {
        return new TreeSet<>(node.valueStream().map(JsonNode::asString).toList());
    }
}
