package dev.shisa.bench;

import dev.shisa.execute.Bench;
import dev.shisa.tenant.Waiter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How many requests leave after somebody asked to halt, and how many accounts are written after the first one that was harmed: many seeds, at several
 * paces, concurrencies and exposures, with threads and waits that are real and a tenant in memory.
 */
final class HaltLatency {
    private static final List<Integer> CONCURRENCY = List.of(1, 4, 16);
    private static final List<Integer> PACES = List.of(0, 200);
    private static final List<Integer> EXPOSURES = List.of(10, 50);

    private HaltLatency() {
    }

    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.read(arguments, Set.of("seeds", "targets", "parallel"), Set.of());
        System.out.printf(Locale.ROOT, "%11s %6s %9s %6s %22s %22s %22s%n", "concurrency", "pace/s", "exposure", "runs",
                "left after the halt", "of those under way", "written after the 1st");
        long beyond = 0;
        int mostLeft = 0;
        int mostWritten = 0;
        String worstLeft = "";
        String worstWritten = "";
        for (int concurrency : CONCURRENCY) {
            for (int pace : PACES) {
                for (int exposure : EXPOSURES) {
                    List<HaltedRun.Seen> halts = new ArrayList<>();
                    List<HaltedRun.Seen> harms = new ArrayList<>();
                    play(settings, concurrency, pace, exposure, halts, harms);
                    beyond += halts.stream()
                            .filter(seen -> seen.left() > seen.underWay() || seen.underWay() > concurrency).count();
                    beyond += harms.stream().filter(seen -> seen.writtenAfter() > exposure).count();
                    int left = halts.stream().mapToInt(HaltedRun.Seen::left).max().orElseThrow();
                    int underWay = halts.stream().mapToInt(HaltedRun.Seen::underWay).max().orElseThrow();
                    int written = harms.stream().mapToInt(HaltedRun.Seen::writtenAfter).max().orElseThrow();
                    System.out.printf(Locale.ROOT, "%11d %6s %9d %6d %22d %22d %22d%n", concurrency,
                            pace == 0 ? "none" : String.valueOf(pace), exposure, halts.size() + harms.size(), left,
                            underWay, written);
                    if (left >= mostLeft) {
                        mostLeft = left;
                        worstLeft = left + " of " + concurrency + " in flight";
                    }
                    if (written >= mostWritten) {
                        mostWritten = written;
                        worstWritten = written + " at an exposure of " + exposure;
                    }
                }
            }
        }
        System.out.println(
                "most requests after a halt: " + worstLeft + "; most accounts after the first that was harmed: "
                        + worstWritten + "; runs beyond a bound: " + beyond);
        System.exit(beyond == 0 ? 0 : 1);
    }

    /** The runs of one row, some at a time: they mostly wait. */
    private static void play(Settings settings, int concurrency, int pace, int exposure, List<HaltedRun.Seen> halts,
            List<HaltedRun.Seen> harms) throws InterruptedException, ExecutionException {
        int targets = settings.number("targets", 40);
        List<Callable<HaltedRun.Seen>> halted = new ArrayList<>();
        List<Callable<HaltedRun.Seen>> harmed = new ArrayList<>();
        for (int number = 1; number <= settings.number("seeds", 50); number++) {
            int seed = number;
            halted.add(() -> play(seed, targets, concurrency, pace, exposure, true));
            harmed.add(() -> play(seed, targets, concurrency, pace, exposure, false));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(settings.number("parallel", 4))) {
            for (Future<HaltedRun.Seen> seen : threads.invokeAll(halted)) {
                halts.add(seen.get());
            }
            for (Future<HaltedRun.Seen> seen : threads.invokeAll(harmed)) {
                harms.add(seen.get());
            }
        }
    }

    private static HaltedRun.Seen play(int seed, int targets, int concurrency, int pace, int exposure, boolean halt)
            throws Exception {
        Path folder = Files.createTempDirectory("shisa-bench");
        try (Bench bench = Bench.in(folder, concurrency)) {
            return new HaltedRun(bench, Waiter.real(), seed, targets, pace, exposure).play(halt);
        } finally {
            Leftovers.delete(folder);
        }
    }
}
