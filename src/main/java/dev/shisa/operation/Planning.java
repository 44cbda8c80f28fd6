package dev.shisa.operation;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.FacetValue.Licences;
import dev.shisa.account.Observation;
import dev.shisa.account.Traits;
import dev.shisa.catalog.Command;
import dev.shisa.catalog.Decision;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.execute.Gathering;
import dev.shisa.plan.Candidates;
import dev.shisa.plan.Plan;
import dev.shisa.plan.PlanFile;
import dev.shisa.plan.Selection;
import dev.shisa.plan.Sorting;
import dev.shisa.plan.Visible;
import dev.shisa.snapshot.Snapshot;
import dev.shisa.snapshot.SnapshotTaker;
import dev.shisa.snapshot.Taken;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantReader;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Makes a plan out of what a tenant shows: a snapshot that is provably complete, the accounts asked for, each looked at singly, put apart into
 * targets, accounts left out and refusals. Reads only.
 */
public final class Planning {
    /** How long a plan may wait before it is applied. */
    private static final Duration PLAN_LIFE = Duration.ofHours(24);

    private final Connection connection;
    private final Names names;
    private final Archive archive;

    /**
     * Planning in one tenant.
     *
     * @param connection the tenant
     * @param archive where snapshots and plans are kept
     * @param names makes names for plans and snapshots
     */
    public Planning(Connection connection, Archive archive, Names names) {
        this.connection = connection;
        this.archive = archive;
        this.names = names;
    }

    /**
     * What is asked for.
     *
     * @param decision what to do
     * @param accounts to whom
     * @param reason why, in the requester's words; empty when not given
     * @param ticket the requester's ticket; empty when not given
     */
    public record Request(Decision decision, Accounts accounts, String reason, String ticket) {
    }

    /** Which accounts are asked for, as typed. */
    public sealed interface Accounts {
        /** Lines that take accounts out again. */
        List<Selection.Line> excluded();

        /**
         * Named one by one.
         *
         * @param lines as written
         * @param excluded lines that take accounts out again
         */
        record Named(List<Selection.Line> lines, List<Selection.Line> excluded) implements Accounts {
        }

        /**
         * Every account the command accepts.
         *
         * @param excluded lines that take accounts out again
         */
        record All(List<Selection.Line> excluded) implements Accounts {
        }

        /**
         * What the service picks by a filter in its own language.
         *
         * @param filter the filter
         * @param excluded lines that take accounts out again
         */
        record Matching(String filter, List<Selection.Line> excluded) implements Accounts {
        }

        /**
         * The members of a group.
         *
         * @param group object id of the group
         * @param excluded lines that take accounts out again
         */
        record InGroup(String group, List<Selection.Line> excluded) implements Accounts {
        }
    }

    /**
     * Makes a plan.
     *
     * @throws RefusedException when there is nothing to plan, or the tenant cannot be read whole
     * @throws IOException when the store cannot be written
     */
    public Draft plan(Request request) throws RefusedException, IOException {
        try {
            Snapshot snapshot = complete(SnapshotTaker.take(connection.reader(), names.snapshot()));
            String digest = archive.save(snapshot);
            Draft draft = draft(request, snapshot, digest);
            archive.save(draft.plan());
            return draft;
        } catch (TenantFailure e) {
            throw Connection.refused(e);
        }
    }

    /** The snapshot, or a refusal that says why it is not provably complete. */
    public static Snapshot complete(Taken taken) throws RefusedException {
        return switch (taken) {
            case Taken.Complete complete -> complete.snapshot();
            case Taken.Incomplete incomplete -> throw new RefusedException(Diagnostic
                    .refusal(ExitStatus.INCOMPLETE,
                            "The list of accounts is not provably complete, so nothing is planned on it.")
                    .contrast("a listing that the service's own count confirms", String.join(" ", incomplete.reasons()))
                    .remedy("Wait until the service lists again what it counts, and try again; " + incomplete.tries()
                            + " tries were made."));
        };
    }

    private Draft draft(Request request, Snapshot snapshot, String snapshotDigest)
            throws RefusedException, TenantFailure {
        Decision decision = request.decision();
        Selection selection = selection(request.accounts());
        Candidates candidates = Candidates.of(selection, snapshot.accounts().values(),
                decision.command().targets().identity());
        List<Diagnostic> refusals = new ArrayList<>(candidates.mistakes());
        observe(candidates.excluded(), snapshot).values()
                .forEach(account -> Sorting.wrongKind(account, decision.command().targets()).ifPresent(refusals::add));
        if (!refusals.isEmpty() && !selection.isNamed()) {
            throw new RefusedException(refusals);
        }
        Map<AccountId, Observation> observed = observe(
                narrowed(candidates.ids(), snapshot, decision.command(), selection), snapshot);
        Sorting sorting = Sorting.of(observed.values(), decision, connection.site(), selection.isNamed());
        refusals.addAll(sorting.refusals());
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
        if (sorting.targets().isEmpty()) {
            throw new RefusedException(nothingMatched(sorting));
        }
        Plan plan = plan(request, snapshot, snapshotDigest, sorting);
        Set<AccountId> ids = plan.targets().stream().map(target -> target.id()).collect(Collectors.toSet());
        observed.keySet().retainAll(ids);
        return new Draft(plan, PlanFile.digest(plan), decision, snapshot, observed, connection.watched());
    }

