package dev.shisa.catalog;

import dev.shisa.yaml.Mistake;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.shisa.account.Facet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the shipped commands.yaml promises to other people's scripts. */
class ShippedCatalogTest {
    private static final String SKU = "05E9A617-0261-4CEE-BB44-138D3EF5D965";

    static Catalog shipped() {
        return switch (CatalogLoader.shipped()) {
            case LoadedCatalog.Loaded loaded -> loaded.catalog();
            case LoadedCatalog.Mistakes mistakes -> fail(mistakes.mistakes().stream().map(Mistake::render)
                    .collect(Collectors.joining("\n")));
        };
    }

    private static Decision decision(String name, String option) {
        Command command = shipped().find(name).orElseThrow();
        SortedSet<String> options = option.isEmpty() ? new TreeSet<>() : new TreeSet<>(List.of(option));
        Map<String, String> parameters = command.parameters().isEmpty() ? Map.of() : Map.of("sku", SKU);
        return new Decision(command, options, new TreeMap<>(parameters));
    }

    @ParameterizedTest
    @CsvSource({"mailbox remove, keep-identity, 'mailbox,licences'", "mailbox remove, discard-identity, identity",
            "mailbox restore, '', ''", "user delete, '', identity", "user restore, keep-addresses, ''",
            "user restore, strip-conflicting-addresses, addresses", "user disable, '', enabled", "user enable, '', ''",
            "user purge, '', identity", "license remove, keep-mailbox, licences",
            "license remove, lose-mailbox, 'mailbox,licences'", "license assign, '', ''"})
    void losesExactly(String name, String option, String loss) {
        assertEquals(loss, decision(name, option).contract().loss().stream().map(Facet::label)
                .collect(Collectors.joining(",")));
    }

    @Test
    void holdsTheseCommandsInThisOrder() {
        assertEquals(List.of("mailbox remove", "mailbox restore", "user delete", "user restore", "user disable",
                "user enable", "user purge", "license remove", "license assign"),
                shipped().commands().stream().map(Command::name).toList());
    }

    @Test
    void everyLossHasAnUndoOfThirtyDaysButThePurge() {
        for (Command command : shipped().commands()) {
            for (SortedSet<String> options : DecisionCheck.combinations(command)) {
                Optional<Command.Undo> undo = command.undo(options);
                boolean none = command.name().equals("user purge") || command.name().equals("license assign");
                assertEquals(none, undo.isEmpty(), command.name());
                undo.ifPresent(u -> assertEquals(Duration.ofDays(30), u.within(), command.name()));
            }
        }
    }

    @Test
    void undoOfARemovalIsDecidedCompletely() {
        Command.Undo undo = decision("mailbox remove", "discard-identity").undo().orElseThrow();
        assertEquals("user restore", undo.command());
        assertEquals(new TreeSet<>(List.of("keep-addresses")), undo.options());
    }

    @Test
    void japaneseTextsAreJapanese() {
        for (Command command : shipped().commands()) {
            List<Texts> texts = new java.util.ArrayList<>(List.of(command.summary(), command.recovery()));
            command.choices().forEach(c -> c.options().forEach(o -> texts.add(o.consequence())));
            command.parameters().forEach(p -> texts.add(p.meaning()));
            command.undo().forEach(u -> texts.add(u.worth()));
            for (Texts text : texts) {
                assertTrue(text.japanese().codePoints().anyMatch(c -> c >= 0x3040), text.japanese());
                assertTrue(text.english().codePoints().allMatch(c -> c < 0x2000), text.english());
            }
        }
    }

    @Test
    void commentsChangeTheDigestOfTheFileAndNoDigestOfACommand() throws IOException {
        String text = Files.readString(Path.of("commands.yaml"), StandardCharsets.UTF_8);
        Catalog with = loaded(CatalogLoader.load(text + "# one more comment\n", "commands.yaml"));
        assertTrue(!with.digest().equals(shipped().digest()));
        assertEquals(shipped().commands(), with.commands());
        Catalog other = loaded(CatalogLoader.load(text.replace("user enable", "user enable "), "commands.yaml"));
        assertEquals(shipped().commands().size(), other.commands().size());
    }

    private static Catalog loaded(LoadedCatalog result) {
        return result instanceof LoadedCatalog.Loaded loaded ? loaded.catalog() : fail(result.toString());
    }
}
