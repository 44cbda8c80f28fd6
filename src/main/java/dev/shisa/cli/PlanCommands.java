package dev.shisa.cli;

import dev.shisa.journal.RunKind;
import dev.shisa.operation.RunSummary;
import dev.shisa.text.Text;
import dev.shisa.operation.ShapeCoverage;
import dev.shisa.catalog.Decision;
import dev.shisa.account.Facet;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.evidence.Evidence;
import dev.shisa.operation.Archive;
import dev.shisa.operation.Connection;
import dev.shisa.operation.Draft;
import dev.shisa.operation.Operation;
import dev.shisa.operation.Replanning;
import dev.shisa.operation.Settlement;
import dev.shisa.operation.Terms;
import dev.shisa.plan.Plan;
import dev.shisa.plan.PlanFile;
import dev.shisa.plan.Visible;
import dev.shisa.tenant.TenantFailure;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plans and what rehearsals proved for them. */
final class PlanCommands {
    private PlanCommands() {
    }

    /** Lists plans. */
    @Command(name = "list", description = "Plans in the store, oldest first.")
    static final class ListPlans implements BuiltIn {
        @Override
        public int run(Desk desk) {
            return desk.carryOut("plan list", session -> {
                for (String name : session.archive().plans()) {
                    Plan plan = load(session.archive(), name).plan();
                    new Rows().with("plan", plan.id()).with("created", plan.created().toString())
                            .with("command", plan.command())
                            .with("targets", plan.targets().size()).with("domain", plan.domain())
                            .show(session.view(), "plan");
                }
                return session.outcome();
            });
        }
    }

    /** Shows a plan. */
    @Command(name = "show", description = "One plan with its targets. A stale plan is still shown.")
    static final class Show implements BuiltIn {
        @Parameters(paramLabel = "PLAN", description = "Name or file of the plan.")
        private String plan = "";

        @Override
        public int run(Desk desk) {
            return desk.carryOut("plan show", session -> {
                Plan found = load(session.archive(), plan).plan();
                new Rows().with("plan", found.id()).with("command", found.command())
                        .with("options", List.copyOf(found.options()))
                        .with("domain", found.domain()).with("created", found.created().toString())
                        .with("expires", found.expires().toString()).show(session.view(), "plan");
                found.targets().forEach(target -> new Rows().with("id", target.id().value()).with("name", target.name())
                        .with("shape", target.shape()).show(session.view(), "target"));
                Outcome shown = session
                        .tell(planned(session.outcome().at(found.tenantId(), found.domain(), found.kind()), found));
                Optional<RunSummary> spent = session.archive().runs().stream()
                        .filter(run -> run.kind() == RunKind.RUN && run.plan().equals(found.id())).findFirst();
                if (spent.isPresent()) {
                    session.view().note(Text.of("This plan is spent: {0} carried it out.", spent.get().run()));
                    return shown;
                }
                return shown.next(session.line(GuardedCommand.applyWords(found)));
            });
        }
    }

    /** What is said aloud before a write. */
    abstract static class Spoken implements BuiltIn {
        @Parameters(paramLabel = "PLAN", description = "Name or file of the plan.")
        private String plan = "";

        @Option(names = "--expect-count", paramLabel = "N", description = "Refuse unless exactly so many accounts remain.")
        private @Nullable String expected;

        @Mixin
        private SpokenOptions spoken = new SpokenOptions();

        String plan() {
            return plan;
        }

        Terms terms() throws RefusedException {
            return spoken.terms(Optional.ofNullable(expected));
        }

        @Override
        public final int run(Desk desk) {
            return desk.carryOut(name(), session -> {
                Terms said = terms();
                Archive archive = session.archive();
                PlanFile.Content.Intact file = load(archive, plan);
                session.tell(planned(session.outcome(), file.plan()));
                session.lock(session.choice().tenantId(), name() + " " + plan);
                Connection connection = session.connectToWrite();
                Draft draft = Replanning.of(file, connection, archive, desk.catalog(), session.names());
                session.view().plan(draft);
                session.tell(planned(session.outcome(), draft.plan()));
                Terms terms = SpokenOptions.ask(session, said, draft.plan().loss());
                return go(session, connection, draft, terms, archive);
            });
        }

        abstract String name();

        abstract Outcome go(Session session, Connection connection, Draft draft, Terms spoken, Archive archive)
                throws RefusedException, IOException, TenantFailure, InterruptedException;
    }

    /** Runs a plan. */
    @Command(name = "apply", description = "Run a plan; rehearse first where evidence lacks.")
    static final class Apply extends Spoken {
        @Option(names = "--not-before", paramLabel = "TIME", description = "Wait until then, by the service's clock, and look again before anything is written.")
        private @Nullable String notBefore;

        @Override
        String name() {
            return "apply";
        }

        @Override
        Outcome go(Session session, Connection connection, Draft draft, Terms spoken, Archive archive)
                throws RefusedException, IOException, TenantFailure, InterruptedException {
            return GuardedCommand.execute(session, connection, draft, spoken, archive,
                    GuardedCommand.moment(Optional.ofNullable(notBefore)));
        }
    }