    private static Diagnostic nothingMatched(Sorting sorting) {
        Diagnostic nothing = Diagnostic.refusal(ExitStatus.NOTHING_MATCHED,
                "Nothing matched: no account is left that this would change.");
        if (sorting.leftOut().isEmpty()) {
            return nothing;
        }
        return nothing.contrast("at least one account", sorting.leftOut().entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey()).collect(Collectors.joining(", ")) + " left out");
    }

    private Selection selection(Accounts accounts) throws RefusedException, TenantFailure {
        TenantReader reader = connection.reader();
        Selection.Source source = switch (accounts) {
            case Accounts.Named named -> new Selection.Source.Named(named.lines());
            case Accounts.All _ -> new Selection.Source.All();
            case Accounts.Matching matching -> new Selection.Source.Picked(reader.matching(matching.filter()));
            case Accounts.InGroup group -> new Selection.Source.Picked(members(group.group()));
        };
        return new Selection(source, accounts.excluded());
    }

    private Set<AccountId> members(String group) throws RefusedException, TenantFailure {
        try {
            if (AccountId.parse(group).isPresent()) {
                return connection.reader().membersOf(group);
            }
        } catch (TenantFailure e) {
            if (e.reason() != TenantFailure.Reason.BAD_REQUEST) {
                throw e;
            }
        }
        throw new RefusedException(Diagnostic
                .refusal(ExitStatus.NOTHING_MATCHED, "\"" + Visible.escape(group) + "\" is no group of this tenant.")
                .remedy("Write the object id of a group."));
    }

    /**
     * Spares single looks at accounts that a listing shows to be of another sort: no licence here gives a mailbox to a disabled plan, but a
     * shared mailbox needs none, so only guests without a licence are passed over.
     */
    private static Set<AccountId> narrowed(Set<AccountId> ids, Snapshot snapshot, Command command,
            Selection selection) {
        if (selection.isNamed() || command.targets().mailboxPresent().isEmpty()) {
            return ids;
        }
        Set<AccountId> kept = new TreeSet<>();
        for (AccountId id : ids) {
            if (snapshot.account(id).filter(account -> !isUnlicensedGuest(account)).isPresent()) {
                kept.add(id);
            }
        }
        return kept;
    }

    private static boolean isUnlicensedGuest(Observation account) {
        return account.traits().filter(traits -> traits.kind() == Traits.Kind.GUEST).isPresent()
                && account.value(Facet.LICENCES, Licences.class).filter(Licences::isEmpty).isPresent();
    }

    private Map<AccountId, Observation> observe(Set<AccountId> ids, Snapshot snapshot) throws TenantFailure {
        return Gathering.observe(connection.reader(), ids, Settlement.roles(snapshot));
    }

    private Plan plan(Request request, Snapshot snapshot, String snapshotDigest, Sorting sorting) {
        Decision decision = request.decision();
        Instant now = snapshot.manifest().takenAt();
        long active = snapshot.active().size();
        return new Plan(names.plan(), connection.identity().id(), connection.identity().defaultDomain(),
                connection.site().kind(),
                decision.command().name(), decision.command().digest(), decision.options(), decision.parameters(),
                sorting.targets(),
                sorting.leftOut(), decision.contract().loss(), connection.unwatched(), active,
                connection.site().exposure(active),
                snapshot.manifest().id(), snapshotDigest, now, now.plus(PLAN_LIFE),
                decision.undo().map(undo -> now.plus(undo.within())), request.reason(), request.ticket());
    }

    /** The accounts that a site lists for rehearsals or as sentinels, by how a snapshot shows them. */
    public static List<AccountId> listed(Snapshot snapshot, Predicate<String> isListed, Identity state) {
        List<AccountId> listed = new ArrayList<>();
        Set<AccountId> seen = new HashSet<>();
        for (Observation account : snapshot.accounts().values()) {
            Optional<String> name = account.signInName();
            boolean inState = account.value(Facet.IDENTITY).filter(state::equals).isPresent();
            if (inState && name.filter(isListed).isPresent() && seen.add(account.id())) {
                listed.add(account.id());
            }
        }
        return listed;
    }
}
