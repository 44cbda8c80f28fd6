package dev.shisa.catalog;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** How far a command reaches if it goes wrong. */
public enum Impact {
    /** Nothing is lost by it. */
    RESTORING(Duration.ofDays(7)),
    /** Something is lost that the service gives back for a time. */
    DESTRUCTIVE(Duration.ofDays(7)),
    /** Something is lost for good. */
    IRREVERSIBLE(Duration.ofHours(24));

    private final Duration evidenceLife;

    Impact(Duration evidenceLife) {
        this.evidenceLife = evidenceLife;
    }

    /** How long a rehearsal of such a command stays evidence. */
    public Duration evidenceLife() {
        return evidenceLife;
    }

    /** The name in files and output. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The impact of that name. */
    public static Optional<Impact> parse(String text) {
        for (Impact impact : values()) {
            if (impact.label().equals(text)) {
                return Optional.of(impact);
            }
        }
        return Optional.empty();
    }
}
