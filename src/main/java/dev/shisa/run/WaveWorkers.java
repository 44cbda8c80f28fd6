package dev.shisa.run;

import dev.shisa.execute.Executor;
import dev.shisa.execute.Halt;
import dev.shisa.execute.Job;
import dev.shisa.execute.JobResult;
import dev.shisa.execute.Start;
import dev.shisa.plan.Target;
import dev.shisa.site.Site;
import dev.shisa.text.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Works through the targets of one wave, a few at a time, and begins no further one after the first sign that something is wrong: neither is another one
 * taken, nor does the first request leave for one that was only looked at. A refusal of rights or three failures in a row stop the run; after a loss the gate finds out whose it is.
 */
final class WaveWorkers {
    private static final int MOST_FAILURES_IN_A_ROW = 3;
    /** Those on the wire, and as many of which the answer came and the look did not. */
    private static final int UNSEEN_PER_WRITE = 2;
    /** How long it may take until somebody who waits hears of a halt. */
    private static final long GLANCE_MILLIS = 200;

    private final Executor executor;
    private final Function<Target, Job> jobs;
    private final List<Target> targets;
    private final Halt halt;
    private final List<JobResult> results = new ArrayList<>();
    private final int mostUnseen;
    private int unseen;
    private final List<Target> held = new ArrayList<>();
    private int next;
    private int failuresInARow;
    private boolean suspicious;
    private Optional<String> stop = Optional.empty();
    private Optional<IOException> fatal = Optional.empty();
    private Optional<RuntimeException> faulty = Optional.empty();

    /**
     * What became of a wave.
     *
     * @param results one per target that was begun
     * @param notBegun the targets that nobody took
     * @param stop why the run cannot go on, if that is so
     * @param failuresInARow how many failures came last, with those of the waves before
     */
    record Worked(List<JobResult> results, List<Target> notBegun, Optional<String> stop, int failuresInARow) {
    }

    private WaveWorkers(Executor executor, Function<Target, Job> jobs, List<Target> targets, int mostUnseen,
            int failuresInARow, Halt halt) {
        this.mostUnseen = mostUnseen;
        this.halt = halt;
        this.failuresInARow = failuresInARow;
        this.executor = executor;
        this.jobs = jobs;
        this.targets = targets;
    }

    /**
     * Works through a wave.
     *
     * @param site how many targets are in hand at a time; that no more are written at a time than it says is the writer's affair
     * @param failures how many failures came last in the waves before; small waves must not start the count anew
     * @param halt asked before each target
     * @throws IOException when the journal cannot be written
     */
    static Worked work(Executor executor, Function<Target, Job> jobs, List<Target> targets, Site site,
            int failures, Halt halt)
            throws IOException, InterruptedException {
        WaveWorkers wave = new WaveWorkers(executor, jobs, targets, mostUnseen(site), failures, halt);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int worker = 0; worker < Math.min(site.lanes(), targets.size()); worker++) {
                threads.execute(wave::workUntilDone);
            }
        }
        return wave.ending();
    }

    private static int mostUnseen(Site site) {
        return site.concurrency() == 1 ? 1 : UNSEEN_PER_WRITE * site.concurrency();
    }

    private void workUntilDone() {
        Lane lane = new Lane();
        for (Optional<Target> target = take(); target.isPresent(); target = take()) {
            try {
                put(target.get(), executor.execute(jobs.apply(target.get()), lane));
            } catch (IOException e) {
                fail(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                stop("interrupted");
            } catch (RuntimeException e) {
                // A target without a result would be judged by nobody.
                fault(e);
            } finally {
                lane.end();
            }
        }
    }

    /** One target after the other; so many that may have been written wait for their look at most, that a loss is seen before many more are written. */
    private final class Lane implements Start {
        private boolean begun;

        @Override
        public boolean await() throws InterruptedException {
            synchronized (WaveWorkers.this) {
                while (unseen >= mostUnseen && !isOver() && halt.reason().isEmpty()) {
                    WaveWorkers.this.wait(GLANCE_MILLIS);
                }
                begun = !isOver();
                unseen += begun ? 1 : 0;
                return begun;
            }
        }

        @Override
        public boolean isOver() {
            return WaveWorkers.this.isOver();
        }

        private void end() {
            synchronized (WaveWorkers.this) {
                unseen -= begun ? 1 : 0;
                begun = false;
                WaveWorkers.this.notifyAll();
            }
        }
    }

    private synchronized boolean isOver() {
        return stop.isPresent() || suspicious;
    }

    private synchronized Optional<Target> take() {
        return halt.reason().isPresent() || isOver() || next == targets.size()
                ? Optional.empty()
                : Optional.of(targets.get(next++));
    }

    private synchronized void put(Target target, JobResult result) {
        if (result instanceof JobResult.Held) {
            held.add(target);
            return;
        }
        results.add(result);
        switch (result) {
            case JobResult.Violated _ -> suspicious = true;
            case JobResult.Refused refused when refused.status() == 401 || refused.status() == 403 ->
                stop(Text.of("the service refused the right to write: {0}", refused.sentence()).toString());
            case JobResult.Refused refused when refused.status() == 429 ->
                stop(Text.of("the service takes no more requests for now: {0}", refused.sentence()).toString());
            case JobResult.Refused refused -> failed(refused.sentence());
            case JobResult.Unresolved unresolved -> failed(unresolved.sentence());
            case JobResult.Left left -> {
                // Whoever halts the run is not the service failing.
                if (halt.reason().isEmpty()) {
                    failed(left.reason());
                }
            }
            case JobResult.Written _ -> failuresInARow = 0;
            case JobResult.Skipped skipped when skipped.planned().isPresent() -> suspicious = true;
            case JobResult.Held _,JobResult.Skipped _ -> {
                // Neither a success nor a failure of the service.
            }
        }
    }

    private void failed(String sentence) {
        failuresInARow++;
        if (failuresInARow >= MOST_FAILURES_IN_A_ROW) {
            stop(Text.of("{0} failures in a row, the last: {1}", MOST_FAILURES_IN_A_ROW, sentence).toString());
        }
    }

    private synchronized void fail(IOException cause) {
        fatal = Optional.of(cause);
        stop(Text.of("the journal cannot be written").toString());
    }

    private synchronized void fault(RuntimeException cause) {
        faulty = Optional.of(cause);
        stop(Text.of("a fault of the program").toString());
    }

    private synchronized void stop(String reason) {
        if (stop.isEmpty()) {
            stop = Optional.of(reason);
        }
    }

    private synchronized Worked ending() throws IOException {
        if (fatal.isPresent()) {
            throw fatal.get();
        }
        if (faulty.isPresent()) {
            throw faulty.get();
        }
        List<Target> notBegun = new ArrayList<>(held);
        notBegun.sort(Comparator.comparingInt(targets::indexOf));
        notBegun.addAll(targets.subList(next, targets.size()));
        return new Worked(List.copyOf(results), List.copyOf(notBegun), stop,
                failuresInARow);
    }
}
