package dev.shisa.run;

import dev.shisa.execute.Halt;
import dev.shisa.execute.Executor;
import dev.shisa.execute.Job;
import dev.shisa.execute.JobResult;
import dev.shisa.plan.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Works through the targets of one wave, a few at a time, and takes no further one after the first sign that something is wrong. A refusal of
 * rights or three failures in a row stop the run; after a loss the gate finds out whose it is.
 */
final class WaveWorkers {
    private static final int MOST_FAILURES_IN_A_ROW = 3;

    private final Executor executor;
    private final Function<Target, Job> jobs;
    private final List<Target> targets;
    private final Halt halt;
    private final List<JobResult> results = new ArrayList<>();
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

    private WaveWorkers(Executor executor, Function<Target, Job> jobs, List<Target> targets,
            int failuresInARow, Halt halt) {
        this.halt = halt;
        this.failuresInARow = failuresInARow;
        this.executor = executor;
        this.jobs = jobs;
        this.targets = targets;
    }

    /**
     * Works through a wave.
     *
     * @param failures how many failures came last in the waves before; small waves must not start the count anew
     * @param halt asked before each target
     * @throws IOException when the journal cannot be written
     */
    static Worked work(Executor executor, Function<Target, Job> jobs, List<Target> targets, int concurrency,
            int failures, Halt halt)
            throws IOException, InterruptedException {
        WaveWorkers wave = new WaveWorkers(executor, jobs, targets, failures, halt);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int worker = 0; worker < Math.min(concurrency, targets.size()); worker++) {
                threads.execute(wave::workUntilDone);
            }
        }
        return wave.ending();
    }

    private void workUntilDone() {
        for (Optional<Target> target = take(); target.isPresent(); target = take()) {
            try {
                put(executor.execute(jobs.apply(target.get())));
            } catch (IOException e) {
                fail(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                stop("interrupted");
            } catch (RuntimeException e) {
                // A target without a result would be judged by nobody.
                fault(e);
            }
        }
    }

    private synchronized Optional<Target> take() {
        return halt.reason().isPresent() || stop.isPresent() || suspicious || next == targets.size()
                ? Optional.empty()
                : Optional.of(targets.get(next++));
    }

    private synchronized void put(JobResult result) {
        results.add(result);
        switch (result) {
            case JobResult.Violated _ -> suspicious = true;
            case JobResult.Refused refused when refused.status() == 401 || refused.status() == 403 ->
                stop("the service refused the right to write: " + refused.sentence());
            case JobResult.Refused refused when refused.status() == 429 ->
                stop("the service takes no more requests for now: " + refused.sentence());
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
            case JobResult.Skipped _ -> {
                // Neither a success nor a failure of the service.
            }
        }
    }

    private void failed(String sentence) {
        failuresInARow++;
        if (failuresInARow >= MOST_FAILURES_IN_A_ROW) {
            stop(MOST_FAILURES_IN_A_ROW + " failures in a row, the last: " + sentence);
        }
    }

    private synchronized void fail(IOException cause) {
        fatal = Optional.of(cause);
        stop("the journal cannot be written");
    }

    private synchronized void fault(RuntimeException cause) {
        faulty = Optional.of(cause);
        stop("a fault of the program");
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
        return new Worked(List.copyOf(results), List.copyOf(targets.subList(next, targets.size())), stop,
                failuresInARow);
    }
}
