package dev.shisa.operation;

import dev.shisa.text.Sentence;
import dev.shisa.text.Text;
import dev.shisa.diag.RefusedException;
import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.Observation;
import dev.shisa.catalog.Catalog;
import dev.shisa.catalog.Command;
import dev.shisa.catalog.Decision;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.evidence.Evidence;
import dev.shisa.execute.Gathering;
import dev.shisa.plan.Target;
import dev.shisa.journal.RunKind;
import dev.shisa.rehearsal.Stage;
import dev.shisa.policy.Verdict;
import dev.shisa.site.Site;
import dev.shisa.tenant.TenantFailure;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import dev.shisa.journal.RunStatus;
import java.util.TreeSet;

/**
 * Everything that can be refused before the first write, all of it at once.
 *
 * @param draft what would be done; with a look at the whole tenant where something has to be rehearsed
 * @param refusals why nothing may be written; empty when everything is settled
 * @param evidence evidence that counts, by shape
 * @param stage the accounts on which the shapes without evidence are rehearsed
 * @param verdict what the policies say; empty where they cannot be asked, and then there are refusals
 */
public record Settlement(Draft draft, List<Diagnostic> refusals, Map<String, Evidence> evidence, Stage stage,
        Verdict verdict) {

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
            Catalog catalog, Names names) throws RefusedException, IOException, TenantFailure {
        return of(draft, terms, connection, archive, catalog, names, Optional.empty(), Set.of());
    }

    /**
     * Settles what is left of a run that stopped.
     *
     * @param resumed that run, which may stay open; empty for a new one
     * @param leftAlone targets that nothing will be sent for, so that nothing has to be proved for them
     */
    static Settlement of(Draft draft, Optional<Terms> terms, Connection connection, Archive archive, Catalog catalog,
            Names names, Optional<RunSummary> resumed, Set<AccountId> leftAlone)
            throws RefusedException, IOException, TenantFailure {
        List<Diagnostic> refusals = new ArrayList<>(resumed.isPresent()
                ? closedToResuming(archive, resumed.get())
                : closed(archive, draft.plan().tenantId()));
        terms.ifPresent(said -> refusals
                .addAll(said.refusals(draft.plan().targets().size(), draft.plan().domain(), draft.plan().loss())));
        Map<String, Evidence> evidence = new HashMap<>();
        Map<String, Set<Facet>> lacking = new TreeMap<>();
        for (ShapeCoverage shape : ShapeCoverage.of(targets(draft, leftAlone), draft.decision(), connection, archive)) {
            shape.evidence().filter(_ -> shape.isCovered()).ifPresentOrElse(
                    found -> evidence.put(shape.shape(), found), () -> lacking.put(shape.shape(), shape.held()));
        }
        Draft seen = draft;
        Stage stage = new Stage(new TreeMap<>(), List.of());
        if (!lacking.isEmpty()) {
            Overview.Whole whole = draft.overview() instanceof Overview.Whole known
                    ? known
                    : Replanning.whole(connection, archive, names);
            stage = stage(draft, whole, connection, lacking, catalog);
            seen = draft.with(whole);
        }
        refusals.addAll(stage.refusals());
        Verdict verdict = verdict(seen, terms, new EvidenceAtHand(evidence, stage.refusals().size()),
                resumed.isPresent(),
                leftAlone, connection, archive, catalog, refusals);
        return new Settlement(seen, refusals, evidence, stage, verdict);
    }

    /** What the policies say; whatever keeps them from being asked is a refusal. */
    private static Verdict verdict(Draft draft, Optional<Terms> terms, EvidenceAtHand atHand, boolean resumed,
            Set<AccountId> leftAlone, Connection connection, Archive archive, Catalog catalog,
            List<Diagnostic> refusals) throws TenantFailure, IOException {
        try {
            Instant now = connection.reader().identify().serverTime();
            Rules rules = connection.book().rules(now);
            Verdict verdict = rules.policies().judge(
                    Circumstances.of(draft, terms, atHand, resumed, leftAlone, connection, archive, catalog, rules,
                            now),
                    rules.waivers().counting());
            refusals.addAll(verdict.refusals());
            return verdict;
        } catch (RefusedException e) {
            refusals.addAll(e.diagnostics());
            return new Verdict(List.of());
        }
    }

    /**
     * What the policies say to a plan that is only looked at; what is proved about it is not asked.
     *
     * @throws RefusedException when somebody has to mend them, or what they ask about cannot be told
     */
    public static Verdict preview(Draft draft, Terms terms, Connection connection, Archive archive, Catalog catalog)
            throws TenantFailure, IOException, RefusedException {
        Instant now = connection.identity().serverTime();
        Rules rules = connection.book().rules(now);
        return rules.policies()
                .judge(Circumstances.of(draft, Optional.of(terms), new EvidenceAtHand(Map.of(), 0), false,
                        Set.of(), connection, archive, catalog, rules, now), rules.waivers().counting());
    }

    /** How many accounts may be written and not yet judged: the least of what anybody says. */
    int exposure(Connection connection) {
        int site = connection.site().exposure(draft.overview().activeAccounts());
        return Math.min(Math.min(site, draft.plan().exposure()), verdict.exposure().orElse(site));
    }

    /** The site with the slowest pace that anybody demands. */
    Site paced(Site site) {
        return verdict.pace().map(site::atMost).orElse(site);
    }

    /**
     * Why a tenant is closed to whatever is new: runs that are not resolved, and a halt of all runs.
     */
    public static List<Diagnostic> closed(Archive archive, String tenantId) throws IOException, RefusedException {
        return closed(archive, tenantId, _ -> false, Optional.empty());
    }

    /**
     * Why a tenant is closed to a run that goes on. An undo of it that was begun closes it, too: what is being brought back is not written again.
     *
     * @param run the run that goes on
     */
    public static List<Diagnostic> closedToResuming(Archive archive, RunSummary run)
            throws IOException, RefusedException {
        return closed(archive, run.tenantId(), open -> open.run().equals(run.run()), Optional.of(run.run()));
    }

    /**
     * Why a tenant is closed to the way back of a run. Undos of it that got stuck have ended; one that can go on has to go on first, because nobody
     * has settled yet what it wrote.
     *
     * @param undone the run that is brought back
     * @param undo the undo that goes on; the run itself for a new one
     */
    public static List<Diagnostic> closedToUndoing(Archive archive, RunSummary undone, RunSummary undo)
            throws IOException, RefusedException {
        return closed(archive, undone.tenantId(),
                open -> open.run().equals(undone.run()) || open.run().equals(undo.run())
                        || (open.isUndoOf(undone.run()) && !open.goesOn() && open.status() != RunStatus.RUNNING),
                Optional.of(undo.run()));
    }

    private static List<Diagnostic> closed(Archive archive, String tenantId, Predicate<RunSummary> except,
            Optional<String> run) throws IOException, RefusedException {
        List<Diagnostic> closed = new ArrayList<>();
        archive.open(tenantId).stream().filter(except.negate()).map(Settlement::closed).forEach(closed::add);
        halted(archive, run).ifPresent(closed::add);
        return closed;
    }

    /**
     * Refuses what is about to begin writing while somebody wants everything to stop.
     *
     * @throws RefusedException when all runs are halted
     * @throws InterruptedException when whoever works here was stopped
     */
    static void refuseIfHalted(Archive archive, Operator operator) throws RefusedException, InterruptedException {
        Optional<Diagnostic> halted = halted(archive, Optional.empty());
        if (halted.isPresent()) {
            throw new RefusedException(halted.get());
        }
        if (operator.halt().reason().isPresent()) {
            throw new InterruptedException(operator.halt().reason().get());
        }
    }

    /**
     * Why nothing may be begun or gone on with because somebody ordered a halt.
     *
     * @param run the run that would go on; empty for a new one, which only a halt of all runs concerns
     */
    public static Optional<Diagnostic> halted(Archive archive, Optional<String> run) {
        Optional<String> halt = run.isPresent() ? archive.halts().reason(run.get()) : archive.halts().reasonForAll();
        return halt.map(reason -> Diagnostic.refusal(ExitStatus.CLOSED, Text.of("Somebody halted what is to be done."))
                .contrast(Text.of("no halt is ordered"), Text.of("{0}", new Sentence(reason)))
                .remedy(Text.of("When that person agrees: {0}", clearing(archive, run))));
    }

    /** The line that clears the halts that hold this up; a halt of all runs comes first. */
    public static String clearing(Archive archive, Optional<String> run) {
        String what = archive.halts().reasonForAll().isPresent() ? "--all" : run.orElse("--all");
        return "shisa halt " + what + " --clear --reason TEXT";
    }

    private static Diagnostic closed(RunSummary run) {
        String back = run.kind() == RunKind.UNDO ? run.plan() : run.run();
        Text on = run.goesOn() ? Text.of(" Go on with it: shisa run resume {0}.", run.run()) : Text.of("");
        return Diagnostic
                .refusal(ExitStatus.CLOSED,
                        Text.of("The tenant is closed by {0} {1}.", Text.word(run.kind().label()), run.run()))
                .contrast(Text.of("every earlier run is resolved"),
                        Text.of("{0} of {1}, by {2}, is {3}", run.command(), run.started(), run.by(),
                                Text.word(run.status().label())))
                .remedy(Text.of("Look at it: shisa run show {0}.{1} Bring it back: shisa undo {2}. Or close it: shisa "
                        + "run close {3} --reason TEXT.", run.run(), on, back, run.run()));
    }

    private static List<Observation> targets(Draft draft, Set<AccountId> leftAlone) {
        return draft.plan().targets().stream().filter(target -> !leftAlone.contains(target.id()))
                .map(target -> observation(draft, target)).toList();
    }

    private static Observation observation(Draft draft, Target target) {
        return Optional.ofNullable(draft.targets().get(target.id()))
                .orElseThrow(() -> new IllegalStateException("a target that nobody observed: " + target.id()));
    }

    private static Stage stage(Draft draft, Overview.Whole whole, Connection connection,
            Map<String, Set<Facet>> lacking,
            Catalog catalog) throws TenantFailure {
        Optional<Decision> preparation = counterparts(draft.decision(), catalog).stream().findFirst();
        TreeSet<AccountId> listed = new TreeSet<>(listed(draft.decision(), whole, connection));
        preparation.ifPresent(before -> listed.addAll(listed(before, whole, connection)));
        Map<AccountId, Observation> observed = Gathering.observe(connection.reader(), listed, whole.roles());
        return Stage.set(lacking, observed.values(), draft.decision(), preparation, connection.site(), draft.watched());
    }

    private static Set<AccountId> listed(Decision decision, Overview.Whole whole, Connection connection) {
        return whole.listed(connection.site()::isRehearsal, decision.command().targets().identity());
    }

    /** The commands that name this one as their way back, decided alike: they make of an account what this one brings back. */
    static List<Decision> counterparts(Decision decision, Catalog catalog) {
        List<Decision> counterparts = new ArrayList<>();
        for (Command command : catalog.commands()) {
            for (Command.Undo undo : command.undo()) {
                TreeSet<String> options = new TreeSet<>(undo.option().stream().toList());
                TreeMap<String, String> parameters = new TreeMap<>(decision.parameters());
                parameters.keySet().retainAll(command.parameters().stream().map(Command.Parameter::name).toList());
                if (undo.command().equals(decision.command().name())
                        && Decision.open(command, options, parameters).isEmpty()) {
                    counterparts.add(new Decision(command, options, parameters, decision.mailboxDelay()));
                }
            }
        }
        return counterparts;
    }
}
