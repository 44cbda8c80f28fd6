package dev.shisa.catalog;

import dev.shisa.account.Facet;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All effects of a command under its choices. What it does not name is declared unchanged.
 *
 * @param effects at most one per facet
 */
public record Contract(List<Effect> effects) {

    /**
     * @throws IllegalArgumentException when two effects name the same facet
     */
    public Contract {
        effects = List.copyOf(effects);
        EnumSet<Facet> seen = EnumSet.noneOf(Facet.class);
        for (Effect effect : effects) {
            if (!seen.add(effect.change().facet())) {
                throw new IllegalArgumentException("two effects for " + effect.change().facet().label());
            }
        }
    }

    /** The declared change of that facet. */
    public Optional<Effect> effect(Facet facet) {
        return effects.stream().filter(effect -> effect.change().facet() == facet).findFirst();
    }

    /** The facets a person loses by this contract, without those that go with another. */
    public SortedSet<Facet> loss() {
        TreeSet<Facet> loss = new TreeSet<>();
        effects.stream().map(Effect::change).filter(Change::isLoss).forEach(change -> loss.add(change.facet()));
        implied().forEach(loss::remove);
        return loss;
    }

    /** The facets that go with a declared loss of a facet that dominates them. */
    public Set<Facet> implied() {
        EnumSet<Facet> implied = EnumSet.noneOf(Facet.class);
        effects.stream().map(Effect::change).filter(Change::isLoss)
                .forEach(change -> implied.addAll(change.facet().dominates()));
        return implied;
    }

    /** The same contract with the change of that facet put off by the service for that long. */
    public Contract deferring(Facet facet, Duration delay) {
        return new Contract(effects.stream()
                .map(e -> e.change().facet() == facet ? new Effect(e.change(), e.within(), Optional.of(delay)) : e)
                .toList());
    }

    /** The same contract with no wait longer than that. */
    public Contract boundedBy(Duration longest) {
        return new Contract(effects.stream()
                .map(e -> new Effect(e.change(), e.within().compareTo(longest) > 0 ? longest : e.within(), e.after()))
                .toList());
    }

    /** The longest time until every change that is not deferred must be visible. */
    public Duration within() {
        return effects.stream().filter(e -> e.after().isEmpty()).map(Effect::within).max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
