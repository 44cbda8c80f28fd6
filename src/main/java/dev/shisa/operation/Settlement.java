package dev.shisa.operation;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Roles;
import dev.shisa.account.Observation;
import dev.shisa.catalog.Catalog;
import dev.shisa.catalog.Command;
import dev.shisa.catalog.Decision;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.evidence.Coverage;
import dev.shisa.evidence.Evidence;
import dev.shisa.evidence.EvidenceKey;
import dev.shisa.execute.Gathering;
import dev.shisa.plan.Target;
import dev.shisa.journal.RunKind;
import dev.shisa.rehearsal.Stage;
import dev.shisa.site.TenantKind;
import dev.shisa.snapshot.Snapshot;
import dev.shisa.tenant.TenantFailure;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Everything that can be refused before the first write, all of it at once.
 *
 * @param refusals why nothing may be written; empty when everything is settled
 * @param evidence evidence that counts, by shape
 * @param stage the accounts on which the shapes without evidence are rehearsed
 */
public record Settlement(List<Diagnostic> refusals, Map<String, Evidence> evidence, Stage stage) {

    public Settlement {
        refusals = List.copyOf(refusals);
        evidence = Map.copyOf(evidence);
    }

    /**
     * Settles a draft.
     *
     * @param draft what would be done
     * @param terms what somebody said aloud; empty when only a rehearsal is wanted
     * @param connection the tenant
     * @param archive evidence and earlier runs
     * @param catalog where the command is found that this one brings back
     */
    public static Settlement of(Draft draft, Optional<Terms> terms, Connection connection, Archive archive,
            Catalog catalog)
            throws IOException, TenantFailure {
        List<Diagnostic> refusals = new ArrayList<>(closed(archive, draft.plan().tenantId(), Optional.empty()));
        terms.ifPresent(said -> refusals
                .addAll(said.refusals(draft.plan().targets().size(), draft.plan().domain(), draft.plan().loss())));
        approvalRefusal(connection).ifPresent(refusals::add);
        SortedMap<String, String> traits = connection.reader().tenantTraits();
        Map<String, Evidence> evidence = new HashMap<>();
        Map<String, Set<Facet>> lacking = new TreeMap<>();
        heldByShape(draft).forEach((shape, held) -> {
            Optional<Evidence> found = find(archive,
                    EvidenceKey.of(draft.plan().tenantId(), traits, draft.decision(), shape),
                    connection.identity().serverTime()).filter(e -> Coverage.gaps(held, e.exercised()).isEmpty());
            found.ifPresentOrElse(e -> evidence.put(shape, e), () -> lacking.put(shape, held));
        });
        Stage stage = lacking.isEmpty()
                ? new Stage(new TreeMap<>(), List.of())
                : stage(draft, connection, lacking, catalog);
        refusals.addAll(stage.refusals());
        return new Settlement(refusals, evidence, stage);
    }

    private static Optional<Evidence> find(Archive archive, EvidenceKey key, Instant now) {
        try {
            return archive.evidence(key, now);
        } catch (IOException e) {
            // Evidence that cannot be read is no evidence; the rehearsal is made again.
            return Optional.empty();
        }
    }

    /**
     * Why a tenant is closed.
     *
     * @param except a run that may stay open, because the one that is settled brings it back
     */
    public static List<Diagnostic> closed(Archive archive, String tenantId, Optional<String> except)
            throws IOException {
        return archive.open(tenantId).stream()
                .filter(run -> except.filter(it -> it.equals(run.run()) || run.isUndoOf(it)).isEmpty())
                .map(run -> Diagnostic
                        .refusal(ExitStatus.CLOSED,
                                "The tenant is closed by " + run.kind().label() + " " + run.run() + ".")
                        .contrast("every earlier run is resolved",
                                run.command() + " of " + run.started() + " is " + run.status().label())
                        .remedy("Look at it: shisa run show " + run.run() + ". Bring it back: shisa undo "
                                + (run.kind() == RunKind.UNDO ? run.plan() : run.run()) + "."))
                .toList();
    }

    private static Optional<Diagnostic> approvalRefusal(Connection connection) {
        if (connection.site().kind() == TenantKind.SANDBOX) {
            return Optional.empty();
        }
        return Optional.of(Diagnostic
                .refusal(ExitStatus.APPROVAL,
                        "A " + connection.site().kind().label() + " tenant needs the approval of another person.")
                .contrast("an approval", "none; this version makes plans for such a tenant and does not run them")
                .remedy("Use the plan to check what would happen; try runs on the sandbox tenant."));
    }

    private static Map<String, Set<Facet>> heldByShape(Draft draft) {
        Map<String, List<Observation>> byShape = draft.plan().targets().stream()
                .collect(Collectors.groupingBy(Target::shape,
                        TreeMap::new, Collectors.mapping(target -> observation(draft, target), Collectors.toList())));
        Map<String, Set<Facet>> held = new TreeMap<>();
        byShape.forEach((shape, accounts) -> held.put(shape, Coverage.held(accounts, draft.watched())));
        return held;
    }

    private static Observation observation(Draft draft, Target target) {
        return Optional.ofNullable(draft.targets().get(target.id()))
                .orElseThrow(() -> new IllegalStateException("a target that nobody observed: " + target.id()));
    }

    private static Stage stage(Draft draft, Connection connection, Map<String, Set<Facet>> lacking, Catalog catalog)
            throws TenantFailure {
        Optional<Decision> preparation = counterpart(draft.decision(), catalog);
        List<AccountId> listed = new ArrayList<>(listed(draft.decision(), draft, connection));
        preparation.ifPresent(before -> listed.addAll(listed(before, draft, connection)));
        Map<AccountId, Observation> observed = Gathering.observe(connection.reader(), new TreeSet<>(listed),
                roles(draft.snapshot()));
        return Stage.set(lacking, observed.values(), draft.decision(), preparation, connection.site(), draft.watched());
    }

    private static List<AccountId> listed(Decision decision, Draft draft, Connection connection) {
        return Planning.listed(draft.snapshot(), connection.site()::isRehearsal,
                decision.command().targets().identity());
    }

    /** The command that names this one as its way back, decided alike: it makes of an account what this one brings back. */
    private static Optional<Decision> counterpart(Decision decision, Catalog catalog) {
        for (Command command : catalog.commands()) {
            for (Command.Undo undo : command.undo()) {
                TreeSet<String> options = new TreeSet<>(undo.option().stream().toList());
                TreeMap<String, String> parameters = new TreeMap<>(decision.parameters());
                parameters.keySet().retainAll(command.parameters().stream().map(Command.Parameter::name).toList());
                if (undo.command().equals(decision.command().name())
                        && Decision.open(command, options, parameters).isEmpty()) {
                    return Optional.of(new Decision(command, options, parameters));
                }
            }
        }
        return Optional.empty();
    }

    static Map<AccountId, Roles> roles(Snapshot snapshot) {
        Map<AccountId, Roles> roles = new HashMap<>();
        snapshot.accounts().forEach(
                (id, account) -> account.value(Facet.ROLES, Roles.class).ifPresent(held -> roles.put(id, held)));
        return roles;
    }
}
