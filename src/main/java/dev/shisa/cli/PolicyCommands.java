package dev.shisa.cli;

import dev.shisa.text.Text;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.operation.Connection;
import dev.shisa.operation.Draft;
import dev.shisa.operation.Replanning;
import dev.shisa.operation.Settlement;
import dev.shisa.policy.Policy;
import dev.shisa.policy.PolicySet;
import dev.shisa.policy.Ruling;
import dev.shisa.policy.Verdict;
import dev.shisa.policy.Waivers;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Policies and signed exceptions from them. */
final class PolicyCommands {
    private PolicyCommands() {
    }

    /** Lists policies. */
    @Command(name = "list", description = "Every policy that holds: what came with the program, the site's, and those of --policies.")
    static final class ListPolicies implements BuiltIn {
        @Override
        public int run(Desk desk) {
            Locale locale = desk.options().locale();
            return desk.carryOut("policy list", session -> {
                PolicySet policies = session.bookUnasked().policies();
                for (Policy policy : policies.policies()) {
                    new Rows().with("policy", policy.name()).with("file", policy.source())
                            .with("waivable", policy.isWaivable()).with("summary", policy.summary().in(locale))
                            .show(session.view(), "policy");
                }
                new Rows().with("policies", policies.policies().size()).with("digest", policies.digest())
                        .show(session.view(), "policies");
                return session.outcome();
            });
        }
    }

    /** Runs the cases of all policies. */
    @Command(name = "test", description = "Run the cases that stand beside the policies. A policy that no case shows to make a difference fails, too.")
    static final class TestPolicies implements BuiltIn {
        @Override
        public int run(Desk desk) {
            return desk.carryOut("policy test", session -> {
                PolicySet policies = session.bookUnasked().policies();
                List<String> failures = policies.failures();
                failures.forEach(failure -> new Rows().with("failure", failure).show(session.view(), "failure"));
                new Rows().with("policies", policies.policies().size()).with("cases", policies.cases().size())
                        .with("failures", failures.size()).show(session.view(), "policies");
                return session.outcome().ending("completed",
                        failures.isEmpty() ? ExitStatus.DONE : ExitStatus.DIFFERENCES, session.writeCalls());
            });
        }
    }

    /** Says what every policy says to a plan. */
    @Command(name = "explain", description = "What every policy says to a plan, with the values it reckons.")
    static final class Explain implements BuiltIn {
        @Parameters(paramLabel = "PLAN", description = "Name or file of the plan.")
        private String plan = "";

        @Override
        public int run(Desk desk) {
            Locale locale = desk.options().locale();
            return desk.carryOut("policy explain", session -> {
                Connection connection = session.connect();
                Draft draft = Replanning.of(PlanCommands.load(session.archive(), plan), connection, session.archive(),
                        desk.catalog(), session.names());
                session.tell(PlanCommands.planned(session.outcome(), draft.plan()));
                Settlement settlement = Settlement.of(draft, Optional.empty(), connection, session.archive(),
                        desk.catalog(), session.names());
                Verdict verdict = settlement.verdict();
                if (verdict.rulings().isEmpty()) {
                    // There is no set without a policy: something kept them from being asked, and it is among the refusals.
                    throw new RefusedException(settlement.refusals());
                }
                verdict.rulings().forEach(ruling -> row(ruling, locale, session.view()));
                new Rows().with("approvals", verdict.approvals())
                        .with("exposure", verdict.exposure().map(Object::toString).orElse(""))
                        .with("writes_per_second", verdict.pace().map(Object::toString).orElse(""))
                        .show(session.view(), "verdict");
                return session.outcome().ending("completed",
                        verdict.refusals().isEmpty() ? ExitStatus.DONE : ExitStatus.DIFFERENCES,
                        session.writeCalls());
            });
        }
    }

    private static void row(Ruling ruling, Locale locale, View view) {
        String says = switch (ruling.outcome()) {
            case Ruling.Outcome.Refused refused -> refused.message().in(locale);
            case Ruling.Outcome.Waived waived ->
                Text.of("{0} Waived: {1}.", waived.message(), waived.waiver()).in(locale);
            case Ruling.Outcome.Unevaluable unknown -> unknown.sentence();
            case Ruling.Outcome.Demands demands -> String.valueOf(demands.amount());
            case Ruling.Outcome.Passed _,Ruling.Outcome.NotApplicable _ -> ruling.summary().in(locale);
        };
        new Rows().with("policy", ruling.policy()).with("verdict", ruling.word()).with("says", says)
                .with("values", ruling.values().entrySet().stream()
                        .map(value -> value.getKey() + " = " + value.getValue()).toList())
                .with("file", ruling.source()).show(view, "ruling");
    }

    /** Lists waivers. */
    @Command(name = "list", description = "Every waiver, whether it counts or not.")
    static final class ListWaivers implements BuiltIn {
        @Override
        public int run(Desk desk) {
            return desk.carryOut("waiver list", session -> {
                rows(waivers(session), session.view());
                return session.outcome();
            });
        }
    }

    /** Checks waivers. */
    @Command(name = "check", description = "Whether every waiver counts. One that does not stops everything.")
    static final class CheckWaivers implements BuiltIn {
        @Override
        public int run(Desk desk) {
            return desk.carryOut("waiver check", session -> {
                Waivers waivers = waivers(session);
                rows(waivers, session.view());
                boolean sound = waivers.found().stream().allMatch(waiver -> waiver.problems().isEmpty());
                return session.outcome().ending("completed", sound ? ExitStatus.DONE : ExitStatus.DIFFERENCES,
                        session.writeCalls());
            });
        }
    }

    private static Waivers waivers(Session session) throws RefusedException, IOException {
        Connection connection = session.connect();
        Instant now = connection.identity().serverTime();
        return connection.book().waivers(now);
    }

    private static void rows(Waivers waivers, View view) {
        for (Waivers.Found found : waivers.found()) {
            new Rows().with("file", found.file()).with("counts", found.problems().isEmpty())
                    .with("policy", found.waiver().map(its -> its.policy()).orElse(""))
                    .with("maximum_count", found.waiver().map(its -> its.maximumCount()).orElse(0L))
                    .with("expires", found.waiver().map(its -> its.expires().toString()).orElse(""))
                    .with("reason", found.waiver().map(its -> its.reason()).orElse(""))
                    .with("signers", found.signers().stream().sorted().toList()).with("problems", found.problems())
                    .show(view, "waiver");
        }
    }

    /** What the policies say to a plan that is only looked at, as far as it matters. */
    static void tell(Verdict verdict, View view) {
        verdict.refusals().stream().map(Diagnostic::summary).forEach(
                summary -> view.note(Text.of("As it stands this would be refused: {0}", summary)));
        if (verdict.approvals() > 0) {
            view.note(
                    Text.of("Approvals of other people that it needs: {0} (shisa approve PLAN).", verdict.approvals()));
        }
        verdict.waivers().forEach(waiver -> view.note(Text.of("A waiver lets it pass: {0}.", waiver)));
    }
}
