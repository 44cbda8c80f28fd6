package dev.shisa.judge;

import dev.shisa.account.Facet;
import dev.shisa.account.Harm;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The small losses of one group of accounts, facet by facet, that nobody else is known to have caused. Used by one thread. */
final class Noise {
    private final Map<Facet, Integer> judged = new EnumMap<>(Facet.class);
    private final Map<Facet, Integer> losses = new EnumMap<>(Facet.class);
    private final Set<Facet> ours = EnumSet.noneOf(Facet.class);

    void add(Finding finding) {
        judged.merge(finding.facet(), 1, Integer::sum);
        if (finding.harm() == Harm.SOFT && finding.isUnclaimedLoss()) {
            losses.merge(finding.facet(), 1, Integer::sum);
            if (!(finding.by() instanceof Attribution.Nobody)) {
                ours.add(finding.facet());
            }
        }
    }

    int judged(Facet facet) {
        return judged.getOrDefault(facet, 0);
    }

    int losses(Facet facet) {
        return losses.getOrDefault(facet, 0);
    }

    /** Whether at least one of the losses is ours, or nobody was asked. */
    boolean isOurs(Facet facet) {
        return ours.contains(facet);
    }

    /** On how many of so many other accounts the same would be seen if they fared as these did. */
    int expected(Facet facet, int others) {
        return losses(facet) == 0 ? 0 : (int) Math.ceil((double) losses(facet) * others / judged(facet));
    }
}
