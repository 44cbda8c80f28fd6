package dev.shisa.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The program is killed, again and again, at any moment of a run: nobody is written twice, lost, or forgotten. */
final class Kills {
    private static final int USUAL_LIMIT_MINUTES = 90;

    private final Settings settings;
    private final KillClock clock;
    private final Instant end;
    private int kills;
    private int doubles;
    private int unaccounted;
    private int identities;

    private Kills(Settings settings) {
        this.settings = settings;
        this.clock = new KillClock(settings.number("seed", 7), settings.number("kills", 50));
        this.end = Instant.now().plus(Duration.ofMinutes(settings.number("minutes", USUAL_LIMIT_MINUTES)));
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Settings settings = Settings.read(arguments,
                Set.of("kills", "seed", "targets", "parallel", "tenant", "minutes"), Set.of("verbose"));
        System.exit(new Kills(settings).play() ? 0 : 1);
    }

    private boolean play() throws IOException, InterruptedException, ExecutionException {
        int wanted = settings.number("kills", 50);
        take(run().play());
        int lanes = settings.number("parallel", 2);
        try (ExecutorService workers = Executors.newFixedThreadPool(lanes)) {
            List<Future<Void>> futures = new ArrayList<>();
            for (int i = 0; i < lanes; i++) {
                futures.add(workers.submit(() -> {
                    while (clock.left() > 0 && Instant.now().isBefore(end)) {
                        take(run().play());
                    }
                    return null;
                }));
            }
            for (Future<Void> future : futures) {
                future.get();
            }
        }
        if (kills < wanted) {
            System.out.println("The time was over before " + wanted + " kills were made.");
        }
        System.out.println("kills " + kills + ", double writes " + doubles + ", unaccounted " + unaccounted
                + ", identities lost " + identities);
        return doubles + unaccounted + identities == 0;
    }

    private KillRun run() {
        return new KillRun(settings.text("tenant").orElse("synthetic:2000"), settings.number("targets", 300), clock);
    }

    private synchronized void take(KillRun.Outcome outcome) {
        KillFinding finding = outcome.finding();
        kills += outcome.kills();
        doubles += finding.doubles().size();
        unaccounted += finding.unaccounted().size();
        identities += finding.identities().size();
        if (settings.has("verbose") || !finding.isClean()) {
            System.out.println(outcome.story() + " | double " + finding.doubles() + ", unaccounted "
                    + finding.unaccounted() + ", lost " + finding.identities());
        }
    }
}
