package dev.shisa.bench;

import dev.shisa.bench.FailCase.Failure;
import dev.shisa.sandbox.SandboxRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Every step with a file and every request of a run fails once, in each of several ways; afterwards the tenant is as the journals claim. */
final class FailNth {
    private final int accounts;
    private final boolean verbose;
    private final Map<String, Integer> endings = new TreeMap<>();
    private int cases;
    private int wrong;
    private int unresolved;

    FailNth(int accounts, boolean verbose) {
        this.accounts = accounts;
        this.verbose = verbose;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Settings settings = Settings.read(arguments,
                Set.of("accounts", "from", "to", "step", "parallel", "only"), Set.of("files", "http", "verbose"));
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
        System.out.println("cases " + bench.cases + ", wrong " + bench.wrong + ", unresolved " + bench.unresolved);
        System.exit(bench.wrong + bench.unresolved == 0 ? 0 : 1);
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
        FailPlay.Outcome first = play(
                new FailCase(nth, files ? Failure.FULL : Failure.CUT_BEFORE, false, false), accounts);
        tell(first, first.fired());
        if (!first.fired()) {
            return false;
        }
        for (FailCase one : others(files, nth, first.isWrite())) {
            tell(play(one, accounts), true);
        }
        return true;
    }

    /** What else the n-th step can meet. What writes nothing cannot be torn, nor be done although it is told as failed. */
    static List<FailCase> others(boolean files, int nth, boolean isWrite) {
        List<Failure> failures = files
                ? List.of(Failure.FULL, Failure.TORN, Failure.DONE_AND_FAILED)
                : List.of(Failure.CUT_BEFORE, Failure.UNAVAILABLE, Failure.CUT_AFTER, Failure.TIMEOUT_AFTER);
        List<FailCase> cases = new ArrayList<>();
        for (Failure failure : failures) {
            boolean always = failure == failures.getFirst() || failure == Failure.UNAVAILABLE
                    || failure == Failure.DONE_AND_FAILED;
            if (always || isWrite) {
                for (boolean lasting : List.of(false, true)) {
                    cases.add(new FailCase(nth, failure, lasting, false));
                }
                cases.add(new FailCase(nth, failure, true, true));
            }
        }
        return cases.subList(1, cases.size());
    }

    /** Plays one case on a tenant and a store of its own. */
    static FailPlay.Outcome play(FailCase one, int accounts) throws IOException {
        Path folder = Files.createTempDirectory("shisa-fail");
        try (FailStage stage = one.failure().isOfFile() ? new MemoryStage(accounts) : new ServedStage(accounts)) {
            return new FailPlay(one, stage, folder.resolve("store")).play();
        } catch (SandboxRefused e) {
            throw new IOException(e);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> left;
        try (Stream<Path> walk = Files.walk(folder)) {
            left = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : left) {
            Files.delete(path);
        }
    }

    private synchronized void tell(FailPlay.Outcome outcome, boolean counts) {
        cases += counts ? 1 : 0;
        wrong += outcome.wrong().isEmpty() ? 0 : 1;
        unresolved += outcome.unresolved().isEmpty() ? 0 : 1;
        endings.merge(String.join("; ", outcome.story()).replaceAll("[0-9a-f-]{8,}|/\\S+|\\d+", "…"), 1, Integer::sum);
        if (verbose || !outcome.wrong().isEmpty() || !outcome.unresolved().isEmpty()) {
            System.out.println(outcome.line());
        }
    }
}
