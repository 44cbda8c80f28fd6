package dev.shisa.operation;

import dev.shisa.text.Text;
import dev.shisa.site.Site;
import java.util.Collection;
import java.util.TreeMap;
import dev.shisa.account.FacetValue.Roles;
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
import dev.shisa.snapshot.Taken;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantReader;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    public Draft plan(Request asked) throws RefusedException, IOException {
        try {
            Request request = new Request(connection.asHere(asked.decision()), asked.accounts(), asked.reason(),
                    asked.ticket());
            Draft draft = request.accounts() instanceof Accounts.Named named && isNamedLane(request, named)
                    ? named(request, named)
                    : whole(request);
            archive.save(draft.plan());
            return draft;
        } catch (TenantFailure e) {
            throw Connection.refused(e);
        }
    }

    /** A few people named one by one are read one by one; whatever is in the recycle bin is found by the names it had, which takes a listing. */
    private static boolean isNamedLane(Request request, Accounts.Named named) {
        return isFew(named) && named.excluded().isEmpty()
                && request.decision().command().targets().identity() == Identity.ACTIVE;
    }

    private static boolean isFew(Accounts accounts) {
        return accounts instanceof Accounts.Named named && named.lines().size() <= Site.NAMED_LANE;
    }

    private Draft whole(Request request) throws RefusedException, IOException, TenantFailure {
        boolean few = isFew(request.accounts());
        if (!few) {
            Provisional.refuse(archive, connection, request.decision().command().name());
        }
        Snapshot snapshot = complete(archive.take(connection.reader(), names.snapshot()));
        Plan.Basis basis = new Plan.Basis(snapshot.manifest().id(), archive.digest(snapshot));
        return draft(request, selection(request.accounts()), snapshot.accounts().values(),
                new Overview.Whole(snapshot, connection.site()), few ? Optional.empty() : Optional.of(basis));
    }

    private Draft named(Request request, Accounts.Named named) throws RefusedException, TenantFailure {
        Map<AccountId, Observation> found = new TreeMap<>();
        for (Selection.Line line : named.lines()) {
            if (!line.text().isBlank()) {
                connection.reader().find(line.text().strip()).forEach(account -> found.put(account.id(), account));
            }
        }
        return draft(request, selection(named), found.values(), around(connection, found.keySet()), Optional.empty());
    }

    /** A fresh look at those accounts and at the sentinels, without listing the tenant. */
    static Overview.Few around(Connection connection, Set<AccountId> ids) throws TenantFailure {
        TenantReader reader = connection.reader();
        Map<AccountId, Roles> roles = reader.roles();
        Set<AccountId> sentinels = new TreeSet<>();
        for (String prefix : connection.site().sentinels().prefixes()) {
            reader.startingWith(prefix).stream().filter(account -> isSentinel(connection, account))
                    .forEach(account -> sentinels.add(account.id()));
        }
        Set<AccountId> all = new TreeSet<>(ids);
        all.addAll(sentinels);
        Instant now = reader.identify().serverTime();
        return new Overview.Few(now, reader.countActive(), Gathering.observe(reader, all, roles), roles, sentinels);
    }

    private static boolean isSentinel(Connection connection, Observation account) {
        return account.traits().filter(traits -> connection.site().isSentinel(traits.userPrincipalName())).isPresent();
    }

    /** The snapshot, or a refusal that says why it is not provably complete. */
    public static Snapshot complete(Taken taken) throws RefusedException {
        return switch (taken) {
            case Taken.Complete complete -> complete.snapshot();
            case Taken.Incomplete incomplete -> throw new RefusedException(Diagnostic
                    .refusal(ExitStatus.INCOMPLETE,
                            Text.of("The list of accounts is not provably complete, so nothing is planned on it."))
                    .contrast(Text.of("a listing that the service's own count confirms"), incomplete.sentence())
                    .remedy(Text.of(
                            "Wait until the service lists again what it counts, and try again; {0} tries were made.",
                            incomplete.tries())));
        };
    }

    private Draft draft(Request request, Selection selection, Collection<Observation> accounts, Overview overview,
            Optional<Plan.Basis> basis) throws RefusedException, TenantFailure {
        Decision decision = request.decision();
        Candidates candidates = Candidates.of(selection, accounts, decision.command().targets().identity());
        List<Diagnostic> refusals = new ArrayList<>(candidates.mistakes());
        observe(candidates.excluded(), overview).values()
                .forEach(account -> Sorting.wrongKind(account, decision.command().targets()).ifPresent(refusals::add));
        if (!refusals.isEmpty() && !selection.isNamed()) {
            throw new RefusedException(refusals);
        }
        Map<AccountId, Observation> observed = observe(
                narrowed(candidates.ids(), overview, decision.command(), selection), overview);
        Sorting sorting = Sorting.of(observed.values(), decision, connection.site(), selection.isNamed());
        refusals.addAll(sorting.refusals());
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
        if (sorting.targets().isEmpty()) {
            throw new RefusedException(nothingMatched(sorting));
        }
        Plan plan = plan(request, overview, basis, sorting);
        Set<AccountId> ids = plan.targets().stream().map(target -> target.id()).collect(Collectors.toSet());
        observed.keySet().retainAll(ids);
        return new Draft(plan, PlanFile.digest(plan), decision, overview, observed, connection.watched());
    }

    private static Diagnostic nothingMatched(Sorting sorting) {
        Diagnostic nothing = Diagnostic.refusal(ExitStatus.NOTHING_MATCHED,
                Text.of("Nothing matched: no account is left that this would change."));
        if (sorting.leftOut().isEmpty()) {
            return nothing;
        }
        return nothing.contrast(Text.of("at least one account"),
                Text.of("{0} left out", sorting.leftOut().entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey()).collect(Collectors.joining(", "))));
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
                .refusal(ExitStatus.NOTHING_MATCHED,
                        Text.of("\"{0}\" is no group of this tenant.", Visible.escape(group)))
                .remedy(Text.of("Write the object id of a group.")));
    }

    /**
     * Spares single looks at accounts that a listing shows to be of another sort: no licence here gives a mailbox to a disabled plan, but a
     * shared mailbox needs none, so only guests without a licence are passed over.
     */
    private static Set<AccountId> narrowed(Set<AccountId> ids, Overview overview, Command command,
            Selection selection) {
        if (selection.isNamed() || command.targets().mailboxPresent().isEmpty()) {
            return ids;
        }
        Set<AccountId> kept = new TreeSet<>();
        for (AccountId id : ids) {
            Observation account = overview.accounts().get(id);
            if (account != null && !isUnlicensedGuest(account)) {
                kept.add(id);
            }
        }
        return kept;
    }

    private static boolean isUnlicensedGuest(Observation account) {
        return account.traits().filter(traits -> traits.kind() == Traits.Kind.GUEST).isPresent()
                && account.value(Facet.LICENCES, Licences.class).filter(Licences::isEmpty).isPresent();
    }

    private Map<AccountId, Observation> observe(Set<AccountId> ids, Overview overview) throws TenantFailure {
        return Gathering.observe(connection.reader(), ids, overview.roles());
    }

    private Plan plan(Request request, Overview overview, Optional<Plan.Basis> basis, Sorting sorting) {
        Decision decision = request.decision();
        Instant now = overview.takenAt();
        long active = overview.activeAccounts();
        return new Plan(names.plan(), connection.identity().id(), connection.identity().defaultDomain(),
                connection.site().kind(), decision.command().name(), decision.command().digest(), decision.options(),
                decision.parameters(), sorting.targets(), sorting.leftOut(), decision.contract().loss(),
                connection.unwatched(), active, connection.site().exposure(active), basis, now, now.plus(PLAN_LIFE),
                decision.undo().map(undo -> now.plus(undo.within())), request.reason(), request.ticket(),
                connection.book().user());
    }
}
