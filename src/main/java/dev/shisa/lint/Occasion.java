package dev.shisa.lint;

import java.util.List;
import java.util.Optional;

/**
 * When something that a table says of a cmdlet is so. Immutable.
 *
 * @param when what must hold; empty when nothing must
 * @param unless what must not hold, any of them
 */
public record Occasion(Optional<Condition> when, List<Condition> unless) {
    /** With whatever parameters. */
    public static final Occasion ALWAYS = new Occasion(Optional.empty(), List.of());

    public Occasion {
        unless = List.copyOf(unless);
    }

    /** Whether it is so in that call, as far as can be seen: in doubt it is. */
    public boolean applies(Given given) {
        return when.map(condition -> condition.mayHold(given)).orElse(true)
                && unless.stream().noneMatch(condition -> condition.holds(given));
    }

    /** Whether it is so in every call in which the other is. */
    boolean covers(Occasion other) {
        return (when.isEmpty() || when.equals(other.when)) && other.unless.containsAll(unless);
    }
}
