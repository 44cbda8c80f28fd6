package dev.shisa.sandbox.fault;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Reads an entry that puts quotas in force. What it leaves out is as Microsoft documents it: "Microsoft Graph
 * service-specific throttling limits", identity and access, identity and access reports, Outlook.
 */
final class QuotaReader {

    private static final Allowance WRITES = new Allowance(3_000, Duration.ofSeconds(150));
    private static final Allowance TENANT_WRITES = new Allowance(18_000, Duration.ofMinutes(5));
    private static final Allowance REPORTS = new Allowance(5, Duration.ofSeconds(10));
    private static final Allowance MAILBOX = new Allowance(10_000, Duration.ofMinutes(10));
    private static final int MAILBOX_CONCURRENT = 4;
    /** Accounts of a tenant of each size. */
    private static final Map<String, Integer> SIZES = Map.of("S", 1, "M", 50, "L", 501);
    /** So that a window's nanoseconds are far from the greatest number. */
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final EntryFields fields;

    QuotaReader(EntryFields fields) {
        this.fields = fields;
    }

    Condition.Quota read(JsonNode entry) throws FaultsRefused {
        fields.keys(entry, Set.of("condition", "tenant", "units", "writes", "tenant_writes", "reports", "mailbox",
                "mailbox_concurrent", "decimal"));
        return new Condition.Quota(units(entry), allowance(entry, "writes", WRITES),
                allowance(entry, "tenant_writes", TENANT_WRITES), allowance(entry, "reports", REPORTS),
                allowance(entry, "mailbox", MAILBOX),
                fields.count(entry, "mailbox_concurrent").orElse(MAILBOX_CONCURRENT), fields.flag(entry, "decimal"));
    }

    private Optional<Allowance> units(JsonNode entry) throws FaultsRefused {
        if (!entry.has("tenant")) {
            return entry.has("units") ? Optional.of(allowance(entry, "units")) : Optional.empty();
        }
        if (entry.has("units")) {
            throw fields.wrong("has both tenant and units; the size of the tenant only says how many units there are");
        }
        Integer accounts = SIZES.get(fields.text(entry.path("tenant"), "tenant"));
        if (accounts == null) {
            throw fields.wrong("needs S, M or L for tenant");
        }
        return Optional.of(QuotaDesk.unitsOf(accounts));
    }

    private Allowance allowance(JsonNode entry, String key, Allowance documented) throws FaultsRefused {
        return entry.has(key) ? allowance(entry, key) : documented;
    }

    private Allowance allowance(JsonNode entry, String key) throws FaultsRefused {
        JsonNode node = entry.path(key);
        if (!node.isObject()) {
            throw fields.wrong("needs a limit and a per, such as {limit: 300, per: PT15S}, for " + key);
        }
        fields.keys(node, Set.of("limit", "per"));
        int limit = fields.wholeNumber(node.path("limit"), "limit", 1);
        Duration per = fields.duration(node, "per");
        if (per.compareTo(SHORTEST) < 0 || per.compareTo(LONGEST) > 0) {
            throw fields.wrong("needs a per between PT0.001S and PT24H for " + key);
        }
        return new Allowance(limit, per);
    }
}
