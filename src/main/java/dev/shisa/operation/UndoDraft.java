package dev.shisa.operation;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue;
import dev.shisa.account.Harm;
import dev.shisa.account.Observation;
import dev.shisa.catalog.Catalog;
import dev.shisa.catalog.Command;
import dev.shisa.catalog.Contract;
import dev.shisa.catalog.Texts;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.execute.Gathering;
import dev.shisa.execute.Job;
import dev.shisa.execute.Recipe;
import dev.shisa.journal.Entry;
import dev.shisa.journal.RunState;
import dev.shisa.judge.Baseline;
import dev.shisa.plan.Conflict;
import dev.shisa.plan.Fingerprint;
import dev.shisa.plan.Restoration;
import dev.shisa.plan.Target;
import dev.shisa.run.RunOrder;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantReader;
import dev.shisa.text.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What has to be done to bring back what a run changed: decided from how its accounts look now, not from what it declared.
 *
 * @param summary the run to be brought back
 * @param state what its journal says
 * @param journalHead digest of the journal's last record
 * @param targets the accounts that do not look as they did
 * @param original how each of them looked before the run
 * @param now how each of them looks
 * @param conflicts accounts that this cannot bring back by itself; they are no targets
 * @param loss what bringing back takes away again
 * @param recovery what the command's entry says to do when it stops half-way
 * @param overview the tenant now
 * @param kept what its accounts took with them
 */
