package dev.shisa.bench;

import dev.shisa.account.AccountId;
import dev.shisa.journal.TargetState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the tenant's own log and accounts say against a run that was killed, and what its journals do not account for. */
final class KillFinding {
    private static final Set<TargetState> LEFT = EnumSet.of(TargetState.INTENDED, TargetState.ACCEPTED,
            TargetState.UNKNOWN);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final BenchTenant tenant;
    private final SortedMap<String, JsonNode> before;
    private final Targets chosen;
    private final TreeSet<String> doubles = new TreeSet<>();
    private final TreeSet<String> unaccounted = new TreeSet<>();
    private final TreeSet<String> identities = new TreeSet<>();
    private boolean stuck;

    KillFinding(BenchTenant tenant, SortedMap<String, JsonNode> before, Targets chosen) {
        this.tenant = tenant;
        this.before = before;
        this.chosen = chosen;
    }

    /** Accounts that were written twice. */
    Set<String> doubles() {
        return doubles;
    }

    /** What no journal and no report accounts for, or they tell otherwise than it is. */
    Set<String> unaccounted() {
        return unaccounted;
    }

    /** Accounts that are no longer active. */
    Set<String> identities() {
        return identities;
    }

    boolean isClean() {
        return doubles.isEmpty() && unaccounted.isEmpty() && identities.isEmpty();
    }

    /** The run cannot go on; of what it did, the journal's word that a request left is then enough. */
    void stuck(String sentence) {
        stuck = true;
        unaccounted.add("the run: " + sentence);
    }

    /** Whatever took effect has its intent in a journal, at every moment. */
    void intents(Terminal terminal) throws IOException {
        Set<String> meant = new HashSet<>();
        for (String run : runs(terminal)) {
            terminal.intended(run).forEach(id -> meant.add(id.value()));
        }
        for (JsonNode write : effective()) {
            if (!meant.contains(write.path("account").asString())) {
                unaccounted.add(name(write.path("account").asString()) + " was written without an intent on disk");
            }
        }
    }

    private static List<String> runs(Terminal terminal) {
        return terminal.type("run", "list").lines().stream()
                .filter(line -> line.path("type").asString("").equals("run"))
                .map(line -> line.path("run").asString()).toList();
    }

    private List<JsonNode> effective() {
        return tenant.writes(0).stream().filter(write -> write.path("applied").asBoolean()).toList();
    }

    private String name(String id) {
        JsonNode account = before.get(id);
        return account == null ? id : account.path("userPrincipalName").asString();
    }

    /** Holds the end of the run against the tenant. */
    void judge(Terminal terminal) throws IOException {
        Truth truth = new Truth(before, tenant.accounts());
        writtenTwice();
        before.forEach((id, was) -> {
            if (was.path("identity").asString().equals("active")
                    && !truth.account(id).path("identity").asString().equals("active")) {
                identities.add(name(id));
            }
        });
        told(terminal, truth);
    }

    /**
     * A target is written once, whatever came between. A rehearsal account is written there and back; a write that left it as it was repeated the one
     * before.
     */
    private void writtenTwice() {
        Set<String> targets = Set.copyOf(chosen.ids());
        Map<String, Integer> counts = new LinkedHashMap<>();
        effective().forEach(write -> counts.merge(write.path("account").asString(), 1, Integer::sum));
        counts.forEach((id, count) -> {
            if (targets.contains(id) && count > 1) {
                doubles.add(name(id) + " " + count + " times");
            }
        });
        for (JsonNode record : tenant.list("/auditLogs/directoryAudits?$top=1000&$filter="
                + BenchTenant.encoded("activityDisplayName eq 'Change user license'"))) {
            JsonNode target = record.path("targetResources").path(0);
            JsonNode licence = target.path("modifiedProperties").path(0);
            if (licence.path("oldValue").equals(licence.path("newValue"))) {
                doubles.add(name(target.path("id").asString()) + " changed from what it was to the same");
            }
        }
    }

    private void told(Terminal terminal, Truth truth) throws IOException {
        Map<String, TargetState> states = new LinkedHashMap<>();
        List<JsonNode> ended = new ArrayList<>();
        for (JsonNode run : terminal.type("run", "list").lines()) {
            if (run.path("type").asString("").equals("run")) {
                if (run.path("open").asBoolean() && !stuck) {
                    unaccounted.add("the run: " + run.path("kind_of_run").asString() + " is "
                            + run.path("status").asString());
                }
                if (run.path("kind_of_run").asString().equals("run")) {
                    ended.add(run);
                    for (Map.Entry<AccountId, TargetState> state : terminal.states(run.path("run").asString())
                            .entrySet()) {
                        states.put(state.getKey().value(), state.getValue());
                    }
                }
            }
        }
        before.keySet().forEach(id -> account(id, states.get(id), truth));
        ended.stream().filter(run -> !run.path("open").asBoolean())
                .forEach(run -> reported(terminal, run.path("run").asString(), states));
    }

    private void account(String id, @Nullable TargetState state, Truth truth) {
        boolean changed = !truth.account(id).equals(before.get(id));
        boolean done = state == TargetState.VERIFIED;
        boolean told = done || (stuck && state != null && LEFT.contains(state));
        if (done && !truth.isDone(id, false)) {
            unaccounted.add(name(id) + " is told as done and is not");
        }
        if (changed && !told) {
            unaccounted.add(name(id) + " has changed and is told as " + (state == null ? "nothing" : state.label()));
        }
    }

    private void reported(Terminal terminal, String run, Map<String, TargetState> states) {
        Terminal.Ended report = terminal.type("run", "report", run);
        JsonNode document = report.lines().stream().filter(line -> line.path("type").asString("").equals("document"))
                .findFirst().map(line -> JSON.readTree(line.path("text").asString())).orElse(JSON.missingNode());
        long done = states.values().stream().filter(state -> state == TargetState.VERIFIED).count();
        if (document.path("done").asLong(-1) != done) {
            unaccounted.add("the report of " + run + " tells of " + document.path("done") + " done, its journal of "
                    + done);
        }
    }
}
