package dev.shisa.operation;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue;
import dev.shisa.account.Harm;
import dev.shisa.account.Observation;
import dev.shisa.catalog.Contract;
import dev.shisa.diag.RefusedException;
import dev.shisa.execute.Gathering;
import dev.shisa.execute.Job;
import dev.shisa.execute.Recipe;
import dev.shisa.journal.RunKind;
import dev.shisa.journal.RunState;
import dev.shisa.judge.Baseline;
import dev.shisa.plan.Fingerprint;
import dev.shisa.plan.Restoration;
import dev.shisa.plan.Target;
import dev.shisa.run.RunOrder;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
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
 * @param loss what bringing back takes away again
 * @param overview the tenant now
 * @param kept what its accounts took with them
 */
public record UndoDraft(RunSummary summary, RunState state, String journalHead, List<Target> targets,
        Map<AccountId, Observation> original, Map<AccountId, Observation> now, SortedSet<Facet> loss,
        Overview overview, Kept kept) {
    /** No request sets a password's age or a profile back; what changed there is told, and does not keep an undo from ending. */
    private static final Set<Facet> NOT_RESTORABLE = EnumSet.of(Facet.PASSWORD, Facet.PROFILE);

    public UndoDraft {
        targets = List.copyOf(targets);
        original = Map.copyOf(original);
        now = Map.copyOf(now);
    }

    /**
     * Looks at what a run changed.
     *
     * @throws RefusedException when its journal does not verify or the tenant cannot be read whole
     */
    public static UndoDraft of(RunSummary summary, Connection connection, Archive archive, Names names)
            throws RefusedException, IOException {
        Archive.Told told = Past.told(summary, connection, archive);
        try {
            return of(summary, told.state(), told.head(), Replanning.whole(connection, archive, names), connection,
                    Kept.of(archive, summary.run()));
        } catch (TenantFailure e) {
            throw Connection.refused(e);
        }
    }

    private static UndoDraft of(RunSummary summary, RunState state, String head, Overview overview,
            Connection connection, Kept kept)
            throws TenantFailure {
        Map<AccountId, Observation> touched = new HashMap<>(state.before());
        touched.keySet().removeIf(id -> !state.targets().containsKey(id) || !mayHaveChanged(state, id));
        Map<AccountId, Observation> now = Gathering.observe(connection.reader(), new TreeSet<>(touched.keySet()),
                overview.roles());
        List<Target> targets = new ArrayList<>();
        TreeSet<Facet> loss = new TreeSet<>();
        Map<AccountId, Observation> looks = new HashMap<>();
        now.values().forEach(
                look -> Optional.ofNullable(touched.get(look.id())).filter(was -> differs(was, look)).ifPresent(was -> {
                    targets.add(new Target(look.id(), was.name(), "undo", Fingerprint.of(look)));
                    looks.put(look.id(), look);
                    loss.addAll(loss(was, look));
                }));
        touched.keySet().retainAll(looks.keySet());
        return new UndoDraft(summary, state, head, targets, touched, looks, loss, overview, kept);
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
    RunOrder order(String run, Connection connection) {
        Set<Facet> watched = EnumSet.copyOf(connection.watched());
        watched.removeAll(NOT_RESTORABLE);
        return new RunOrder(run, RunKind.UNDO, summary.tenantId(), summary.domain(), summary.command(),
                state.opened().words(),
                summary.run(), journalHead, targets, connection.site().exposure(overview.activeAccounts()),
                target -> job(target, connection.reader()),
                new Contract(List.of()), original, watched, overview.sentinels(), Baseline.still(), Set.of(),
                connection.site());
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
