package dev.shisa.operation;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.catalog.Texts;
import dev.shisa.evidence.Evidence;
import dev.shisa.journal.Entry;
import dev.shisa.journal.TargetState;
import dev.shisa.judge.Finding;
import dev.shisa.judge.Judgement;
import dev.shisa.judge.Outcome;
import dev.shisa.judge.Verdict;
import dev.shisa.report.RunView;
import dev.shisa.run.RunEnding;
import dev.shisa.run.RunOrder;
import dev.shisa.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a run's report tells beside what happened.
 *
 * @param leftOut accounts left out, by reason
 * @param loss what was accepted as lost
 * @param unwatched facets that nobody can read
 * @param undoDeadline until when the way back is promised
 * @param recovery what to do when it stops half-way
 * @param evidence what the run rests on
 * @param bulk whether it has to be verified later
 * @param noise what the tenant's own noise was found to be
 * @param authority what allowed it, one phrase each
 * @param conflicts accounts that cannot be brought back by themselves, and why
 */
record RunStory(SortedMap<String, Integer> leftOut, SortedSet<Facet> loss, Set<Facet> unwatched,
        Optional<Instant> undoDeadline,
        Texts recovery, List<Evidence> evidence, boolean bulk, List<String> noise,
        List<String> authority, List<String> conflicts) {

    static RunStory ofUndo(UndoDraft draft, Set<Facet> unwatched, List<String> authority) {
        return new RunStory(new TreeMap<>(), draft.loss(), unwatched, Optional.empty(),
                draft.recovery(), List.of(),
                false, List.of(), authority,
                draft.conflicts().stream()
                        .map(left -> Text.of("not brought back: {0}: {1}", left.name(), left.sentence()).toString())
                        .toList());
    }

    RunView view(RunOrder order, RunEnding ending, Conductor.Aftermath aftermath, Ending end, Connection connection,
            String head, Optional<String> auditHead, Instant started, Instant ended, Optional<Instant> verifyFrom) {
        Entry.Opened opened = order.opened();
        Map<AccountId, String> names = new HashMap<>();
        order.targets().forEach(target -> names.put(target.id(), target.name()));
        TreeMap<String, Integer> counts = new TreeMap<>();
        ending.states().values().forEach(state -> counts.merge(state.label(), 1, Integer::sum));
        List<Finding> lost = lost(ending, aftermath);
        return new RunView(order.run(), opened.kind(), opened.command(), opened.words(), opened.tenantId(),
                opened.domain(),
                connection.site().kind(), opened.plan(), opened.planDigest(), end.status(), end.exit(),
                order.targets().size(), leftOut,
                counts, judgements(ending, aftermath),
                FacetChanges.of(told(ending, aftermath, lost), order.contract()), harmed(lost, names, ending),
                notDone(ending, names),
                stops(ending), warnings(ending, aftermath), noise, authority, background(ending, aftermath, names),
                labels(loss), labels(unwatched), residue(),
                evidence.stream().map(e -> Text.of("{0} on {1}", e.run(), e.name()).toString()).sorted().toList(),
                order.exposure(),
                ending.exposureMax(),
                connection.tenant().writeCalls(), aftermath.before(), aftermath.after(), undoDeadline, verifyFrom,
                recovery, head, auditHead,
                started, ended);
    }

    private List<String> stops(RunEnding ending) {
        List<String> stops = new ArrayList<>(ending.stops());
        stops.addAll(conflicts);
        ending.halted().ifPresent(reason -> stops.add(Text.of("halted: {0}", reason).toString()));
        return stops;
    }

    private static List<String> warnings(RunEnding ending, Conductor.Aftermath aftermath) {
        List<String> warnings = new ArrayList<>(aftermath.warnings());
        ending.warnings().forEach(text -> warnings.add(Text.of("the service warned: {0}", text).toString()));
        return warnings;
    }

    /** What others did meanwhile, as the audit log tells. */
    private static List<String> background(RunEnding ending, Conductor.Aftermath aftermath,
            Map<AccountId, String> names) {
        List<Judgement> judgements = aftermath.judgement().map(List::of).orElse(ending.judgements());
        return judgements.stream().flatMap(seen -> seen.findings(Outcome.BACKGROUND).stream())
                .map(finding -> names.getOrDefault(finding.account(), finding.account().value()) + " "
                        + finding.describe())
                .distinct().sorted().toList();
    }

    /** Of the whole tenant where it could be judged, else of the last gate. */
    private static SortedMap<String, Long> judgements(RunEnding ending, Conductor.Aftermath aftermath) {
        TreeMap<String, Long> counts = new TreeMap<>();
        Optional<Judgement> judgement = aftermath.judgement()
                .or(() -> ending.judgements().isEmpty()
                        ? Optional.empty()
                        : Optional.of(ending.judgements().getLast()));
        judgement.ifPresent(seen -> seen.counts().forEach((outcome, count) -> counts.put(outcome.label(), count)));
        return counts;
    }

    /** One finding for each facet of an account: of the whole tenant where it could be judged, else of its last gate. */
    private static Collection<Finding> told(RunEnding ending, Conductor.Aftermath aftermath, List<Finding> lost) {
        Map<FacetOf, Finding> told = new HashMap<>();
        aftermath.judgement().map(List::of).orElse(ending.judgements())
                .forEach(judgement -> judgement.notable().forEach(finding -> told.put(FacetOf.of(finding), finding)));
        lost.forEach(finding -> told.put(FacetOf.of(finding), finding));
        return told.values();
    }

    private record FacetOf(AccountId account, Facet facet) {
        static FacetOf of(Finding finding) {
            return new FacetOf(finding.account(), finding.facet());
        }
    }

    /** What a gate saw stays seen: a listing after the run may show the tenant as it was before. */
    private static List<Finding> lost(RunEnding ending, Conductor.Aftermath aftermath) {
        List<Finding> lost = new ArrayList<>();
        for (Judgement judgement : ending.judgements()) {
            if (aftermath.judgement().isEmpty() || judgement.verdict() == Verdict.FAILED) {
                lost.addAll(judgement.findings(Outcome.EXTRA));
                lost.addAll(judgement.findings(Outcome.COLLATERAL));
            }
            if (aftermath.judgement().isEmpty()) {
                lost.addAll(judgement.findings(Outcome.UNEXPLAINED));
            }
        }
        aftermath.judgement().ifPresent(judgement -> {
            for (Outcome outcome : List.of(Outcome.EXTRA, Outcome.COLLATERAL, Outcome.UNEXPLAINED)) {
                lost.addAll(judgement.findings(outcome));
            }
        });
        return lost;
    }

    private static List<RunView.Person> harmed(List<Finding> lost, Map<AccountId, String> names, RunEnding ending) {
        Map<AccountId, List<Finding>> byAccount = lost.stream()
                .collect(Collectors.groupingBy(Finding::account, TreeMap::new, Collectors.toList()));
        List<RunView.Person> people = new ArrayList<>();
        byAccount.forEach((id,
                findings) -> people.add(new RunView.Person(id.value(), names.getOrDefault(id, id.value()),
                        ending.written().containsKey(id) ? RunView.Person.WRITTEN : RunView.Person.NOT_TOUCHED,
                        findings.stream().map(f -> f.outcome().label() + " " + f.describe()).distinct().toList())));
        return people;
    }

    private static List<RunView.Person> notDone(RunEnding ending, Map<AccountId, String> names) {
        List<RunView.Person> people = new ArrayList<>();
        ending.states().forEach((id, state) -> {
            if (state != TargetState.VERIFIED && state != TargetState.NOT_STARTED) {
                people.add(new RunView.Person(id.value(), names.getOrDefault(id, id.value()), state.label(),
                        Optional.ofNullable(ending.reasons().get(id)).stream().toList()));
            }
        });
        people.sort((a, b) -> a.name().compareTo(b.name()));
        return people;
    }

    private List<String> residue() {
        TreeSet<String> residue = new TreeSet<>();
        evidence.forEach(e -> e.residue().forEach(left -> residue
                .add(Text.of("{0}: {1} -> {2} (rehearsed on {3})", left.facet().label(), left.before(), left.after(),
                        e.name()).toString())));
        return List.copyOf(residue);
    }

    private static SortedSet<String> labels(Set<Facet> facets) {
        return facets.stream().map(Facet::label).collect(Collectors.toCollection(TreeSet::new));
    }
}
