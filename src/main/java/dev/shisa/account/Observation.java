package dev.shisa.account;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * One account as it was read: its traits and one reading per facet. A facet that is not in the map was not asked for.
 *
 * @param id the account
 * @param traits what it is; empty when the service knows no such object any more
 * @param readings one reading per facet that was asked for
 */
public record Observation(AccountId id, Optional<Traits> traits, Map<Facet, Reading> readings) {

    public Observation {
        EnumMap<Facet, Reading> copy = new EnumMap<>(Facet.class);
        copy.putAll(readings);
        readings = Collections.unmodifiableMap(copy);
    }

    /** The reading of that facet; a facet nobody asked for is unseen. */
    public Reading reading(Facet facet) {
        Reading reading = readings.get(facet);
        return reading == null ? new Reading.Unseen("not read") : reading;
    }

    /** The value of that facet if it was seen. */
    public Optional<FacetValue> value(Facet facet) {
        return reading(facet).value();
    }

    /** The value of that facet if it was seen and has that type. */
    public <T extends FacetValue> Optional<T> value(Facet facet, Class<T> type) {
        return value(facet).filter(type::isInstance).map(type::cast);
    }

    /** Whether the identity was seen to be active. */
    public boolean isActive() {
        return value(Facet.IDENTITY).filter(FacetValue.Identity.ACTIVE::equals).isPresent();
    }

    /** This observation with every seen facet of a later look laid over it. */
    public Observation overlaidWith(Observation later) {
        EnumMap<Facet, Reading> merged = new EnumMap<>(Facet.class);
        merged.putAll(readings);
        later.readings.forEach((facet, reading) -> {
            if (reading instanceof Reading.Seen || !merged.containsKey(facet)) {
                merged.put(facet, reading);
            }
        });
        return new Observation(id, later.traits.isPresent() ? later.traits : traits, merged);
    }

    /**
     * This observation, made of what another one of the same account holds wherever the two are equal. A long run keeps three looks at each
     * target, which differ in a few facets only.
     */
    public Observation sharing(Observation known) {
        EnumMap<Facet, Reading> shared = new EnumMap<>(Facet.class);
        readings.forEach((facet, reading) -> shared.put(facet, shared(reading, known.reading(facet))));
        return new Observation(id.equals(known.id) ? known.id : id,
                traits.equals(known.traits) ? known.traits : traits, shared);
    }

    private static Reading shared(Reading reading, Reading known) {
        return reading instanceof Reading.Seen seen && known instanceof Reading.Seen former
                && seen.seen().equals(former.seen())
                        ? new Reading.Seen(former.seen(),
                                seen.source().equals(former.source()) ? former.source() : seen.source(), seen.readAt())
                        : reading;
    }

    /**
     * The sign-in name as people know it: the recycle bin writes the id, without its dashes, in front of it. Empty where no name is known.
     */
    public Optional<String> signInName() {
        String prefix = id.value().replace("-", "");
        return traits.map(Traits::userPrincipalName)
                .map(name -> name.regionMatches(true, 0, prefix, 0, prefix.length())
                        ? name.substring(prefix.length())
                        : name);
    }

    /** The sign-in name, or the id where no name is known. */
    public String name() {
        return signInName().orElse(id.value());
    }
}
