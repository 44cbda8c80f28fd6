package dev.shisa.bench;

import dev.shisa.account.AccountId;
import dev.shisa.diag.ExitStatus;
import dev.shisa.journal.RunStatus;
import dev.shisa.journal.TargetState;
import dev.shisa.sandbox.SandboxRefused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;

/**
 * One run of a bulk command on a tenant of its own with these faults.
 *
 * @param faults what is wrong with the tenant
 * @param identity whether the identities are discarded, else only the mailboxes
 * @param seed what the tenant holds
 * @param targets how many accounts are named
 */
record FaultCase(FaultList faults, boolean identity, String seed, int targets) {

    /**
     * What is wrong with how it ended; three empty lists where nothing is.
     *
     * @param label the case
     * @param ending status and exit code
     * @param seconds how long it took
     * @param unnamed why the ending has no name
     * @param disagreements what is told otherwise than it is
     * @param doubles accounts that were written again although nobody knew of the first time
     * @param said what the run says for itself
     */
    record Outcome(String label, String ending, long seconds, List<String> unnamed, List<String> disagreements,
            List<String> doubles, String said) {
        boolean isWrong() {
            return !unnamed.isEmpty() || !disagreements.isEmpty() || !doubles.isEmpty();
        }

        String line() {
            return label + ": " + ending + ", " + seconds + " s, unnamed " + unnamed + ", disagreements "
                    + disagreements
                    + ", double writes " + doubles + " | " + said;
        }
    }

    Outcome play() throws IOException, SandboxRefused {
        long start = System.nanoTime();
        String label = faults.label() + (identity ? " discard" : "")
                + (faults.shortened().isEmpty() ? "" : " " + faults.shortened());
        try (BenchTenant tenant = BenchTenant.serve(seed, Optional.empty())) {
            SortedMap<String, JsonNode> before = tenant.accounts();
            Targets chosen = Targets.of(tenant, before, targets);
            Optional<String> refused = tenant.faults(faults.json());
            if (refused.isPresent()) {
                return new Outcome(label, "faults that exclude each other", 0, List.of(), List.of(), List.of(),
                        refused.get());
            }
            long seen = tenant.last();
            Terminal terminal = tenant.terminal();
            Terminal.Ended ended = terminal.type("mailbox", "remove", "--from",
                    terminal.listed(chosen.names()).toString(),
                    identity ? "--discard-identity" : "--keep-identity", "--execute", "--confirm",
                    chosen.names().size() + "@contoso.example", "--accept-loss",
                    identity ? "identity" : "licences,mailbox");
            tenant.faults("[]");
            Truth truth = new Truth(before, tenant.accounts());
            List<JsonNode> writes = tenant.writes(seen).stream()
                    .filter(write -> write.path("app").asString("").equals(tenant.writer()))
                    .filter(write -> !truth.name(write.path("account").asString()).startsWith("rehearsal-")).toList();
            String status = ended.result().path("status").asString("none");
            return new Outcome(label, status + " " + ended.code(), (System.nanoTime() - start) / 1_000_000_000,
                    unnamed(terminal, ended, writes), disagreements(terminal, ended, truth, writes, chosen.ids()),
                    doubles(writes), said(terminal, ended));
        }
    }

    private static List<String> unnamed(Terminal terminal, Terminal.Ended ended, List<JsonNode> writes)
            throws IOException {
        List<String> unnamed = new ArrayList<>();
        if (ended.code() == 1 || Arrays.stream(ExitStatus.values()).noneMatch(one -> one.code() == ended.code())) {
            unnamed.add("exit code " + ended.code());
        }
        if (ended.run().isPresent()) {
            String status = terminal.report(ended.run().get()).path("status").asString("none");
            if (Arrays.stream(RunStatus.values()).noneMatch(one -> one.label().equals(status))) {
                unnamed.add("status " + status);
            }
        } else if (!writes.isEmpty()) {
            unnamed.add("a refusal after " + writes.size() + " writes");
        }
        for (JsonNode run : terminal.type("run", "list").lines()) {
            if (Set.of("running", "interrupted").contains(run.path("status").asString(""))) {
                unnamed.add(run.path("run").asString() + " is " + run.path("status").asString());
            }
        }
        return unnamed;
    }

    private List<String> disagreements(Terminal terminal, Terminal.Ended ended, Truth truth, List<JsonNode> writes,
            List<String> chosen) throws IOException {
        if (ended.run().isEmpty()) {
            return List.of();
        }
        Map<AccountId, TargetState> states = terminal.states(ended.run().get());
        JsonNode report = terminal.report(ended.run().get());
        Set<String> applied = new HashSet<>();
        writes.stream().filter(write -> write.path("applied").asBoolean())
                .forEach(write -> applied.add(write.path("account").asString()));
        List<String> wrong = new ArrayList<>();
        for (String id : chosen) {
            TargetState state = states.getOrDefault(new AccountId(id), TargetState.NOT_STARTED);
            if (!agrees(state, truth, id, applied.contains(id), report)) {
                wrong.add(truth.name(id) + " is told " + state.label() + " and is " + truth.account(id).path("identity")
                        .asString() + "/" + truth.account(id).path("mailbox").asString()
                        + (applied.contains(id) ? ", written" : ", not written"));
            }
        }
        long verified = states.values().stream().filter(state -> state == TargetState.VERIFIED).count();
        if (report.path("done").asLong() != verified || ended.result().path("done").asLong() != verified) {
            wrong.add("done is told as " + report.path("done") + " and the journal has " + verified);
        }
        wrong.addAll(Harms.unnamed(truth.harmed(applied, identity), report, truth));
        return wrong;
    }

    private boolean agrees(TargetState state, Truth truth, String id, boolean applied, JsonNode report) {
        return switch (state) {
            case VERIFIED -> truth.isDone(id, identity) || (faults.has("delayed-delicensing") && applied
                    && report.path("judgements").path("deferred").asLong() > 0);
            case NOT_STARTED, SKIPPED, REJECTED -> !applied;
            case NOT_APPLIED -> !applied || !truth.isDone(id, identity);
            case OVERTAKEN, VIOLATED, INTENDED, ACCEPTED, UNKNOWN, MISSING, PARTIAL -> true;
        };
    }

    /** A second write is sent only behind an answer that says that the first was not carried out. */
    private static List<String> doubles(List<JsonNode> writes) {
        Map<String, Integer> last = new HashMap<>();
        Map<String, String> doubles = new LinkedHashMap<>();
        for (JsonNode write : writes) {
            String id = write.path("account").asString();
            int status = write.path("status").asInt();
            Integer earlier = last.put(id, status);
            if (earlier != null && !(earlier >= 400 && earlier < 500)) {
                doubles.put(id, id + " " + earlier + " then " + status);
            }
        }
        return List.copyOf(doubles.values());
    }

    private static String said(Terminal terminal, Terminal.Ended ended) throws IOException {
        if (ended.run().isEmpty()) {
            return ended.errors();
        }
        JsonNode report = terminal.report(ended.run().get());
        return report.path("states") + " " + report.path("stops") + " " + report.path("warnings") + " "
                + report.path("harmed");
    }
}
