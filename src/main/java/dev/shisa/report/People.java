package dev.shisa.report;

import dev.shisa.account.AccountId;
import dev.shisa.account.Observation;
import dev.shisa.journal.RunState;
import dev.shisa.journal.TargetState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The people of a run and how each stands, as CSV (RFC 4180) for a help desk: a heading, then one line each, those who need somebody first. For
 * example:
 *
 * <pre>
 * state,name,id,found
 * violated,anne@sgu.example,00000000-0000-4000-8000-000000000001,extra identity: active -> soft-deleted
 * </pre>
 */
public final class People {
    private static final List<TargetState> WORST_FIRST = List.of(TargetState.VIOLATED, TargetState.UNKNOWN,
            TargetState.INTENDED, TargetState.PARTIAL, TargetState.MISSING, TargetState.ACCEPTED,
            TargetState.NOT_APPLIED, TargetState.REJECTED, TargetState.OVERTAKEN, TargetState.SKIPPED,
            TargetState.VERIFIED, TargetState.NOT_STARTED);

    private People() {
    }

    /**
     * The people of a run; pure.
     *
     * @param state what its journal says
     * @param names the sign-in names of its targets, as they were planned for; those that are missing are taken from the journal
     */
    public static String csv(RunState state, Map<AccountId, String> names) {
        Map<AccountId, TargetState> all = new LinkedHashMap<>();
        names.keySet().forEach(id -> all.put(id, TargetState.NOT_STARTED));
        all.putAll(state.targets());
        List<String> lines = new ArrayList<>(List.of(CsvLine.of(List.of("state", "name", "id", "found"))));
        for (TargetState one : WORST_FIRST) {
            all.entrySet().stream().filter(entry -> entry.getValue() == one).map(Map.Entry::getKey)
                    .map(id -> line(one, name(id, state, names), id, state)).sorted().forEach(lines::add);
        }
        return String.join("", lines);
    }

    private static String name(AccountId id, RunState state, Map<AccountId, String> names) {
        return Optional.ofNullable(names.get(id))
                .or(() -> Optional.ofNullable(state.before().get(id)).map(Observation::name)).orElse("");
    }

    private static String line(TargetState its, String name, AccountId id, RunState state) {
        String found = String.join("; ", state.found(id));
        return CsvLine.of(List.of(its.label(), name, id.value(),
                found.isEmpty() ? state.skipped(id).orElse("") : found));
    }
}
