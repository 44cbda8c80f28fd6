package dev.shisa.notify;

import dev.shisa.text.Text;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The notices that wait for one hook, and the thread that tells them one after the other. A hook that hangs keeps nobody waiting but the notices
 * behind it. Safe for several threads.
 */
final class HookLine {
    private static final Logger LOG = LoggerFactory.getLogger(HookLine.class);
    /** Gates that wait are told as one, so more than a few wait only where nothing arrives any more. */
    private static final int MOST = 16;
    /** So long whatever was begun may take to end when it is given up. */
    static final Duration CLEARING = Duration.ofSeconds(1);

    private final Hook hook;
    private final Notifier notifier;
    private final Consumer<Failure> failed;
    private final Deque<Notice> waiting = new ArrayDeque<>();
    private final Thread teller;
    private boolean ending;

    /**
     * A line, and its thread.
     *
     * @param failed told of each notice that does not arrive, by any thread
     */
    HookLine(Hook hook, Notifier notifier, Consumer<Failure> failed) {
        this.hook = hook;
        this.notifier = notifier;
        this.failed = failed;
        this.teller = Thread.ofVirtual().name("hook " + hook.terms().name()).start(this::work);
    }

    /** Takes a notice, if the hook wants it. Of gates that wait only the newest is kept: it says what the others said, too. */
    synchronized void offer(Notice notice) {
        if (!hook.wants(notice)) {
            return;
        }
        if (notice.event() == Event.GATE) {
            waiting.removeIf(earlier -> earlier.event() == Event.GATE);
        }
        if (ending) {
            late(notice);
        } else if (waiting.size() == MOST) {
            fail(notice, Text.of("too many notices wait for it"));
        } else {
            waiting.add(notice);
            notifyAll();
        }
    }

    /** Takes no more; the thread ends when all that waits is told. */
    synchronized void end() {
        ending = true;
        notifyAll();
    }

    /**
     * Waits until all is told.
     *
     * @param most how long, at most
     * @return whether it is
     */
    boolean await(Duration most) throws InterruptedException {
        return teller.join(most);
    }

    /** Gives up what is under way and what waits; the thread ends soon. */
    void giveUp() {
        teller.interrupt();
    }

    private void work() {
        try {
            for (Optional<Notice> next = take(); next.isPresent(); next = take()) {
                tell(next.get());
            }
        } catch (InterruptedException e) {
            rest().forEach(this::late);
        }
    }

    private void late(Notice notice) {
        fail(notice, Text.of("the run was over, and nobody waited any longer"));
    }

    private synchronized Optional<Notice> take() throws InterruptedException {
        while (waiting.isEmpty() && !ending) {
            wait();
        }
        return Optional.ofNullable(waiting.poll());
    }

    private synchronized Deque<Notice> rest() {
        Deque<Notice> rest = new ArrayDeque<>(waiting);
        waiting.clear();
        return rest;
    }

    private void tell(Notice notice) throws InterruptedException {
        FutureTask<Optional<Text>> attempt = new FutureTask<>(() -> notifier.tell(notice));
        Thread own = Thread.ofVirtual().start(attempt);
        try {
            attempt.get(hook.terms().timeout().toNanos(), TimeUnit.NANOSECONDS).ifPresent(why -> fail(notice, why));
        } catch (InterruptedException e) {
            late(notice);
            throw e;
        } catch (TimeoutException e) {
            fail(notice, Text.of("it took longer than {0}", hook.terms().timeout()));
        } catch (ExecutionException e) {
            // Messages of others may repeat what is a secret here.
            Throwable cause = e.getCause() == null ? e : e.getCause();
            fail(notice, Text.of("there was no answer ({0})", cause.getClass().getSimpleName()));
        } finally {
            attempt.cancel(true);
            own.join(CLEARING);
        }
    }

    private void fail(Notice notice, Text why) {
        LOG.debug("{} was not told of {}: {}", hook.describe(), notice.event().label(), why);
        failed.accept(new Failure(hook.describe(), notice.event(), why));
    }
}
