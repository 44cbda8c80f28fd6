package dev.shisa.execute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import dev.shisa.account.AccountId;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.Observation;
import dev.shisa.catalog.Change;
import dev.shisa.catalog.Contract;
import dev.shisa.catalog.Decision;
import dev.shisa.catalog.Effect;
import dev.shisa.catalog.WireCall;
import dev.shisa.journal.TargetState;
import dev.shisa.plan.Target;
import dev.shisa.tenant.FakeAccount;
import dev.shisa.tenant.FakeFault;
import dev.shisa.tenant.WriteOutcome;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicInteger;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Enabled;
import dev.shisa.plan.Restoration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One account and several requests: each settled before the next, halted between them, and never called untouched after the first. */
class ExecutorStepsTest {
    private static final Decision KEEP = Bench.keepIdentity();

    private static JobResult run(Bench bench, AccountId id) throws Exception {
        Target target = bench.targets(List.of(id), KEEP).getFirst();
        return bench.executor().execute(bench.job(target, KEEP));
    }

    private static Effect effect(Change change) {
        return new Effect(change, Duration.ofSeconds(5), Optional.empty());
    }

    /** These requests one after the other, each until the account looks different. */
    private static Recipe sending(WireCall... calls) {
        return new Recipe() {
            @Override
            public int mostSteps() {
                return calls.length;
            }

            @Override
            public Optional<WireCall> next(Observation now, int done) {
                return done < calls.length ? Optional.of(calls[done]) : Optional.empty();
            }
        };
    }

    private static WireCall disable(AccountId id) {
        return new WireCall("PATCH", "/users/" + id, Optional.of("{\"accountEnabled\":false}"));
    }

    private static WireCall delete(AccountId id) {
        return new WireCall("DELETE", "/users/" + id, Optional.empty());
    }

