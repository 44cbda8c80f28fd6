package dev.shisa.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.Set;

/** Every fault file alone and many pairs of them: the run ends in a state that has a name, and tells the truth. */
final class FaultPairs {
    private FaultPairs() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Settings settings = Settings.read(arguments, Set.of("pairs", "seed", "accounts", "targets", "parallel", "only"),
                Set.of("alone", "verbose"));
        List<FaultCase> cases = cases(settings);
        Map<String, Integer> endings = new TreeMap<>();
        int unnamed = 0;
        int disagreements = 0;
        int doubles = 0;
        try (ExecutorService workers = Executors.newFixedThreadPool(settings.number("parallel", 3))) {
            List<Future<FaultCase.Outcome>> outcomes = new ArrayList<>();
            cases.forEach(one -> outcomes.add(workers.submit(one::play)));
            for (Future<FaultCase.Outcome> future : outcomes) {
                FaultCase.Outcome outcome = future.get();
                endings.merge(outcome.ending(), 1, Integer::sum);
                unnamed += outcome.unnamed().size();
                disagreements += outcome.disagreements().size();
                doubles += outcome.doubles().size();
                if (settings.has("verbose") || outcome.isWrong()) {
                    System.out.println(outcome.line());
                }
            }
        }
        endings.forEach((ending, count) -> System.out.println("  " + count + "  " + ending));
        System.out.println("cases " + cases.size() + ", unnamed " + unnamed + ", disagreements " + disagreements
                + ", double writes " + doubles);
        System.exit(unnamed + disagreements + doubles == 0 ? 0 : 1);
    }

    private static List<FaultCase> cases(Settings settings) throws IOException {
        String seed = "synthetic:" + settings.number("accounts", 60);
        int targets = settings.number("targets", 30);
        List<Path> files = FaultList.files(Path.of("docs", "faults"));
        List<FaultCase> cases = new ArrayList<>();
        if (settings.text("only").isPresent()) {
            List<Path> named = java.util.Arrays.stream(settings.text("only").get().split("\\+"))
                    .map(name -> Path.of("docs", "faults", name.strip().replace(" discard", "") + ".yaml")).toList();
            cases.add(
                    new FaultCase(FaultList.of(named), settings.text("only").get().endsWith("discard"), seed, targets));
            return cases;
        }
        for (Path file : files) {
            cases.add(new FaultCase(FaultList.of(List.of(file)), false, seed, targets));
        }
        Random random = new Random(settings.number("seed", 7));
        int pairs = settings.has("alone") ? 0 : settings.number("pairs", 200);
        for (int i = 0; i < pairs; i++) {
            int one = random.nextInt(files.size());
            int other = (one + 1 + random.nextInt(files.size() - 1)) % files.size();
            cases.add(
                    new FaultCase(FaultList.of(List.of(files.get(one), files.get(other))), i % 4 == 3, seed, targets));
        }
        return cases;
    }
}
