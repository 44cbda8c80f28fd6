package dev.shisa.bench;

import dev.shisa.sandbox.SandboxRefused;
import dev.shisa.sandbox.life.LifeRefused;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A tenant in which people live, and a bulk run amid it: how often does the run stop for what others did? */
final class LivingTenant {
    private LivingTenant() {
    }

    public static void main(String[] arguments) throws IOException, SandboxRefused, LifeRefused {
        Settings settings = Settings.read(arguments,
                Set.of("seeds", "accounts", "targets", "speed", "first-seed", "audit-delay"), Set.of());
        int seeds = settings.number("seeds", 10);
        int first = settings.number("first-seed", 1);
        double hours = 0;
        long events = 0;
        Map<LivingDay.Cause, Integer> halts = new TreeMap<>();
        int drifted = 0;
        for (int seed = first; seed < first + seeds; seed++) {
            LivingDay.Outcome day = new LivingDay(seed, settings.number("accounts", 100_000),
                    settings.number("targets", 2000), settings.number("speed", 288),
                    settings.text("audit-delay").orElse("PT2S")).live();
            System.out.println(day.line());
            day.why().forEach(sentence -> System.out.println("    " + sentence));
            hours += day.hours();
            events += day.events().values().stream().mapToLong(Long::longValue).sum();
            drifted += day.skipped();
            halts.merge(day.cause(), 1, Integer::sum);
        }
        int went = halts.getOrDefault(LivingDay.Cause.NONE, 0);
        int falseHalts = count(halts, LivingDay.Cause.ATTRIBUTABLE) + count(halts, LivingDay.Cause.SOFT)
                + count(halts, LivingDay.Cause.REFUSED);
        System.out.printf("days %.1f in %d runs, halts %d (attributable %d, soft %d, unexplained %d, fault %d, refused "
                + "before the first write %d), events of life %d, targets skipped %d%n", hours / 24, seeds,
                seeds - went,
                count(halts, LivingDay.Cause.ATTRIBUTABLE), count(halts, LivingDay.Cause.SOFT),
                count(halts, LivingDay.Cause.UNEXPLAINED), count(halts, LivingDay.Cause.FAULT),
                count(halts, LivingDay.Cause.REFUSED), events, drifted);
        System.exit(falseHalts == 0 ? 0 : 1);
    }

    private static int count(Map<LivingDay.Cause, Integer> halts, LivingDay.Cause cause) {
        return halts.getOrDefault(cause, 0);
    }
}
