package dev.shisa.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Tells the hooks of one run. Nothing here throws into the run or keeps it waiting; what does not arrive is kept until somebody asks for it. Safe
 * for several threads.
 */
public final class Notifications {
    /** How long the end of a process waits for what is still to be told. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final List<HookLine> lines;
    private final StallWatch watch;
    private final Supplier<Instant> clock;
    private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failed = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private Optional<Notice> last = Optional.empty();

    /**
     * What time is, and what else shows that a run gets on.
     *
     * @param now local time
     * @param elapsed time since some fixed moment, on a clock that nobody sets
     * @param requests how many requests that write were sent so far
     */
    public record Pulse(Supplier<Instant> now, Supplier<Duration> elapsed, LongSupplier requests) {
    }

    /**
     * Begins to listen.
     *
     * @param ways the way of each hook
     */
    public Notifications(Hooks hooks, Function<Hook, Notifier> ways, Pulse pulse) {
        this.clock = pulse.now();
        this.watch = new StallWatch(hooks.stalledAfter(), pulse.elapsed(), pulse.requests());
        this.lines = hooks.all().stream().map(hook -> new HookLine(hook, ways.apply(hook), this::failed)).toList();
        if (!lines.isEmpty()) {
            Thread.ofVirtual().name("stall watch").start(this::watchOver);
        }
    }

    private void failed(Failure failure) {
        failed.incrementAndGet();
        failures.add(failure);
    }

    /** Tells all hooks that want it, soon. */
    public synchronized void raise(Notice notice) {
        watch.heard();
        last = notice.event().isLast() ? Optional.empty() : Optional.of(notice);
        lines.forEach(line -> line.offer(notice));
    }

    /** Something was heard of the run that nobody needs to be told. */
    public void heard() {
        watch.heard();
    }

    /** What did not arrive since somebody last asked. */
    public List<Failure> failures() {
        List<Failure> found = new ArrayList<>();
        for (Failure failure = failures.poll(); failure != null; failure = failures.poll()) {
            found.add(failure);
        }
        return found;
    }

    /** How many notices did not arrive so far. */
    public int failed() {
        return failed.get();
    }

    /**
     * Takes no more, and waits until all is told; what is not told by then has failed.
     *
     * @param patience how long, at most
     * @throws InterruptedException when the thread is asked to stop while it waits
     */
    public void finish(Duration patience) throws InterruptedException {
        over.countDown();
        lines.forEach(HookLine::end);
        long end = System.nanoTime() + patience.toNanos();
        try {
            for (HookLine line : lines) {
                line.await(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
        } finally {
            lines.forEach(HookLine::giveUp);
            for (HookLine line : lines) {
                line.await(HookLine.CLEARING.multipliedBy(2));
            }
        }
    }

    private void watchOver() {
        try {
            while (!over.await(LOOK.toNanos(), TimeUnit.NANOSECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells the hooks if the run stalls and they were not told yet. */
    synchronized void look() {
        if (last.isPresent() && watch.isNewlyStalled()) {
            Notice stalled = last.get().stalled(clock.get(), "nothing was heard of it for " + watch.bound());
            lines.forEach(line -> line.offer(stalled));
        }
    }
}
