package dev.shisa.bench;

import dev.shisa.sandbox.SandboxRefused;
import dev.shisa.sandbox.life.LifeRefused;
import dev.shisa.sandbox.life.LifeSettings;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * One bulk run amid a tenant's life, which goes as often as usual many times faster.
 *
 * @param seed of the life
 * @param accounts of the tenant
 * @param targets of the run
 * @param speed events come this many times as often as usual
 * @param auditDelay from a change to its record, an ISO duration
 */
record LivingDay(long seed, int accounts, int targets, int speed, String auditDelay) {
    private static final Map<String, String> KINDS = Map.of("Disable account", "leaver-disabled", "Add user", "joiner",
            "Change user password", "password-changed", "Add member to role", "role-activated",
            "Remove member from role",
            "role-expired", "Add member to group", "group-changed", "Remove member from group", "group-changed",
            "Change user license", "licence-changed", "Update user", "attributes-blanked", "Delete user",
            "deleted-by-administrator");

    /** Why a run did not go to its end. */
    enum Cause {
        /** It did. */
        NONE,
        /** Something that the audit log says somebody else did. */
        ATTRIBUTABLE,
        /** A small loss, as life brings. */
        SOFT,
        /** Something that no record explains. */
        UNEXPLAINED,
        /** The tenant could not be read. */
        FAULT,
        /** Refused before the first write. */
        REFUSED
    }

    /**
     * How it went.
     *
     * @param seed of the life
     * @param exit code of the process
     * @param status of the run
     * @param seconds from the start of the command to its end
     * @param hours of life in that time, at the usual rates
     * @param done targets
     * @param skipped targets that were not as they were planned for
     * @param overtaken targets that somebody else changed after the write
     * @param background findings in the report that are somebody else's
     * @param events of life during the run, by kind
     * @param cause why it did not go to its end
     * @param why what the program says of that
     */
    record Outcome(long seed, int exit, String status, long seconds, double hours, long done, int skipped,
            int overtaken,
            int background, SortedMap<String, Long> events, Cause cause, List<String> why) {

        String line() {
            return String.format(Locale.ROOT,
                    "seed %d: exit %d %s, %d s = %.1f h of life, done %d, skipped %d, overtaken "
                            + "%d, background findings %d, halt %s, life %s",
                    seed, exit, status, seconds, hours, done, skipped,
                    overtaken, background, cause.name().toLowerCase(Locale.ROOT), events);
        }
    }

    Outcome live() throws IOException, SandboxRefused, LifeRefused {
        LifeSettings life = LifeSettings
                .parse("{\"seed\":" + seed + ",\"speed\":" + speed + ",\"audit\":{\"delay\":\"" + auditDelay + "\"}}");
        try (BenchTenant tenant = BenchTenant.serve("synthetic:" + accounts, Optional.of(life))) {
            Targets chosen = Targets.of(tenant, tenant.accounts(), targets);
            Terminal terminal = tenant.terminal();
            Instant from = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            Terminal.Ended ended = terminal.type("mailbox", "remove", "--keep-identity", "--from",
                    terminal.listed(chosen.names()).toString(), "--execute", "--confirm",
                    chosen.ids().size() + "@contoso.example", "--accept-loss", "licences,mailbox");
            long seconds = Instant.now().getEpochSecond() - from.getEpochSecond();
            List<JsonNode> records = othersSince(tenant, from);
            return outcome(tenant, terminal, ended, seconds, records);
        }
    }

    private Outcome outcome(BenchTenant tenant, Terminal terminal, Terminal.Ended ended, long seconds,
            List<JsonNode> records) throws IOException {
        JsonNode report = ended.run().isPresent() ? terminal.report(ended.run().get()) : ended.result();
        int drifted = 0;
        int overtaken = 0;
        List<String> why = new ArrayList<>();
        report.path("stops").forEach(stop -> why.add(stop.asString()));
        report.path("warnings").forEach(warning -> why.add(warning.asString()));
        report.path("harmed").forEach(person -> why.add("harmed: " + person));
        for (JsonNode person : report.path("not_done")) {
            String state = person.path("state").asString();
            drifted += state.equals("skipped") ? 1 : 0;
            overtaken += state.equals("overtaken") ? 1 : 0;
            if (!state.equals("skipped") && !state.equals("overtaken")) {
                why.add("not done: " + person);
            }
        }
        if (ended.run().isEmpty()) {
            why.add(ended.errors());
        }
        return new Outcome(seed, ended.code(), ended.result().path("status").asString("none"), seconds,
                seconds * speed / 3600.0, report.path("done").asLong(), drifted, overtaken,
                report.path("background").size(),
                kinds(records), cause(tenant, ended, report, records), why);
    }

    private static Cause cause(BenchTenant tenant, Terminal.Ended ended, JsonNode report, List<JsonNode> records) {
        if (ended.run().isEmpty()) {
            return Cause.REFUSED;
        }
        if (ended.code() == 0 || ended.code() == 3) {
            return Cause.NONE;
        }
        String stops = report.path("stops").toString() + report.path("warnings");
        if (stops.contains("could not be read") || tenant.accounts().isEmpty()) {
            return Cause.FAULT;
        }
        if (stops.contains("provably complete")) {
            return Cause.ATTRIBUTABLE;
        }
        Set<String> touchedByOthers = new TreeSet<>();
        records.forEach(record -> record.path("targetResources")
                .forEach(target -> touchedByOthers.add(target.path("id").asString(""))));
        List<JsonNode> named = new ArrayList<>();
        report.path("harmed").forEach(named::add);
        for (JsonNode person : report.path("not_done")) {
            if (Set.of("missing", "unknown", "accepted", "violated").contains(person.path("state").asString())) {
                named.add(person);
            }
        }
        if (named.stream().anyMatch(person -> !touchedByOthers.contains(person.path("id").asString()))) {
            return Cause.UNEXPLAINED;
        }
        return stops.contains("background") && named.isEmpty() ? Cause.SOFT : Cause.ATTRIBUTABLE;
    }

    /** What the directory's log says that others did since then. */
    private static List<JsonNode> othersSince(BenchTenant tenant, Instant from) {
        return tenant.list("/auditLogs/directoryAudits?$top=999&$filter="
                + BenchTenant.encoded("activityDateTime ge " + from)).stream()
                .filter(record -> !record.path("initiatedBy").path("app").path("appId").asString("")
                        .equals(tenant.writer()))
                .toList();
    }

    private static SortedMap<String, Long> kinds(List<JsonNode> records) {
        TreeMap<String, Long> kinds = new TreeMap<>();
        for (JsonNode record : records) {
            Optional.ofNullable(KINDS.get(record.path("activityDisplayName").asString("")))
                    .ifPresent(kind -> kinds.merge(kind, 1L, Long::sum));
        }
        return kinds;
    }
}
