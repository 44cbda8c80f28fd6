package dev.shisa.bench;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Draws the moments of kills, over as much time as processes that were not killed were seen to take, and hands out no more than are wanted. Always
 * the same draws of the same seed. Thread-safe.
 */
final class KillClock {
    /** A Java program has not yet done anything of its own. */
    private static final long START_UP = 3_000;
    private static final int PERCENT = 100;

    /** What kind of a process is killed: one that begins, or one that goes on. */
    enum Kind {
        BEGINNING,
        RESUMING
    }

    private final Random random;
    private final Map<Kind, Map<KillMoment.From, Long>> seen = new EnumMap<>(Kind.class);
    private int left;

    KillClock(int seed, int kills) {
        this.random = new Random(seed);
        this.left = kills;
        for (Kind kind : Kind.values()) {
            seen.put(kind, new EnumMap<>(KillMoment.From.class));
        }
    }

    /** How many kills are still to be made. */
    synchronized int left() {
        return left;
    }

    /** A moment, unless all kills are made or under way, or nothing is known yet of how long such a process takes. */
    synchronized Optional<KillMoment> draw(Kind kind) {
        Map<KillMoment.From, Long> spans = spans(kind);
        if (left == 0 || spans.isEmpty()) {
            return Optional.empty();
        }
        left--;
        int share = random.nextInt(PERCENT);
        if (share < 10) {
            return Optional.of(new KillMoment(KillMoment.From.START, random.nextLong(START_UP)));
        }
        KillMoment.From from = share < 40
                ? KillMoment.From.START
                : share < 90 ? KillMoment.From.WRITING : KillMoment.From.LAST_WAVE;
        return Optional.of(new KillMoment(from, random.nextLong(Math.max(1, spans.getOrDefault(from, START_UP)))));
    }

    /** Until a resumption was seen to its end, one is taken to last as long as a beginning. */
    private Map<KillMoment.From, Long> spans(Kind kind) {
        Map<KillMoment.From, Long> own = seen.getOrDefault(kind, Map.of());
        return own.isEmpty() ? seen.getOrDefault(Kind.BEGINNING, Map.of()) : own;
    }

    /** A drawn moment came too late: the process had ended. */
    synchronized void giveBack() {
        left++;
    }

    /** How long a process that was not killed took, from each of its marks to its end. The longest counts. */
    synchronized void saw(Kind kind, Map<KillMoment.From, Long> spans) {
        Map<KillMoment.From, Long> own = seen.computeIfAbsent(kind, key -> new EnumMap<>(KillMoment.From.class));
        spans.forEach((from, span) -> own.merge(from, span, Math::max));
    }
}
