package dev.shisa.sandbox.life;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * When events of each kind are due: for each kind a Poisson process of its own from the tenant's start, which depends on
 * the settings and the number of accounts in the seed alone. Not thread-safe.
 */
final class Schedule {

    private static final double NANOS_AN_HOUR = 3_600e9;
    private static final double LONGEST_HOURS = 24 * 3650;

    private final Map<Kind, SplittableRandom> randoms = new EnumMap<>(Kind.class);
    private final Map<Kind, Instant> last = new EnumMap<>(Kind.class);
    private final LifeSettings settings;
    private final int accounts;

    Schedule(LifeSettings settings, int accounts, Instant start) {
        this.settings = settings;
        this.accounts = accounts;
        for (Kind kind : Kind.values()) {
            randoms.put(kind, Draws.of(settings.seed(), kind.label(), Instant.EPOCH));
            last.put(kind, start);
        }
    }

    /** The next event of the kind after a moment; empty if there is none within ten years of its predecessor. */
    Optional<Due> next(Kind kind, Instant after) {
        double anHour = settings.rate(kind) * accounts / 1000 * settings.speed();
        Instant moment = last.getOrDefault(kind, after);
        SplittableRandom random = randoms.getOrDefault(kind, new SplittableRandom(0));
        do {
            double hours = anHour > 0 ? -Math.log(1 - random.nextDouble()) / anHour : Double.MAX_VALUE;
            if (hours > LONGEST_HOURS) {
                return Optional.empty();
            }
            moment = moment.plus(Duration.ofNanos(1 + (long) (hours * NANOS_AN_HOUR)));
        } while (!moment.isAfter(after));
        last.put(kind, moment);
        return Optional.of(Due.drawn(moment, kind));
    }
}
