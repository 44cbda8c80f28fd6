package dev.shisa.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Two processes start the same plan at the same moment, again and again: one runs, the other is refused, and a spent plan is refused. */
final class TwoStarts {
    private static final Set<Integer> REFUSED = Set.of(11, 12);

    private final Settings settings;
    private final Map<String, Integer> ends = new TreeMap<>();
    private int both;
    private int neither;
    private int doubles;
    private int spentAgain;

    private TwoStarts(Settings settings) {
        this.settings = settings;
    }

    public static void main(String[] arguments) throws Exception {
        System.exit(new TwoStarts(Settings.read(arguments, Set.of("pairs", "tenant"), Set.of())).play() ? 0 : 1);
    }

    private boolean play() throws Exception {
        int pairs = settings.number("pairs", 100);
        try (BenchTenant tenant = BenchTenant.serve(settings.text("tenant").orElse("synthetic:300"), Optional.empty());
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Targets chosen = Targets.of(tenant, tenant.accounts(), pairs);
            for (String name : chosen.names()) {
                pair(tenant, threads, name);
            }
        }
        System.out.println("ends: " + ends);
        System.out.println("pairs " + pairs + ", both ran " + both + ", neither ran " + neither + ", double writes "
                + doubles + ", spent plans run again " + spentAgain);
        return both + neither + doubles + spentAgain == 0;
    }

    private void pair(BenchTenant tenant, ExecutorService threads, String name) throws Exception {
        Terminal terminal = tenant.terminal();
        JsonNode plan = terminal.type("mailbox", "remove", name, "--keep-identity").result();
        List<String> words = List.of("apply", plan.path("plan").asString(), "--confirm",
                plan.path("confirm").asString(), "--accept-loss", "licences,mailbox");
        long last = tenant.last();
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<Integer> once = () -> {
            start.await();
            return KilledProcess.run(terminal, words, Optional.empty()).code();
        };
        List<Integer> codes = new ArrayList<>();
        for (Future<Integer> end : threads.invokeAll(List.of(once, once))) {
            codes.add(end.get());
        }
        codes.sort(null);
        ends.merge(codes.toString(), 1, Integer::sum);
        both += codes.equals(List.of(0, 0)) ? 1 : 0;
        boolean other = REFUSED.contains(codes.getLast()) || codes.getLast() == 0;
        neither += codes.getFirst() == 0 && other ? 0 : 1;
        spentAgain += terminal.type(words.toArray(String[]::new)).code() == 12 ? 0 : 1;
        doubles += doubled(tenant.writes(last));
    }

    private static int doubled(List<JsonNode> writes) throws IOException {
        Map<String, Long> accepted = Truth.accepted(writes).stream()
                .collect(Collectors.groupingBy(id -> id, TreeMap::new, Collectors.counting()));
        // The first pair also rehearses, there and back.
        return (int) accepted.values().stream().filter(count -> count > 2).count();
    }
}
