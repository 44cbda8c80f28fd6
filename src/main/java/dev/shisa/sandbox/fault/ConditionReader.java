package dev.shisa.sandbox.fault;

import dev.shisa.sandbox.directory.Skus;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Reads an entry that states a condition of the tenant. */
final class ConditionReader {

    private final EntryFields fields;

    ConditionReader(EntryFields fields) {
        this.fields = fields;
    }

    Condition read(JsonNode entry) throws FaultsRefused {
        String label = fields.text(entry.path("condition"), "condition");
        return switch (label) {
            case Condition.RapidWrites.LABEL -> {
                keys(entry, "within", "headers");
                yield new Condition.RapidWrites(fields.duration(entry, "within"),
                        fields.headers(entry.path("headers")));
            }
            case Condition.LicenceChangeLate.LABEL -> {
                keys(entry, "by");
                yield new Condition.LicenceChangeLate(fields.duration(entry, "by"));
            }
            case Condition.DelayedDelicensing.LABEL -> {
                keys(entry);
                yield new Condition.DelayedDelicensing();
            }
            case Condition.RestoreConflict.LABEL -> {
                keys(entry, "of", "from");
                yield new Condition.RestoreConflict(taken(entry.path("of")), fields.count(entry, "from").orElse(1));
            }
            case Condition.NoSeats.LABEL -> {
                keys(entry, "sku");
                yield new Condition.NoSeats(partNumber(entry.path("sku")));
            }
            case Condition.TokenExpires.LABEL -> {
                keys(entry, "after", "every");
                yield new Condition.TokenExpires(fields.wholeNumber(entry.path("after"), "after", 1),
                        fields.flag(entry, "every"));
            }
            case Condition.ServiceHealth.LABEL -> {
                keys(entry, "service", "status");
                yield new Condition.ServiceHealth(
                        oneOf(entry.path("service"), "service", Condition.ServiceHealth.SERVICES.keySet()),
                        oneOf(entry.path("status"), "status", Condition.ServiceHealth.STATUSES));
            }
            case Condition.Quota.LABEL -> new QuotaReader(fields).read(entry);
            default -> throw fields.wrong("does not know the condition '" + label + "'; there are "
                    + String.join(", ", Condition.LABELS));
        };
    }

    private void keys(JsonNode entry, String... more) throws FaultsRefused {
        Set<String> known = new HashSet<>(Set.of(more));
        known.add("condition");
        fields.keys(entry, known);
    }

    private Condition.Taken taken(JsonNode node) throws FaultsRefused {
        String wanted = fields.text(node, "of");
        for (Condition.Taken taken : Condition.Taken.values()) {
            if (taken.label().equals(wanted)) {
                return taken;
            }
        }
        throw fields.wrong("needs userPrincipalName or proxyAddresses for of");
    }

    private String partNumber(JsonNode node) throws FaultsRefused {
        String wanted = fields.text(node, "sku");
        if (Skus.partNumbers().contains(wanted)) {
            return wanted;
        }
        throw fields.wrong("names no product of the sandbox: '" + wanted + "'; there are "
                + String.join(", ", Skus.partNumbers()));
    }

    private String oneOf(JsonNode node, String key, Set<String> known) throws FaultsRefused {
        String wanted = fields.text(node, key);
        if (known.contains(wanted)) {
            return wanted;
        }
        throw fields.wrong("needs one of " + String.join(", ", new TreeSet<>(known)) + " for " + key);
    }
}
