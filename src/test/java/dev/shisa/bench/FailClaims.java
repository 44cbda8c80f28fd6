package dev.shisa.bench;

import dev.shisa.account.AccountId;
import dev.shisa.diag.RefusedException;
import dev.shisa.journal.Entry;
import dev.shisa.journal.RunKind;
import dev.shisa.journal.RunStatus;
import dev.shisa.journal.TargetState;
import dev.shisa.operation.Archive;
import dev.shisa.operation.RunSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** What the journals claim, held against the tenant's truth. */
final class FailClaims {
    private static final Set<TargetState> UNTOUCHED = Set.of(TargetState.NOT_STARTED, TargetState.NOT_APPLIED,
            TargetState.REJECTED, TargetState.SKIPPED);

    private final FailStage stage;
    private final Archive archive;
    private final List<String> wrong = new ArrayList<>();
    private final List<String> unresolved = new ArrayList<>();
    private final List<String> undone = new ArrayList<>();
    private final Map<UUID, RunSummary> intents = new HashMap<>();
    private final Map<AccountId, TargetState> states = new TreeMap<>();

    FailClaims(FailStage stage, Archive archive) {
        this.stage = stage;
        this.archive = archive;
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }

    List<String> unresolved() {
        return List.copyOf(unresolved);
    }

    /** Targets that are told as untouched at the end of everything. */
    List<String> undone() {
        return List.copyOf(undone);
    }

    void hold() throws IOException, RefusedException {
        List<RunSummary> runs = archive.runs();
        for (RunSummary run : runs) {
            told(run);
        }
        if (runs.stream().noneMatch(run -> run.kind() == RunKind.RUN)) {
            unresolved.add("no run was ever begun");
        }
        Optional<RunSummary> last = runs.stream().filter(run -> run.kind() == RunKind.RUN).reduce((_, it) -> it);
        Map<AccountId, Fate> fates = stage.fates();
        Set<AccountId> targets = new HashSet<>(stage.targetIds());
        fates.forEach((id, fate) -> {
            Fate claimed = targets.contains(id) ? claimed(id, last) : Fate.AS_BEFORE;
            if (fate != claimed) {
                wrong.add(id + (targets.contains(id) ? "" : ", no target,") + " is " + fate + " and told as " + claimed
                        + " (" + Optional.ofNullable(states.get(id)).map(TargetState::label).orElse("nothing") + ")");
            }
        });
        written(targets);
    }

    private void told(RunSummary run) throws IOException, RefusedException {
        if (run.status().isOpen()) {
            unresolved.add(run.kind().label() + " " + run.run() + " is " + run.status().label());
        }
        Archive.Told told = archive.told(run.run());
        for (Entry entry : told.entries()) {
            if (entry instanceof Entry.Intent intent) {
                intents.put(intent.requestId(), run);
            }
        }
        if (run.kind() == RunKind.RUN) {
            states.putAll(told.state().targets());
        }
        reported(run, told.head());
    }

    /** What ended by itself has a report, and the report tells by which head its journal is known. */
    private void reported(RunSummary run, String head) throws IOException {
        boolean ended = Set.of(RunStatus.COMPLETED, RunStatus.PARTIAL, RunStatus.VIOLATED, RunStatus.STUCK)
                .contains(run.status()) && run.kind() != RunKind.REHEARSAL;
        Path report = archive.runFolder(run.run()).resolve("report.json");
        if (ended && !(Files.exists(report) && Files.readString(report).contains(head))) {
            wrong.add(run.run() + " has ended, and no report of it tells of its journal's head");
        }
    }

    private Fate claimed(AccountId id, Optional<RunSummary> last) {
        if (last.isEmpty() || last.get().status() == RunStatus.UNDONE) {
            return Fate.AS_BEFORE;
        }
        TargetState state = states.getOrDefault(id, TargetState.NOT_STARTED);
        if (state == TargetState.VERIFIED) {
            return Fate.DONE;
        }
        boolean untouched = UNTOUCHED.contains(state);
        (untouched ? undone : unresolved)
                .add(id + " is told as " + state.label() + " of a run that is " + last.get().status().label());
        return untouched ? Fate.AS_BEFORE : Fate.OTHERWISE;
    }

    /** Nobody is written without an intent on disk, and no target twice but on its way back. */
    private void written(Set<AccountId> targets) {
        Map<AccountId, Integer> counts = new TreeMap<>();
        for (FailStage.Write write : stage.writes()) {
            Optional<RunSummary> run = Optional.ofNullable(intents.get(write.requestId()));
            if (run.isEmpty()) {
                wrong.add(write.account() + " was written without an intent on disk");
            } else if (run.get().kind() == RunKind.RUN) {
                counts.merge(write.account(), 1, Integer::sum);
                if (!targets.contains(write.account())) {
                    wrong.add(write.account() + " was written by the run and is no target");
                }
            }
        }
        counts.forEach((id, count) -> {
            if (count > 1) {
                wrong.add(id + " was written " + count + " times");
            }
        });
    }
}
