package dev.shisa.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import dev.shisa.bench.FailCase.Failure;
import dev.shisa.sandbox.SandboxRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every step with a file and every request of a run fails once, in each of several ways; afterwards the tenant is as the journals claim. */
final class FailNth {
    private final int accounts;
    private final boolean verbose;
    private final Map<String, Integer> endings = new TreeMap<>();
    private int cases;
    private int wrong;
    private int unresolved;
    private int undone;

    FailNth(int accounts, boolean verbose) {
        this.accounts = accounts;
        this.verbose = verbose;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Settings settings = Settings.read(arguments,
                Set.of("accounts", "from", "to", "step", "parallel", "only"), Set.of("files", "http", "verbose"));
        quiet();
        FailNth bench = new FailNth(settings.number("accounts", 40), settings.has("verbose"));
        if (settings.text("only").isPresent()) {
            bench.tell(play(FailCase.parse(settings.text("only").get()), bench.accounts), true);
        } else {
            for (boolean files : List.of(true, false)) {
                if (settings.has(files ? "files" : "http") || !settings.has(files ? "http" : "files")) {
                    bench.sweep(files, settings.number("from", 1), settings.number("to", Integer.MAX_VALUE),
                            settings.number("step", 1), settings.number("parallel", 2));
                }
            }
        }
        bench.endings.forEach((ending, count) -> System.out.println("  " + count + "  " + ending));
        System.out.println("  " + bench.undone + "  cases in which a target was left untouched, and told so");
        System.out.println("cases " + bench.cases + ", wrong " + bench.wrong + ", unresolved " + bench.unresolved);
        System.exit(bench.wrong + bench.unresolved == 0 ? 0 : 1);
    }

    /** A server that cuts connections on purpose has a lot to say about it. */
    private static void quiet() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
        }
    }

    /** Plays all cases of every step-th n, until a run comes to its end without having been struck. */
    private void sweep(boolean files, int from, int to, int step, int parallel)
            throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger(from);
        AtomicInteger end = new AtomicInteger(to);
        try (ExecutorService workers = Executors.newFixedThreadPool(parallel)) {
            List<Future<?>> lanes = new ArrayList<>();
            for (int lane = 0; lane < parallel; lane++) {
                lanes.add(workers.submit(() -> {
                    for (int n = next.getAndAdd(step); n <= end.get(); n = next.getAndAdd(step)) {
                        if (!strikes(files, n)) {
                            end.set(0);
                        }
                        System.err.println((files ? "files " : "http ") + n + " of at most " + end.get());
                    }
                    return true;
                }));
            }
            for (Future<?> lane : lanes) {
                lane.get();
            }
        }
    }

    /** Whether there is an n-th step. */
    private boolean strikes(boolean files, int nth) throws IOException {
        List<FailPlay.Outcome> outcomes = nth(files, nth, accounts);
        outcomes.forEach(outcome -> tell(outcome, outcome.fired()));
        return outcomes.getFirst().fired();
    }

    /** Every way in which the n-th step can fail, once and for good; one run that met nothing where there is no n-th step. */
    static List<FailPlay.Outcome> nth(boolean files, int nth, int accounts) throws IOException {
        List<FailPlay.Outcome> outcomes = new ArrayList<>();
        FailPlay.Outcome first = play(new FailCase(nth, usual(files, nth), false, false), accounts);
        outcomes.add(first);
        if (!first.fired()) {
            return outcomes;
        }
        for (Failure failure : failures(files, nth, first.isWrite())) {
            if (failure != first.one().failure()) {
                outcomes.add(play(new FailCase(nth, failure, false, false), accounts));
            }
            FailPlay.Outcome lasting = play(new FailCase(nth, failure, true, false), accounts);
            outcomes.add(lasting);
            if (lasting.begun()) {
                outcomes.add(play(new FailCase(nth, failure, true, true), accounts));
            }
        }
        return outcomes;
    }

    /**
     * How the n-th step can fail. What writes no file cannot be torn. What only reads can be unavailable or cut, each every other time: the
     * program does not tell them apart.
     */
    static List<Failure> failures(boolean files, int nth, boolean isWrite) {
        if (files) {
            return isWrite
                    ? List.of(Failure.FULL, Failure.TORN, Failure.DONE_AND_FAILED)
                    : List.of(Failure.FULL, Failure.DONE_AND_FAILED);
        }
        return isWrite
                ? List.of(Failure.CUT_BEFORE, Failure.UNAVAILABLE, Failure.CUT_AFTER, Failure.TIMEOUT_AFTER)
                : List.of(usual(files, nth));
    }

    private static Failure usual(boolean files, int nth) {
        if (files) {
            return Failure.FULL;
        }
        return nth % 2 == 0 ? Failure.UNAVAILABLE : Failure.CUT_BEFORE;
    }

    /** Plays one case on a tenant and a store of its own. */
    static FailPlay.Outcome play(FailCase one, int accounts) throws IOException {
        Path folder = Files.createTempDirectory("shisa-fail");
        try (FailStage stage = one.failure().isOfFile() ? new MemoryStage(accounts) : new ServedStage(accounts)) {
            return new FailPlay(one, stage, folder.resolve("store")).play();
        } catch (SandboxRefused e) {
            throw new IOException(e);
        } finally {
            Leftovers.delete(folder);
        }
    }

    private synchronized void tell(FailPlay.Outcome outcome, boolean counts) {
        cases += counts ? 1 : 0;
        wrong += outcome.wrong().isEmpty() ? 0 : 1;
        unresolved += outcome.unresolved().isEmpty() ? 0 : 1;
        endings.merge(String.join("; ", outcome.story()).replaceAll("[0-9a-f-]{8,}|/\\S+|\\d+", "…"), 1, Integer::sum);
        undone += outcome.undone().isEmpty() ? 0 : 1;
        if (verbose || outcome.isNotable()) {
            System.out.println(outcome.line());
        }
    }
}