    /** Makes the evidence that a plan lacks. */
    @Command(name = "rehearse", description = "Make the evidence that a plan lacks, on rehearsal accounts.")
    static final class Rehearse extends Spoken {
        @Override
        String name() {
            return "rehearse";
        }

        @Override
        Outcome go(Session session, Connection connection, Draft draft, Terms spoken, Archive archive)
                throws RefusedException, IOException, TenantFailure, InterruptedException {
            Settlement settlement = Settlement.of(draft, Optional.of(spoken), connection, archive, session.catalog(),
                    session.names());
            Map<String, Evidence> evidence = new Operation(connection, archive, session.names(), session.operator(),
                    session.catalog())
                    .rehearse(settlement);
            evidence.values().forEach(found -> row(found, session.view()));
            return session.outcome().next(session.line(GuardedCommand.applyWords(draft.plan()))).ending("completed",
                    ExitStatus.DONE,
                    session.writeCalls());
        }
    }

    /** Shows what is proved about the shapes of a plan. */
    @Command(name = "coverage", description = "Which shapes of a plan's targets are proved, and what a rehearsal still has to exercise.")
    static final class ShowCoverage implements BuiltIn {
        @Parameters(paramLabel = "PLAN", description = "Name or file of the plan.")
        private String plan = "";

        @Override
        public int run(Desk desk) {
            return desk.carryOut("evidence coverage", session -> {
                Plan found = load(session.archive(), plan).plan();
                session.tell(planned(session.outcome(), found));
                Optional<dev.shisa.catalog.Command> command = desk.catalog().find(found.command())
                        .filter(entry -> entry.digest().equals(found.commandDigest()));
                if (command.isEmpty()) {
                    throw new RefusedException(Diagnostic
                            .refusal(ExitStatus.PLAN_STALE,
                                    Text.of("The catalog's entry for {0} is not the one of the plan.", found.command()))
                            .remedy(Text.of("Make a new plan.")));
                }
                Decision decision = new Decision(command.get(), found.options(), found.parameters());
                List<ShapeCoverage> coverage = ShapeCoverage.of(found, decision, session.connect(),
                        session.archive());
                coverage.forEach(shape -> row(shape, session.view()));
                boolean covered = coverage.stream().allMatch(ShapeCoverage::isCovered);
                return session.outcome().ending("completed", covered ? ExitStatus.DONE : ExitStatus.DIFFERENCES,
                        session.writeCalls());
            });
        }

        private static void row(ShapeCoverage shape, View view) {
            new Rows().with("shape", shape.shape()).with("targets", shape.targets())
                    .with("covered", shape.isCovered())
                    .with("gaps", shape.gaps().stream().sorted().map(Facet::label).toList())
                    .with("run", shape.evidence().map(Evidence::run).orElse(""))
                    .with("account", shape.evidence().map(Evidence::name).orElse(""))
                    .with("expires", shape.evidence().map(found -> found.expires().toString()).orElse(""))
                    .show(view, "coverage");
        }
    }

    /** Lists evidence. */
    @Command(name = "list", description = "Evidence in the store, expired included.")
    static final class ListEvidence implements BuiltIn {
        @Override
        public int run(Desk desk) {
            return desk.carryOut("evidence list", session -> {
                session.archive().evidence().forEach(evidence -> row(evidence, session.view()));
                return session.outcome();
            });
        }
    }

    private static void row(Evidence evidence, View view) {
        new Rows().with("command", evidence.key().command() + " " + evidence.key().words())
                .with("shape", evidence.key().shape())
                .with("account", evidence.name()).with("made", evidence.made().toString())
                .with("expires", evidence.expires().toString())
                .with("exercised", evidence.exercised().stream().sorted().map(Facet::label).toList())
                .with("residue", evidence.residue().stream().map(left -> left.facet().label()).toList())
                .with("run", evidence.run())
                .show(view, "evidence");
    }

    static Outcome planned(Outcome outcome, Plan plan) {
        return outcome.planned(plan.id(), plan.targets().size(), plan.leftOutCount(), plan.confirmation(),
                plan.loss().stream().map(Facet::label).sorted().toList(), plan.undoDeadline().map(Object::toString));
    }

    static PlanFile.Content.Intact load(Archive archive, String name) throws RefusedException, IOException {
        Optional<PlanFile.Content> content = archive.plan(name);
        if (content.isEmpty()) {
            throw new RefusedException(Diagnostic
                    .refusal(ExitStatus.NOTHING_MATCHED,
                            Text.of("There is no plan {0}.{1}", Visible.escape(name), Visible.hint(name)))
                    .remedy(Text.of("List them: shisa plan list.")));
        }
        return switch (content.get()) {
            case PlanFile.Content.Intact intact -> intact;
            case PlanFile.Content.Altered altered -> throw new RefusedException(Diagnostic
                    .refusal(ExitStatus.PLAN_STALE,
                            Text.of("The plan {0} is not as it was made: {1}.", name, altered.sentence()))
                    .remedy(Text.of("Make a new plan.")));
        };
    }
}
