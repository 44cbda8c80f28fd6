package dev.shisa.bench;

import dev.shisa.account.AccountId;
import dev.shisa.journal.TargetState;
import dev.shisa.sandbox.SandboxRefused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * One bulk run on a tenant that misbehaves from an account on. What strikes the way back is met by an undo of a run that went well.
 *
 * @param kind what the tenant does
 * @param from the first account struck, in the order of the first accepted writes, rehearsal accounts included
 * @param seed what the tenant holds
 * @param targets how many accounts are named
 */
record MisbehaviourCase(String kind, int from, String seed, int targets) {

    /**
     * What came of it.
     *
     * @param kind what the tenant did
     * @param from the first account struck
     * @param ended which command ended how
     * @param written accounts written by that command
     * @param writtenAfter those of them that were first written after the first one that was struck
     * @param exposure how many that may be
     * @param harmed accounts that the tenant says are harmed
     * @param named those of them of which each harmed facet is named
     * @param wrongClaims accounts that are told as done and are not
     * @param violations what must not be, a sentence each
     */
    record Row(String kind, int from, String ended, int written, int writtenAfter, int exposure, int harmed, int named,
            int wrongClaims, List<String> violations) {
        static final String HEAD = String.format(Locale.ROOT, "%-18s %4s  %-26s %8s %14s %9s %7s %6s %13s",
                "misbehaviour", "k", "ended", "written", "after the 1st", "exposure", "harmed", "named",
                "wrong claims");

        String line() {
            return String.format(Locale.ROOT, "%-18s %4d  %-26s %8d %14d %9d %7d %6d %13d", kind, from, ended, written,
                    writtenAfter, exposure, harmed, named, wrongClaims);
        }
    }

    Row play() throws IOException, SandboxRefused {
        try (BenchTenant tenant = BenchTenant.serve(seed, Optional.empty())) {
            SortedMap<String, JsonNode> before = tenant.accounts();
            Targets chosen = Targets.of(tenant, before, targets);
            String domain = chosen.names().getFirst().replaceFirst(".*@", "");
            tenant.faults("[{\"misbehave\":\"" + kind + "\",\"from\":" + from + "}]");
            Terminal terminal = tenant.terminal();
            long seen = tenant.last();
            Terminal.Ended ended = terminal.type("mailbox", "remove", "--from",
                    terminal.listed(chosen.names()).toString(), "--keep-identity", "--execute", "--confirm",
                    chosen.ids().size() + "@" + domain, "--accept-loss", "licences,mailbox");
            boolean undo = kind.equals("new-mailbox") && ended.code() == 0;
            List<String> order = Truth.accepted(tenant.writes(seen));
            if (undo) {
                seen = tenant.last();
                Terminal.Ended plan = terminal.type("undo", ended.run().orElseThrow());
                ended = terminal.type(undoWords(ended.run().orElseThrow(), plan));
            }
            return row(undo, before, tenant, terminal, ended, seen, order);
        }
    }

    private static String[] undoWords(String run, Terminal.Ended plan) {
        List<String> words = new ArrayList<>(
                List.of("undo", run, "--execute", "--confirm", plan.result().path("confirm").asString()));
        List<String> losses = new ArrayList<>();
        plan.result().path("loss").forEach(loss -> losses.add(loss.asString()));
        if (!losses.isEmpty()) {
            words.addAll(List.of("--accept-loss", String.join(",", losses)));
        }
        return words.toArray(String[]::new);
    }

    private Row row(boolean undo, SortedMap<String, JsonNode> before, BenchTenant tenant, Terminal terminal,
            Terminal.Ended ended, long seen, List<String> order) throws IOException {
        Truth truth = new Truth(before, tenant.accounts());
        List<String> written = Truth.accepted(tenant.writes(seen));
        JsonNode report = ended.run().isPresent() ? terminal.report(ended.run().get()) : ended.result();
        int exposure = report.path("exposure").asInt(1);
        SortedMap<String, SortedSet<String>> harmed = truth.harmed(new HashSet<>(order), false);
        List<String> violations = new ArrayList<>();
        Set<String> struck = order.size() < from ? Set.of() : new HashSet<>(order.subList(from - 1, order.size()));
        int first = 0;
        while (first < written.size() && !struck.contains(written.get(first))) {
            first++;
        }
        int after = Math.max(0, written.size() - first - 1);
        if (after > exposure) {
            violations.add(after + " accounts were written after the first one that was struck; exposure " + exposure);
        }
        Set<String> named = new TreeSet<>(harmed.keySet());
        if (ended.run().isPresent()) {
            harmed.forEach((id, facets) -> {
                List<String> unnamed = Harms.unnamed(new java.util.TreeMap<>(Map.of(id, facets)), report, truth);
                violations.addAll(unnamed);
                if (!unnamed.isEmpty()) {
                    named.remove(id);
                }
            });
        } else {
            harmed.forEach((id, facets) -> facets.stream().filter(facet -> !ended.errors().contains(facet))
                    .forEach(facet -> {
                        violations.add("harm not named: " + truth.name(id) + " " + facet + " in: " + ended.errors());
                        named.remove(id);
                    }));
        }
        List<String> claims = ended.run().isPresent()
                ? claims(undo, before, truth, terminal, ended, report)
                : List.of();
        violations.addAll(claims);
        if (ended.code() == 0 && first < written.size()) {
            violations.add("exit code 0 although accounts were struck");
        }
        return new Row(kind, from,
                (undo ? "undo " : "") + ended.result().path("status").asString() + " " + ended.code(),
                written.size(), first == written.size() ? 0 : after, exposure, harmed.size(), named.size(),
                claims.size(), violations);
    }

    private static List<String> claims(boolean undo, SortedMap<String, JsonNode> before, Truth truth, Terminal terminal,
            Terminal.Ended ended, JsonNode report) throws IOException {
        List<String> wrong = new ArrayList<>();
        Map<AccountId, TargetState> states = terminal.states(ended.run().orElseThrow());
        long done = 0;
        for (Map.Entry<AccountId, TargetState> entry : states.entrySet()) {
            String id = entry.getKey().value();
            boolean isDone = undo
                    ? truth.account(id).equals(before.get(id))
                    : truth.isDone(id, false);
            done += isDone ? 1 : 0;
            if (entry.getValue() == TargetState.VERIFIED && !isDone) {
                wrong.add("told as done: " + truth.name(id) + " " + truth.account(id));
            }
        }
        if (!undo && report.path("judgements").path("met").asLong() > 2 * done) {
            wrong.add("met is " + report.path("judgements").path("met") + " and " + done + " accounts are done");
        }
        if (report.path("done").asLong() > done) {
            wrong.add("done is " + report.path("done") + " and " + done + " accounts are done");
        }
        return wrong;
    }
}