public record UndoDraft(RunSummary summary, RunState state, String journalHead, List<Target> targets,
        Map<AccountId, Observation> original, Map<AccountId, Observation> now, List<Conflict> conflicts,
        SortedSet<Facet> loss, Texts recovery, Overview overview, Kept kept) {
    private static final Texts BY_HAND = new Texts(
            "What could not be brought back is named above; it has to be put right by a person.",
            "元に戻せなかったものは上に示しました。担当者が手作業で直す必要があります。");

    /** No request sets a password's age or a profile back; what changed there is told, and does not keep an undo from ending. */
    private static final int IDENTITY_WEIGHT = 1000;
    private static final Set<Facet> NOT_RESTORABLE = EnumSet.of(Facet.PASSWORD, Facet.PROFILE);

    public UndoDraft {
        targets = List.copyOf(targets);
        conflicts = List.copyOf(conflicts);
        original = Map.copyOf(original);
        now = Map.copyOf(now);
    }

    /**
     * Looks at what a run changed.
     *
     * @throws RefusedException when its journal does not verify or the tenant cannot be read whole
     */
    public static UndoDraft of(RunSummary summary, Connection connection, Archive archive, Catalog catalog, Names names)
            throws RefusedException, IOException {
        Archive.Told told = Past.told(summary, connection, archive);
        Texts recovery = catalog.find(summary.command()).map(Command::recovery).orElse(BY_HAND);
        try {
            return of(summary, told, recovery, Replanning.whole(connection, archive, names), connection,
                    Kept.of(archive, summary.run()));
        } catch (TenantFailure e) {
            throw Connection.refused(e);
        }
    }

    private static UndoDraft of(RunSummary summary, Archive.Told told, Texts recovery, Overview.Whole overview,
            Connection connection, Kept kept) throws TenantFailure {
        RunState state = told.state();
        Map<AccountId, Observation> touched = new HashMap<>(state.before());
        touched.keySet().removeIf(id -> !state.targets().containsKey(id) || !mayHaveChanged(state, id));
        Map<AccountId, Observation> now = Gathering.observe(connection.reader(), new TreeSet<>(touched.keySet()),
                overview.roles());
        now.keySet().removeIf(id -> Optional.ofNullable(touched.get(id)).filter(was -> differs(was, look(now, id)))
                .isEmpty());
        touched.keySet().retainAll(now.keySet());
        SortedMap<AccountId, Conflict> conflicts = Conflict.of(touched, now, overview.accounts().values());
        TreeSet<Facet> loss = new TreeSet<>();
        List<AccountId> order = now.keySet().stream().filter(id -> !conflicts.containsKey(id))
                .sorted(Comparator.comparingInt((AccountId id) -> worst(look(touched, id), look(now, id))).reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        List<Target> targets = new ArrayList<>();
        for (AccountId id : order) {
            Observation was = look(touched, id);
            targets.add(new Target(id, was.name(), "undo", Fingerprint.of(look(now, id))));
            loss.addAll(loss(was, look(now, id)));
        }
        return new UndoDraft(summary, state, told.head(), targets, touched, now, List.copyOf(conflicts.values()), loss,
                recovery, overview, kept);
    }

    private static Observation look(Map<AccountId, Observation> looks, AccountId id) {
        return Optional.ofNullable(looks.get(id)).orElseThrow(() -> new IllegalStateException("never seen: " + id));
    }

    /** How badly an account was harmed: whoever lost most is brought back first, so that whatever stops an undo stops it late for them. */
    private static int worst(Observation was, Observation is) {
        int worst = 0;
        for (Facet facet : was.readings().keySet()) {
            if (lost(was, is, facet)) {
                worst += facet == Facet.IDENTITY ? IDENTITY_WEIGHT : 1;
            }
        }
        return worst;
    }

    /** Targets that do not look as they did before the run, by name. One that an earlier part of this undo brought back is a target, too. */
    public List<Target> open() {
        return targets.stream().filter(target -> now.containsKey(target.id()))
                .sorted(Comparator.comparing(Target::name).thenComparing(Target::id)).toList();
    }

    /** What they get back, by facet: of how many of them. */
    public SortedMap<Facet, Integer> back() {
        TreeMap<Facet, Integer> back = new TreeMap<>();
        open().forEach(target -> restorable().stream()
                .filter(facet -> lost(look(original, target.id()), look(now, target.id()), facet))
                .forEach(facet -> back.merge(facet, 1, Integer::sum)));
        return back;
    }

    /** Why nothing at all can be brought back; empty when something can, or nothing has to be. */
    public Optional<Diagnostic> refusal() {
        if (!targets.isEmpty() || conflicts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Diagnostic
                .refusal(ExitStatus.REFUSED,
                        Text.of("None of the {0} accounts that {1} changed can be brought back.", conflicts.size(),
                                summary.run()))
                .contrast(Text.of("accounts that can be brought back"),
                        Text.of("{0}: {1}", conflicts.getFirst().name(), conflicts.getFirst().sentence()))
                .remedy(Text.of("When people have put right what they can: shisa run close {0} --reason TEXT.",
                        summary.run())));
    }

    /**
     * Looks at what an undo that stopped has still to bring back.
     *
     * @param undo the undo
     * @param undone the run that it brings back
     */
    public static UndoDraft resumed(RunSummary undo, RunSummary undone, Connection connection, Archive archive,
            Catalog catalog, Names names) throws RefusedException, IOException {
        UndoDraft rest = of(undone, connection, archive, catalog, names);
        RunState told = Past.told(undo, connection, archive).state();
        Map<AccountId, Observation> originals = new HashMap<>(rest.original());
        List<Target> all = new ArrayList<>(rest.targets());
        told.targets().keySet().stream().filter(id -> !rest.original().containsKey(id)).sorted()
                .forEach(id -> Optional.ofNullable(rest.state().before().get(id)).ifPresent(was -> {
                    originals.put(id, was);
                    all.add(new Target(id, was.name(), "undo", Fingerprint.of(was)));
                }));
        return new UndoDraft(undone, rest.state(), rest.journalHead(), all, originals, rest.now(),
                rest.conflicts(), rest.loss(), rest.recovery(), rest.overview(), rest.kept());
    }

    private static boolean mayHaveChanged(RunState state, AccountId id) {
        return Optional.ofNullable(state.targets().get(id)).filter(its -> its.mayHaveChanged()).isPresent();
    }

    private static boolean differs(Observation was, Observation is) {
        return new Restoration(was).next(is).isPresent()
                || restorable().stream().anyMatch(facet -> lost(was, is, facet));
    }

    private static Set<Facet> restorable() {
        return EnumSet.complementOf(EnumSet.copyOf(NOT_RESTORABLE));
    }

    private static boolean lost(Observation was, Observation is, Facet facet) {
        Optional<FacetValue> from = was.value(facet);
        Optional<FacetValue> to = is.value(facet);
        return from.isPresent() && to.isPresent() && Harm.of(from.get(), to.get()) != Harm.NONE;
    }

    /** What the way back takes: facets in which going back from how it is to how it was is harmful. Re-enabling takes nothing. */
    private static Set<Facet> loss(Observation was, Observation is) {
        EnumSet<Facet> loss = EnumSet.noneOf(Facet.class);
        for (Facet facet : List.of(Facet.IDENTITY, Facet.ENABLED, Facet.MAILBOX, Facet.LICENCES)) {
            boolean enabling = facet == Facet.ENABLED && was.value(facet).filter(value -> !value.isEmpty()).isPresent();
            if (!enabling && lost(is, was, facet)) {
                loss.add(facet);
            }
        }
        return loss;
    }

    /** The run that brings it back. */
    RunOrder order(Entry.Opened opened, Connection connection) {
        Set<Facet> watched = EnumSet.copyOf(connection.watched());
        watched.removeAll(NOT_RESTORABLE);
        return new RunOrder(opened, targets, target -> job(target, connection.reader()), new Contract(List.of()),
                original, watched, overview.sentinels(), Baseline.still(), Set.of(), connection.site(),
                Optional::empty);
    }

    private Job job(Target target, TenantReader reader) {
        Observation was = Optional.ofNullable(original.get(target.id()))
                .orElseThrow(() -> new IllegalStateException("not a target: " + target.id()));
        Restoration restoration = new Restoration(was);
        Recipe recipe = kept.ofActive(target.id()).filter(_ -> mayHaveLostTies(target.id(), was))
                .<Recipe>map(keepsake -> new WayBack(restoration, keepsake, reader))
                .orElseGet(() -> Recipe.of(restoration));
        return new Job(target.id(), Optional.of(target.fingerprint()), recipe, restoration.contract());
    }

    /** An account that was active all the time, and whose groups are as they were, is not asked what ties it has; that spares a read for each. */
    private boolean mayHaveLostTies(AccountId id, Observation was) {
        return Optional.ofNullable(now.get(id)).filter(is -> !is.isActive() || lost(was, is, Facet.GROUPS)).isPresent();
    }
}
