package dev.shisa.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.tenant.Budget.Permission;
import dev.shisa.tenant.Budget.Scope;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final Cost READ = new Cost(1, 0, 0);
    private static final Cost AUDITS = new Cost(0, 0, 1);
    private static final Quota TEN = new Quota(10, Duration.ofSeconds(100));

    private final RecordingWaiter waiter = new RecordingWaiter();
    private final List<String> told = new ArrayList<>();

    private Budget budget(boolean binding) {
        return new Budget(TEN, binding, waiter, (wait, why) -> told.add(wait.toMillis() + " ms: " + why));
    }

    private Turn take(Budget budget, Cost cost) throws InterruptedException {
        return assertInstanceOf(Permission.Granted.class, budget.take(cost, Budget.LONGEST_WAIT, () -> false)).turn();
    }

    private void send(Budget budget, Cost cost) throws InterruptedException {
        take(budget, cost).close();
    }

    private Duration now() {
        return Duration.ofNanos(waiter.nanos());
    }

    @Test
    void theQuotaIsACeilingAndIdleTimeIsNotLost() throws InterruptedException {
        Budget budget = budget(true);
        for (int i = 0; i < 5; i++) {
            send(budget, Cost.WRITE);
        }
        waiter.pass(Duration.ofSeconds(99));
        for (int i = 0; i < 5; i++) {
            send(budget, Cost.WRITE);
        }
        assertEquals(Duration.ofSeconds(99), now());
        send(budget, Cost.WRITE);
        assertTrue(now().compareTo(Duration.ofSeconds(102)) >= 0 && now().compareTo(Duration.ofSeconds(104)) <= 0,
                now().toString());
        for (int i = 0; i < 4; i++) {
            send(budget, Cost.WRITE);
        }
        assertTrue(now().compareTo(Duration.ofSeconds(104)) <= 0, "what was sent in the same while is free together");
    }

    @Test
    void inNoStretchOfItsLengthIsMoreSentThanTheQuota() throws InterruptedException {
        for (int seed = 1; seed <= 50; seed++) {
            Random random = new Random(seed);
            Budget budget = budget(true);
            Deque<Long> sent = new ArrayDeque<>();
            for (int i = 0; i < 100; i++) {
                waiter.pass(Duration.ofMillis(random.nextInt(20_000)));
                Turn turn = take(budget, Cost.WRITE);
                long from = waiter.nanos();
                waiter.pass(Duration.ofMillis(random.nextInt(3_000)));
                turn.close();
                sent.addLast(waiter.nanos());
                while (from - sent.getFirst() >= TEN.per().toNanos()) {
                    sent.removeFirst();
                }
                assertTrue(sent.size() <= TEN.limit(), "seed " + seed + ": " + sent.size());
            }
            waiter.pass(TEN.per().multipliedBy(2));
        }
    }

    @Test
    void whatIsUnderWayCountsUntilItsAnswerCame() throws InterruptedException {
        Budget budget = budget(true);
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            turns.add(take(budget, Cost.WRITE));
        }
        waiter.pass(Duration.ofSeconds(500));
        Duration begin = now();
        assertInstanceOf(Permission.Refused.class,
                budget.take(Cost.WRITE, Budget.LONGEST_WAIT,
                        () -> now().minus(begin).compareTo(Duration.ofSeconds(200)) > 0));
        turns.forEach(Turn::close);
        turns.forEach(Turn::close);
        Duration answered = now();
        send(budget, Cost.WRITE);
        assertTrue(now().minus(answered).compareTo(TEN.per()) >= 0, now().minus(answered).toString());
    }

    @Test
    void anUnknownQuotaLimitsOnlyFromTheFirstRefusalOn() throws InterruptedException {
        Budget budget = budget(false);
        for (int i = 0; i < 50; i++) {
            send(budget, Cost.WRITE);
        }
        assertEquals(Duration.ZERO, now());
        budget.refused(Scope.WRITES, Optional.of(Duration.ofMillis(2_500)));
        send(budget, Cost.WRITE);
        assertTrue(now().compareTo(TEN.per()) >= 0, "what was sent before counts: " + now());
    }

    @Test
    void aRefusalOfOneHoldsBackAllOthersOfItsKindAndNobodyElse() throws InterruptedException {
        Budget budget = budget(false);
        budget.refused(Scope.WRITES, Optional.of(Duration.ofMillis(2_500)));
        send(budget, READ);
        send(budget, AUDITS);
        assertEquals(Duration.ZERO, now());
        send(budget, Cost.WRITE);
        assertEquals(Duration.ofMillis(2_500), now());
        budget.refused(Scope.UNITS, Optional.of(Duration.ofSeconds(7)));
        budget.refused(Scope.UNITS, Optional.of(Duration.ofSeconds(1)));
        send(budget, Cost.WRITE);
        assertEquals(Duration.ofMillis(9_500), now(), "a write takes units, too; a shorter wish ends no longer one");
    }

    @Test
    void aWishIsKeptHoweverLongItIsUpToTheLongestAndNoFurther() throws InterruptedException {
        Budget budget = budget(false);
        budget.refused(Scope.UNITS, Optional.of(Budget.LONGEST_WAIT));
        send(budget, READ);
        assertEquals(Budget.LONGEST_WAIT, now());
        budget.refused(Scope.UNITS, Optional.of(Budget.LONGEST_WAIT.plusSeconds(1)));
        assertEquals(
                "it was not sent; it would have to wait 901.0 s: the service asks for it (429); it waits 900.0 s at most",
                assertInstanceOf(Permission.Refused.class, budget.take(READ, Budget.LONGEST_WAIT, () -> false)).why());
        assertEquals(Budget.LONGEST_WAIT, now());
    }

    @Test
    void withoutAWordTheWaitsDoubleUntilSomethingIsTaken() throws InterruptedException {
        Budget budget = budget(false);
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            if (i == 7) {
                budget.taken(Scope.UNITS);
            }
            Duration before = now();
            budget.refused(Scope.UNITS, Optional.empty());
            budget.refused(Scope.UNITS, Optional.empty());
            send(budget, READ);
            waits.add(now().minus(before).toSeconds());
        }
        assertEquals(List.of(2L, 4L, 8L, 16L, 32L, 64L, 64L, 2L), waits);
    }

    @Test
    void whoWaitsIsToldWhyOnce() throws InterruptedException {
        Budget budget = budget(true);
        for (int i = 0; i < 11; i++) {
            send(budget, Cost.WRITE);
        }
        assertEquals(List.of("103000 ms: the quota of writes, 10 in 100 s"), told);
        budget.refused(Scope.UNITS, Optional.of(Duration.ofMillis(12_400)));
        send(budget, READ);
        assertEquals("12400 ms: the service asks for it (429)", told.getLast());
        budget.refused(Scope.UNITS, Optional.of(Duration.ofMillis(900)));
        send(budget, READ);
        assertEquals(2, told.size(), "shorter waits are nobody's business");
    }

    @Test
    void whoIsStoppedLeavesSoonAndSendsNothing() throws InterruptedException {
        Budget budget = budget(true);
        assertInstanceOf(Permission.Refused.class, budget.take(READ, Budget.LONGEST_WAIT, () -> true));
        budget.refused(Scope.UNITS, Optional.of(Duration.ofMinutes(10)));
        assertInstanceOf(Permission.Refused.class,
                budget.take(READ, Budget.LONGEST_WAIT, () -> now().compareTo(Duration.ofSeconds(3)) >= 0));
        assertTrue(now().compareTo(Duration.ofMillis(3_200)) <= 0, now().toString());
        Thread.currentThread().interrupt();
        Budget real = new Budget(TEN, true, Waiter.real(), (_, _) -> {
        });
        real.refused(Scope.UNITS, Optional.of(Duration.ofMinutes(1)));
        assertThrows(InterruptedException.class, () -> real.take(READ, Budget.LONGEST_WAIT, () -> false));
    }

    @Test
    void somethingLargerThanTheQuotaMayGoAlone() throws InterruptedException {
        Budget budget = budget(true);
        Cost many = new Cost(0, 11, 0);
        send(budget, many);
        assertEquals(Duration.ZERO, now());
        send(budget, many);
        assertTrue(now().compareTo(TEN.per()) >= 0, now().toString());
    }

    @Test
    void aQuotaLetsSomethingThrough() {
        assertThrows(IllegalArgumentException.class, () -> new Quota(0, Duration.ofSeconds(1)));
        assertThrows(IllegalArgumentException.class, () -> new Quota(1, Duration.ZERO));
        assertEquals("3,000 in 150 s", Quota.WRITES.describe());
        assertEquals("1 in 0.25 s", new Quota(1, Duration.ofMillis(250)).describe());
    }
}
