package dev.shisa.operation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Makes names for what lies in the store: sorted by time, and not given twice. */
public final class Names {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Supplier<Instant> clock;
    private final RandomGenerator random;

    /**
     * Names by that clock and that source of chance.
     */
    public Names(Supplier<Instant> clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** A name for a plan. */
    public String plan() {
        return name("plan");
    }

    /** A name for a snapshot. */
    public String snapshot() {
        return name("snapshot");
    }

    /** A name for a run. */
    public String run() {
        return name("run");
    }

    /** A name for an invocation of the program. */
    public String invocation() {
        return name("invocation");
    }

    private String name(String prefix) {
        return prefix + "-" + TIME.format(clock.get()) + "-"
                + String.format(Locale.ROOT, "%06x", random.nextInt(0x1000000));
    }
}
