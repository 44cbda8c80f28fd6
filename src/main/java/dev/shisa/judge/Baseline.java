package dev.shisa.judge;

import dev.shisa.account.Facet;
import java.util.Map;

/**
 * The tenant's own noise: how many accounts may show a soft loss of a facet before it is more than life.
 *
 * @param allowed accounts per facet; a facet that is not named allows none
 */
public record Baseline(Map<Facet, Integer> allowed) {

    public Baseline {
        allowed = Map.copyOf(allowed);
    }

    /** A tenant in which nothing moves by itself. */
    public static Baseline still() {
        return new Baseline(Map.of());
    }

    /** How many accounts may show a soft loss of that facet. */
    public int allows(Facet facet) {
        return allowed.getOrDefault(facet, 0);
    }
}
