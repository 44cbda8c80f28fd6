package dev.shisa.sandbox.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The server's time. A moving clock is the machine's time plus what was advanced; a standing clock starts at the
 * machine's time and moves only when it is advanced. Thread-safe.
 */
public final class ServerClock {

    private final Clock source;
    private volatile Duration advanced;

    private ServerClock(Clock source, Duration advanced) {
        this.source = source;
        this.advanced = advanced;
    }

    public static ServerClock moving() {
        return new ServerClock(Clock.systemUTC(), Duration.ZERO);
    }

    public static ServerClock standing() {
        Clock system = Clock.systemUTC();
        return new ServerClock(Clock.fixed(system.instant(), system.getZone()), Duration.ZERO);
    }

    public Instant now() {
        return source.instant().plus(advanced);
    }

    /** Now in the form in which times are stored: UTC, whole seconds. */
    public String stamp() {
        return stamp(now());
    }

    public static String stamp(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Moves the clock forward. */
    public synchronized void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("the clock only goes forward, not by " + by);
        }
        advanced = advanced.plus(by);
    }
}
