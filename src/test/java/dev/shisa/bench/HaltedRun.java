package dev.shisa.bench;

import dev.shisa.account.AccountId;
import dev.shisa.catalog.Decision;
import dev.shisa.catalog.WireCall;
import dev.shisa.execute.Bench;
import dev.shisa.execute.Halt;
import dev.shisa.journal.RunKind;
import dev.shisa.judge.Baseline;
import dev.shisa.run.Prober;
import dev.shisa.run.RunOrder;
import dev.shisa.run.Runner;
import dev.shisa.run.Tally;
import dev.shisa.tenant.Budget;
import dev.shisa.tenant.FakeFault;
import dev.shisa.tenant.PacedWriter;
import dev.shisa.tenant.TenantReader;
import dev.shisa.tenant.TenantWriter;
import dev.shisa.tenant.Turn;
import dev.shisa.tenant.Waiter;
import dev.shisa.tenant.WriteOutcome;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** One run that is halted, or harms somebody, somewhere in the middle. */
final class HaltedRun {
    private static final int LONGEST_ROUND_TRIP_MICROS = 2_000;

    private final Bench bench;
    private final Random random;
    /** How long a round trip takes is waited for with it. */
    private final Waiter wire;
    private final int targets;
    private final int pace;
    private final int exposure;
    private boolean halted;
    private int open;
    private int sent;
    private int haltAt = Integer.MAX_VALUE;
    private int underWay;
    private int left;

    HaltedRun(Bench bench, Waiter wire, int seed, int targets, int pace, int exposure) {
        this.bench = bench;
        this.wire = wire;
        this.random = new Random(seed);
        this.targets = targets;
        this.pace = pace;
        this.exposure = exposure;
    }

    /**
     * What was seen.
     *
     * @param left requests that left after the halt was asked for
     * @param underWay requests that were under way at that moment: in their turn, and not yet answered
     * @param writtenAfter accounts that were written after the first one that was harmed
     */
    record Seen(int left, int underWay, int writtenAfter) {
    }

    Seen play(boolean halt) throws Exception {
        int at = 1 + random.nextInt(targets - 1);
        List<AccountId> ids = bench.tenant.addUsers("u", targets);
        if (halt) {
            haltAt = at;
        } else {
            bench.tenant.misbehave(new FakeFault.IdentityLost(at));
        }
        Decision decision = Bench.keepIdentity();
        RunOrder order = new RunOrder(bench.opened(RunKind.RUN, targets, exposure), bench.targets(ids, decision),
                target -> bench.job(target, decision), decision.contract(), java.util.Map.of(), bench.watched(),
                Set.of(), Baseline.still(), Set.of(), bench.site, Optional::empty);
        TenantWriter writer = pace == 0 ? wire() : new PacedWriter(wire(), pace, Waiter.real());
        new Runner(order, Tally.empty(), slow(bench.tenant.reader()), writer, bench.journal, bench.keepsakes(),
                bench.timer, halt(), (_, _) -> Prober.Answer.NO_ANSWER, new NobodyIsTold()).run();
        return new Seen(left, underWay, halt ? 0 : (int) Math.max(0, bench.tenant.writeCalls() - at));
    }

    private Halt halt() {
        return new Halt() {
            @Override
            public Optional<String> reason() {
                synchronized (HaltedRun.this) {
                    return halted ? Optional.of("enough") : Optional.empty();
                }
            }

            @Override
            public boolean isAtOnce() {
                return false;
            }
        };
    }

    /** Each request takes a while there and a while back; the halt is asked for when a certain one arrives. */
    private TenantWriter wire() {
        return new TenantWriter() {
            @Override
            public Budget.Permission turn(BooleanSupplier stopped) {
                synchronized (HaltedRun.this) {
                    open++;
                }
                Turn turn = () -> {
                    synchronized (HaltedRun.this) {
                        open--;
                    }
                };
                return new Budget.Permission.Granted(turn);
            }

            @Override
            public WriteOutcome apply(WireCall call, UUID requestId) {
                synchronized (HaltedRun.this) {
                    sent++;
                    left += halted ? 1 : 0;
                    if (sent == haltAt) {
                        halted = true;
                        underWay = open;
                    }
                }
                travel();
                WriteOutcome outcome = bench.writer.apply(call, requestId);
                travel();
                return outcome;
            }

            @Override
            public String application() {
                return bench.writer.application();
            }
        };
    }

    private TenantReader slow(TenantReader reader) {
        return (TenantReader) Proxy.newProxyInstance(TenantReader.class.getClassLoader(),
                new Class<?>[]{TenantReader.class}, (_, method, arguments) -> {
                    travel();
                    try {
                        return method.invoke(reader, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void travel() {
        int micros;
        synchronized (random) {
            micros = random.nextInt(LONGEST_ROUND_TRIP_MICROS);
        }
        try {
            wire.pause(Duration.ofNanos(micros * 1_000L));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(new IOException(e));
        }
    }
}
