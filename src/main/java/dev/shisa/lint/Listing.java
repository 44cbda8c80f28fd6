package dev.shisa.lint;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a reading cmdlet gives back. Immutable; its sets find names in any case.
 *
 * @param population what it lists, in one word or two, such as mailboxes
 * @param cap how many it gives unless told otherwise, silently or with a warning; empty when it gives all
 * @param unlimited what makes it give all
 * @param limits parameters that say how many
 * @param narrowing parameters that select by a property, or name the wanted object
 * @param types parameters that choose only a kind of object, so that the whole kind is listed
 * @param widening those of which an empty or null value selects more
 * @param loaded the properties it gives when not asked for others; empty when it gives all of them
 * @param loads the parameter that asks for others
 */
public record Listing(String population, OptionalInt cap, Optional<Condition> unlimited, Set<String> limits,
        Set<String> narrowing, Set<String> types, Set<String> widening, Set<String> loaded, Optional<String> loads) {
    public Listing {
        limits = Names.set(limits);
        narrowing = Names.set(narrowing);
        types = Names.set(types);
        widening = Names.set(widening);
        loaded = Names.set(loaded);
    }

    /** Whether objects carry that property without being asked for it. */
    public boolean isLoaded(String property) {
        return loaded.isEmpty() || loaded.contains(property);
    }

    /** Whether a script read with this listing is told at least as much as with the other. */
    boolean admits(Listing other) {
        boolean cut = other.cap.isEmpty() || (cap.isPresent() && cap.getAsInt() <= other.cap.getAsInt());
        boolean properties = other.loaded.isEmpty() || (!loaded.isEmpty() && other.loaded.containsAll(loaded));
        return cut && properties && other.narrowing.containsAll(narrowing) && types.containsAll(other.types)
                && limits.containsAll(other.limits) && unlimited.equals(other.unlimited)
                && narrowing.stream().filter(other.widening::contains).allMatch(widening::contains);
    }
}
