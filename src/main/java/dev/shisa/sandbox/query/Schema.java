package dev.shisa.sandbox.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The properties of one resource type: what {@code $select} may name, what {@code $filter} may ask, what is sent
 * unasked. Immutable once built, thread-safe.
 *
 * @param <T> the type of the objects that are read
 */
public final class Schema<T> {

    /** What a property holds. Dates are text in UTC; parts of objects are named in {@link Property#parts}. */
    public enum Type {
        TEXT,
        FLAG,
        DATE,
        GUID,
        NUMBER,
        TEXTS,
        OBJECT,
        OBJECTS
    }

    /** Where a property can be asked for. */
    public enum Reach {
        /** Sent without {@code $select}. */
        COMMON,
        /** Sent when selected. */
        SELECTED,
        /** Sent when selected, never filtered by. */
        UNFILTERED,
        /** Only of a single object; 501 on a collection. */
        SINGLE
    }

    /** One property. */
    public record Property<T>(String name, Type type, Reach reach, Map<String, Type> parts,
            Function<T, @Nullable Object> read) {

        boolean filterable() {
            return reach == Reach.COMMON || reach == Reach.SELECTED;
        }
    }

    /** Collects properties. */
    public static final class Builder<T> {

        private final String name;
        private final Map<String, Property<T>> properties = new LinkedHashMap<>();
        private final Set<String> ordered = new HashSet<>();

        private Builder(String name) {
            this.name = name;
        }

        public Builder<T> add(String property, Type type, Reach reach, Function<T, @Nullable Object> read) {
            return add(new Property<>(property, type, reach, Map.of(), read));
        }

        /** A collection of objects whose parts can be asked for in a lambda. */
        public Builder<T> objects(String property, Reach reach, Map<String, Type> parts,
                Function<T, @Nullable Object> read) {
            return add(new Property<>(property, Type.OBJECTS, reach, parts, read));
        }

        /** An object whose parts, named by their path, can be asked for. */
        public Builder<T> object(String property, Reach reach, Map<String, Type> parts,
                Function<T, @Nullable Object> read) {
            return add(new Property<>(property, Type.OBJECT, reach, parts, read));
        }

        /** Texts that {@code ge} and {@code le} compare. */
        public Builder<T> ordered(Collection<String> names) {
            ordered.addAll(names);
            return this;
        }

        private Builder<T> add(Property<T> property) {
            properties.put(property.name().toLowerCase(Locale.ROOT), property);
            return this;
        }

        public Schema<T> build() {
            return new Schema<>(name, properties, ordered);
        }
    }

    private final String name;
    private final Map<String, Property<T>> properties;
    private final List<Property<T>> common;
    private final Set<String> ordered;

    private Schema(String name, Map<String, Property<T>> properties, Set<String> ordered) {
        this.name = name;
        this.properties = properties;
        this.ordered = Set.copyOf(ordered);
        this.common = properties.values().stream().filter(property -> property.reach() == Reach.COMMON).toList();
    }

    /** Whether {@code ge} and {@code le} compare the text of that name. */
    boolean isOrdered(String property) {
        return ordered.contains(property);
    }

    /** A schema for {@code microsoft.graph.<name>}. */
    public static <T> Builder<T> named(String name) {
        return new Builder<>(name);
    }

    public String name() {
        return name;
    }

    public Collection<Property<T>> properties() {
        return properties.values();
    }

    /** What is sent without {@code $select}. */
    public List<Property<T>> common() {
        return common;
    }

    /** The property of that name in any letter case, or null. */
    public @Nullable Property<T> property(String wanted) {
        return properties.get(wanted.toLowerCase(Locale.ROOT));
    }

    /** The properties that a {@code $select} names. */
    public List<Property<T>> select(String list, boolean collection) {
        List<Property<T>> chosen = new ArrayList<>();
        for (String item : list.split(",", -1)) {
            Property<T> property = property(item.strip());
            if (property == null) {
                throw QueryRefused.bad("Parsing OData Select and Expand failed: Could not find a property named '"
                        + item.strip() + "' on type 'microsoft.graph." + name + "'.");
            }
            if (collection && property.reach() == Reach.SINGLE) {
                throw QueryRefused.notImplemented("The property '" + property.name()
                        + "' can only be selected on a single " + name + ", not on a collection.");
            }
            if (!chosen.contains(property)) {
                chosen.add(property);
            }
        }
        return chosen;
    }
}