    @Test
    void aRequestThatDoesMoreThanIsDeclaredNeverLeaves(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("a");
            JobResult result = bench.executor()
                    .execute(new Job(id, Optional.empty(), sending(delete(id)), KEEP.contract()));
            assertTrue(assertInstanceOf(JobResult.Skipped.class, result).reason().startsWith("not sent: DELETE"),
                    result::toString);
            assertEquals(0, bench.tenant.writeCalls());
        }
    }

    @Test
    void anAccountOfWhichAStepWasSentIsNeverCalledSkipped(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("a");
            Contract disabled = new Contract(List.of(effect(new Change.ToEnabled(false))));
            JobResult result = bench.executor()
                    .execute(new Job(id, Optional.empty(), sending(disable(id), delete(id)), disabled));
            assertInstanceOf(JobResult.Unresolved.class, result);
            assertEquals(1, bench.tenant.writeCalls());
            assertEquals(TargetState.UNKNOWN, bench.folded().targets().get(id));
        }
    }

    @Test
    void aSecondStepThatIsRefusedLeavesTheAccountUnresolved(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("a");
            bench.tenant.misbehave(new FakeFault.Refused(2, 400));
            Contract both = new Contract(List.of(effect(new Change.ToEnabled(false)),
                    effect(new Change.ToIdentity(Identity.SOFT_DELETED))));
            JobResult result = bench.executor()
                    .execute(new Job(id, Optional.empty(), sending(disable(id), delete(id)), both));
            assertInstanceOf(JobResult.Unresolved.class, result);
            assertEquals(List.of("1.1 PATCH", "2.1 DELETE"), bench.intents());
            assertEquals(TargetState.UNKNOWN, bench.folded().targets().get(id));
            assertEquals(false, bench.tenant.truth(id).map(FakeAccount::enabled).orElseThrow());
        }
    }

    /** Requests of which the first is accepted and the second refused, and more after them. */
    private static Recipe goingOn(AtomicInteger refused, WireCall... calls) {
        Recipe recipe = sending(calls);
        return new Recipe() {
            @Override
            public int mostSteps() {
                return recipe.mostSteps();
            }

            @Override
            public Optional<WireCall> next(Observation now, int done) {
                return recipe.next(now, done);
            }

            @Override
            public boolean goesOnWithout(WireCall call) {
                refused.incrementAndGet();
                return true;
            }
        };
    }

    @Test
    void aRecipeMayGoOnWithoutWhatIsRefusedButNotWithoutItsFirstRequest(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("a");
            Contract disabled = new Contract(List.of(effect(new Change.ToEnabled(false))));
            WireCall first = disable(id);
            WireCall second = new WireCall("PATCH", "/users/" + id, Optional.of("{\"accountEnabled\": false}"));
            bench.tenant.misbehave(new FakeFault.Refused(2, 400));
            AtomicInteger asked = new AtomicInteger();
            assertInstanceOf(JobResult.Written.class, bench.executor()
                    .execute(new Job(id, Optional.empty(), goingOn(asked, first, second), disabled)));
            assertEquals(1, asked.get());
            assertEquals(List.of("1.1 PATCH", "2.1 PATCH"), bench.intents());
        }
        try (Bench bench = Bench.in(Files.createDirectory(folder.resolve("first")))) {
            AccountId id = bench.tenant.addUser("a");
            Contract disabled = new Contract(List.of(effect(new Change.ToEnabled(false))));
            bench.tenant.misbehave(new FakeFault.Refused(1, 400));
            AtomicInteger asked = new AtomicInteger();
            assertInstanceOf(JobResult.Refused.class, bench.executor()
                    .execute(new Job(id, Optional.empty(), goingOn(asked, disable(id), delete(id)), disabled)));
            assertEquals(0, asked.get());
        }
    }

    /** A halt that somebody orders while something is waited for. */
    private static Halt whenWaited(Bench bench) {
        return new Halt() {
            @Override
            public Optional<String> reason() {
                return bench.waits.isEmpty() ? Optional.empty() : Optional.of("people call");
            }

            @Override
            public boolean isAtOnce() {
                return false;
            }
        };
    }

    @ParameterizedTest
    @CsvSource({"429, true", "400, false"})
    void aHaltWhileTheServiceAsksToWaitLeavesTheAccountForLater(int status, boolean left, @TempDir Path folder)
            throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("a");
            bench.haltedBy(whenWaited(bench));
            bench.instead((_, _) -> Optional.of(new WriteOutcome.Rejected(status, "", 1, "no")));
            assertEquals(left ? new JobResult.Left(id, "people call") : new JobResult.Refused(id, status, "no"),
                    run(bench, id));
            assertEquals(List.of("1.1 POST"), bench.intents());
        }
    }

    @Test
    void aHaltBetweenTwoRequestsLeavesTheAccountUnresolved(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("a");
            bench.haltedBy(whenWaited(bench));
            bench.instead((call, _) -> call.method().equals("DELETE")
                    ? Optional.of(new WriteOutcome.Rejected(429, "", 1, "busy"))
                    : Optional.empty());
            Contract both = new Contract(List.of(effect(new Change.ToEnabled(false)),
                    effect(new Change.ToIdentity(Identity.SOFT_DELETED))));
            assertInstanceOf(JobResult.Unresolved.class, bench.executor()
                    .execute(new Job(id, Optional.empty(), sending(disable(id), delete(id)), both)));
            assertEquals(List.of("1.1 PATCH", "2.1 DELETE"), bench.intents());
        }
    }

    @Test
    void aHaltBeforeTheFirstRequestKeepsItBack(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("a");
            bench.haltedBy(whenWaited(bench));
            bench.waits.add(Duration.ZERO);
            assertEquals(new JobResult.Left(id, "people call"), run(bench, id));
            assertEquals(List.of(), bench.intents());
        }
    }

    @Test
    void aRequestIsSettledBeforeTheNextOneAndNotForEver(@TempDir Path folder) throws Exception {
        Contract both = new Contract(List.of(effect(new Change.ToEnabled(false)),
                effect(new Change.ToIdentity(Identity.SOFT_DELETED))));
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("a");
            Recipe recipe = new Recipe() {
                @Override
                public int mostSteps() {
                    return 2;
                }

                @Override
                public Optional<WireCall> next(Observation now, int done) {
                    boolean enabled = now.value(Facet.ENABLED, Enabled.class).filter(Enabled::enabled).isPresent();
                    return Optional.of(enabled ? disable(id) : delete(id));
                }
            };
            bench.instead((_, _) -> Optional.of(new WriteOutcome.Accepted(204, "", List.of())));
            assertInstanceOf(JobResult.Unresolved.class,
                    bench.executor().execute(new Job(id, Optional.empty(), recipe, both)));
            assertEquals(List.of("1.1 PATCH"), bench.intents(), "its effect was never seen");
            assertEquals(Collections.nCopies(bench.site.waits().looks(), bench.site.waits().reread()),
                    bench.waits);
        }
    }

    @Test
    void theWayBackTakesNoMoreRequestsThanItMay(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("a");
            Observation before = bench.look(id);
            bench.tenant.alter(id, account -> account.withEnabled(false)
                    .withIdentity(Identity.SOFT_DELETED, Optional.of(bench.tenant.now())));
            Restoration back = new Restoration(before);
            Recipe recipe = Recipe.of(back);
            assertEquals(Restoration.MOST_STEPS, recipe.mostSteps());
            assertEquals(Set.of(), recipe.others());
            assertFalse(recipe.goesOnWithout(disable(id)));
            assertInstanceOf(JobResult.Written.class,
                    bench.executor().execute(new Job(id, Optional.empty(), recipe, back.contract())));
            assertEquals(List.of("1.1 POST", "2.1 PATCH"), bench.intents());
            assertTrue(bench.tenant.truth(id).filter(FakeAccount::enabled).isPresent());
        }
    }
}
