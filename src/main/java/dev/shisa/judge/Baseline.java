package dev.shisa.judge;

import dev.shisa.account.Facet;
import java.util.EnumMap;
import java.util.Map;

/**
 * The tenant's own noise: what changed between two looks at the same accounts with no write between.
 *
 * @param accounts how many accounts were looked at twice
 * @param changed on how many of them each facet showed a loss; a facet that is not named showed none
 */
public record Baseline(int accounts, Map<Facet, Integer> changed) {
    /** Chance makes the same noise look twice as large now and then. */
    private static final double MARGIN = 2;

    public Baseline {
        changed = Map.copyOf(changed);
    }

    /** A tenant in which nothing moves by itself. */
    public static Baseline still() {
        return new Baseline(0, Map.of());
    }

    /** The noise that a judgement of an untouched pair shows, without what somebody else is named for: that is looked up whenever it comes. */
    public static Baseline of(Judgement pair, int accounts) {
        EnumMap<Facet, Integer> changed = new EnumMap<>(Facet.class);
        pair.notable().stream().filter(Finding::isUnclaimedLoss)
                .forEach(finding -> changed.merge(finding.facet(), 1, Integer::sum));
        return new Baseline(accounts, changed);
    }

    /** On how many of so many accounts a small loss of that facet is no more than life. */
    public int allows(Facet facet, long of) {
        return accounts == 0 ? 0 : (int) Math.ceil(MARGIN * changed.getOrDefault(facet, 0) * of / accounts);
    }
}
