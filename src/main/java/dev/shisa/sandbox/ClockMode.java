package dev.shisa.sandbox;

import java.util.Locale;
import java.util.Optional;

/** How the tenant's time goes. Either clock can be advanced through {@code POST /sandbox/clock}. */
public enum ClockMode {
    /** The machine's time, plus what was advanced. */
    REAL,
    /** Stands still at the time of the start, and moves only when it is advanced. */
    SIMULATED;

    /** Reads {@code real} or {@code simulated}. */
    public static Optional<ClockMode> parse(String text) {
        for (ClockMode mode : values()) {
            if (mode.name().toLowerCase(Locale.ROOT).equals(text)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }
}
