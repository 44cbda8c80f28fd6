package dev.shisa.catalog;

import dev.shisa.yaml.Findings;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.FacetValue.Mailbox;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** The words in which the catalog declares what becomes of a facet. */
final class ChangeReader {
    private static final Map<Facet, SequencedMap<String, Function<String, Change>>> WORDS = words();

    private ChangeReader() {
    }

    /** The declared change; empty when it cannot be read, and the findings say why. */
    static Optional<Change> read(JsonNode effect, String place, Findings findings) {
        if (findings.isTouched(place)) {
            return Optional.empty();
        }
        String facet = effect.path("facet").asString("");
        String becomes = effect.path("becomes").asString("");
        Map<String, Function<String, Change>> known = Facet.parse(facet).map(WORDS::get).orElseGet(TreeMap::new);
        Function<String, Change> change = known.get(becomes);
        if (change == null) {
            findings.at(Findings.child(place, "becomes"), "no declared change of " + facet + " is called '" + becomes
                    + "'; there are " + String.join(", ", known.keySet()));
            return Optional.empty();
        }
        String sku = effect.path("sku").asString("");
        return skuMistake(becomes.endsWith("-sku"), sku).map(sentence -> {
            findings.at(Findings.child(place, "sku"), sentence);
            return Optional.<Change>empty();
        }).orElseGet(() -> Optional.of(change.apply(Sku.folded(sku))));
    }

    private static Optional<String> skuMistake(boolean wanted, String sku) {
        if (!wanted) {
            return sku.isEmpty() ? Optional.empty() : Optional.of("this change is not about one SKU");
        }
        return sku.equals(Placeholder.SKU.text()) || Sku.isId(sku)
                ? Optional.empty()
                : Optional.of("'sku' must be a SKU id or " + Placeholder.SKU.text());
    }

    private static Map<Facet, SequencedMap<String, Function<String, Change>>> words() {
        EnumMap<Facet, SequencedMap<String, Function<String, Change>>> words = new EnumMap<>(Facet.class);
        SequencedMap<String, Function<String, Change>> identity = new TreeMap<>();
        for (Identity state : Identity.values()) {
            identity.put(state.name().toLowerCase(Locale.ROOT).replace('_', '-'), _ -> new Change.ToIdentity(state));
        }
        SequencedMap<String, Function<String, Change>> mailbox = new TreeMap<>();
        for (Mailbox.State state : Mailbox.State.values()) {
            mailbox.put(state.label(), _ -> new Change.ToMailbox(state));
        }
        mailbox.put("present-if-licensed", _ -> new Change.MayGainMailbox());
        words.put(Facet.IDENTITY, identity);
        words.put(Facet.MAILBOX, mailbox);
        words.put(Facet.ENABLED, new TreeMap<>(Map.of("enabled", _ -> new Change.ToEnabled(true), "disabled",
                _ -> new Change.ToEnabled(false))));
        words.put(Facet.LICENCES, new TreeMap<>(Map.of("without-mailbox-plans", _ -> new Change.WithoutMailboxPlans(),
                "with-mailbox-plans", _ -> new Change.WithMailboxPlans(), "without-sku", Change.WithoutSku::new,
                "with-sku", Change.WithSku::new)));
        words.put(Facet.ADDRESSES, new TreeMap<>(Map.of("reconciled", _ -> new Change.MayLoseAddresses())));
        return words;
    }
}
