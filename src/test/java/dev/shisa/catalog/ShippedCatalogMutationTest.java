package dev.shisa.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each effect with loss, taken from the shipped catalog or made milder, makes the catalog refuse to load. */
class ShippedCatalogMutationTest {
    private static final Pattern EFFECT = Pattern.compile(" +- \\{.*facet: ([a-z]+), becomes: ([a-z-]+),.*\\}\n");
    /** What is milder than each lossy change; a change that is not in the table is not lossy. */
    private static final Map<String, List<String>> MILDER = Map.of("identity soft-deleted", List.of("active"),
            "identity absent", List.of("active", "soft-deleted"), "enabled disabled", List.of("enabled"),
            "mailbox tombstone", List.of("present", "inactive", "present-if-licensed"),
            "licences without-mailbox-plans",
            List.of("with-mailbox-plans", "with-sku, sku: $sku", "with-sku, sku: " + EffectFloorTest.E3),
            "licences without-sku", List.of("with-sku"), "addresses reconciled", List.of());

    private static String shipped() throws IOException {
        return Files.readString(Path.of("commands.yaml"), StandardCharsets.UTF_8);
    }

    static List<String> mutants() throws IOException {
        String text = shipped();
        List<String> mutants = new ArrayList<>();
        Matcher effect = EFFECT.matcher(text);
        while (effect.find()) {
            List<String> milder = MILDER.get(effect.group(1) + " " + effect.group(2));
            if (milder == null) {
                continue;
            }
            mutants.add(text.substring(0, effect.start()) + text.substring(effect.end()));
            for (String change : milder) {
                mutants.add(text.substring(0, effect.start(2)) + change + text.substring(effect.end(2)));
            }
        }
        return mutants;
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("mutants")
    void refuses(String mutant) {
        LoadedCatalog result = CatalogLoader.load(mutant, "mutant");
        assertInstanceOf(LoadedCatalog.Mistakes.class, result);
    }

    @Test
    void everyLossyEffectIsMutated() throws IOException {
        long lossy = ShippedCatalogTest.shipped().commands().stream().flatMap(c -> c.effects().stream())
                .filter(e -> e.change().isLoss()).count();
        assertEquals(9, lossy);
        assertTrue(mutants().size() >= 2 * lossy, "each is removed, and most are weakened");
    }

    @Test
    void withoutItsPreconditionTheGentleLicenceRemovalDoesNotLoad() throws IOException {
        String mutant = shipped().replace("      - option: keep-mailbox\n        requires: mailbox-not-from-sku\n", "");
        assertInstanceOf(LoadedCatalog.Mistakes.class, CatalogLoader.load(mutant, "mutant"));
    }
}
