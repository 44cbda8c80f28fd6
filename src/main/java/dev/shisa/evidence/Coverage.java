package dev.shisa.evidence;

import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue;
import dev.shisa.account.Observation;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** Which facets a rehearsal would have to exercise for its evidence to speak for accounts. */
public final class Coverage {
    private Coverage() {
    }

    /** The watched facets that hold something on at least one of the accounts. */
    public static Set<Facet> held(Collection<Observation> accounts, Set<Facet> watched) {
        EnumSet<Facet> held = EnumSet.noneOf(Facet.class);
        for (Observation account : accounts) {
            for (Facet facet : watched) {
                if (account.value(facet).filter(value -> !value.isEmpty()).isPresent()) {
                    held.add(facet);
                }
            }
        }
        return held;
    }

    /** The facets that the targets hold and the rehearsal account did not: each is a gap that refuses the shape. */
    public static Set<Facet> gaps(Set<Facet> targets, Set<Facet> exercised) {
        EnumSet<Facet> gaps = EnumSet.noneOf(Facet.class);
        gaps.addAll(targets);
        gaps.removeAll(exercised);
        return gaps;
    }

    /** What one account holds. */
    public static Set<Facet> held(Observation account, Set<Facet> watched) {
        EnumSet<Facet> held = EnumSet.noneOf(Facet.class);
        watched.stream().filter(facet -> !account.value(facet).map(FacetValue::isEmpty).orElse(true))
                .forEach(held::add);
        return held;
    }
}
