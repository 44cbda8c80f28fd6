package dev.shisa.lint;

import dev.shisa.powershell.ScriptBlock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known of a value without running anything. */
sealed interface Value {
    /** Computed, and of no interest. */
    static Value unknown() {
        return new Unknown();
    }

    /** No value. */
    static Value nothing() {
        return new Nothing();
    }

    /** A text or a number. */
    record Text(String content) implements Value {
    }

    /** A text of which parts are values. */
    record Mixed(String pattern, List<Value> values) implements Value {
        public Mixed {
            values = List.copyOf(values);
        }
    }

    /** True or false. */
    record Truth(boolean value) implements Value {
    }

    /** {@code $null}. */
    record Nothing() implements Value {
    }

    /** A list that stands in the text. */
    record Items(List<Value> items) implements Value {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** One after the other of a list. */
    record Element(Value list) implements Value {
    }

    /** A table or an object; open where there may be more in it. */
    record Fields(Map<String, Value> fields, boolean open) implements Value {
        public Fields {
            fields = Names.map(fields);
        }
    }

    /** Code that may be run later. */
    record Code(ScriptBlock block) implements Value {

        /** A block is itself only, so that large ones are not compared again and again. */
        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(@Nullable Object other) {
            return other instanceof Code code && code.block == block;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(block);
        }
    }

    /** What a reading command gave. */
    record Found(Population population) implements Value {
    }

    /** Nobody sees it in the text. */
    record Hidden(Source source) implements Value {
    }

    /** A point in time that was computed. */
    record Moment() implements Value {
    }

    /** One of these. */
    record Either(List<Value> values) implements Value {
        public Either {
            values = List.copyOf(values);
        }
    }

    /** Something that is not followed. */
    record Unknown() implements Value {
    }

    /** One of two; what is the same is one. More than a few are not told apart. */
    static Value either(Value one, Value other) {
        if (one.equals(other)) {
            return one;
        }
        List<Value> all = new ArrayList<>(one.alternatives().toList());
        other.alternatives().filter(value -> !all.contains(value)).forEach(all::add);
        return new Either(all.size() > 8 ? fewer(all) : all);
    }

    /** Of many texts a few say as much of whom a command hits; what is listed or hidden is never left out. */
    private static List<Value> fewer(List<Value> all) {
        List<Value> fewer = new ArrayList<>();
        Map<Call, Population> least = new LinkedHashMap<>();
        Map<Call, Population> most = new LinkedHashMap<>();
        int texts = 0;
        for (Value value : all) {
            if (value instanceof Found found) {
                least.merge(found.population().origin(), found.population(), Population::less);
                most.merge(found.population().origin(), found.population(), Population::more);
            } else if (!(value instanceof Text) || ++texts <= 4) {
                fewer.add(value);
            }
        }
        least.values().forEach(population -> fewer.add(new Found(population)));
        most.values().stream().map(Found::new).filter(found -> !fewer.contains(found)).forEach(fewer::add);
        return fewer;
    }

    /** How much there is in it; counting ends at the given number. */
    default int weight(int most) {
        int own = switch (this) {
            case Text text -> 1 + text.content().length() / 64;
            case Mixed mixed -> 1 + mixed.pattern().length() / 64;
            default -> 1;
        };
        List<Value> inside = switch (this) {
            case Mixed mixed -> mixed.values();
            case Items items -> items.items();
            case Either either -> either.values();
            case Element element -> List.of(element.list());
            case Fields fields -> List.copyOf(fields.fields().values());
            default -> List.of();
        };
        for (Value value : inside) {
            if (own >= most) {
                return own;
            }
            own += value.weight(most - own);
        }
        return own;
    }

    /** It, or all that it may be. */
    default Stream<Value> alternatives() {
        return this instanceof Either either ? either.values().stream() : Stream.of(this);
    }

    /** It and everything in it that decides whom a command hits. */
    default List<Value> parts() {
        return switch (this) {
            case Text _,Truth _,Nothing _,Code _,Found _,Hidden _,Moment _,Unknown _ -> List.of(this);
            case Either _,Items _,Element _,Mixed _,Fields _ -> {
                List<Value> all = new ArrayList<>();
                addParts(all);
                yield all;
            }
        };
    }

    private void addParts(List<Value> all) {
        switch (this) {
            case Either either -> either.values().forEach(value -> value.addParts(all));
            case Items items -> items.items().forEach(value -> value.addParts(all));
            case Element element -> element.list().addParts(all);
            case Mixed mixed -> {
                all.add(this);
                mixed.values().forEach(value -> value.addParts(all));
            }
            case Fields fields -> fields.fields().values().forEach(value -> value.addParts(all));
            case Text _,Truth _,Nothing _,Code _,Found _,Hidden _,Moment _,Unknown _ -> all.add(this);
        }
    }

    /** What reading commands gave that is in it. */
    default List<Population> populations() {
        return switch (this) {
            case Found found -> List.of(found.population());
            case Text _,Truth _,Nothing _,Code _,Hidden _,Moment _,Unknown _ -> List.of();
            case Either _,Items _,Element _,Mixed _,Fields _ -> parts().stream().filter(Found.class::isInstance)
                    .map(found -> ((Found) found).population()).toList();
        };
    }

    /** What nobody sees in the text that is in it. */
    default List<Source> sources() {
        return switch (this) {
            case Text _,Truth _,Nothing _,Code _,Moment _,Unknown _ -> List.of();
            case Hidden hidden -> List.of(hidden.source());
            case Found found -> found.population().hidden().map(List::of).orElse(List.of());
            case Either _,Items _,Element _,Mixed _,Fields _ -> parts().stream()
                    .filter(part -> part instanceof Hidden || part instanceof Found)
                    .flatMap(part -> part.sources().stream()).toList();
        };
    }

    /** Whether it may be more than one, or one after the other of more than one. */
    default boolean isMany() {
        return switch (this) {
            case Items items -> items.items().size() > 1 || items.items().stream().anyMatch(Value::isMany);
            case Element element -> element.list().isMany();
            case Found found -> found.population().many();
            case Hidden hidden -> hidden.source().many();
            case Either either -> either.values().stream().anyMatch(Value::isMany);
            case Mixed mixed -> mixed.values().stream().anyMatch(Value::isMany);
            default -> false;
        };
    }

    /** The text, where it is one for sure. */
    default Optional<String> literal() {
        return switch (this) {
            case Text text -> Optional.of(text.content());
            case Truth truth -> Optional.of(truth.value() ? "true" : "false");
            case Nothing _ -> Optional.of("null");
            case Items items when items.items().size() == 1 -> items.items().getFirst().literal();
            default -> Optional.empty();
        };
    }

    /** Every population in it changed. */
    default Value map(UnaryOperator<Population> change) {
        return switch (this) {
            case Found found -> new Found(change.apply(found.population()));
            case Either either -> new Either(either.values().stream().map(value -> value.map(change)).toList());
            case Items items -> new Items(items.items().stream().map(value -> value.map(change)).toList());
            case Element element -> new Element(element.list().map(change));
            default -> this;
        };
    }

    /** It, but perhaps not: what counts only for sure does not count then. */
    default Value perhaps() {
        return either(this, unknown());
    }

    /** Every table that it may be changed. */
    default Value mapFields(UnaryOperator<Fields> change) {
        return switch (this) {
            case Fields fields -> change.apply(fields);
            case Either either -> new Either(either.values().stream().map(value -> value.mapFields(change)).toList());
            default -> this;
        };
    }

    /** The same, after somebody looked whether there is anything. */
    default Value checked() {
        return switch (this) {
            case Hidden hidden -> new Hidden(hidden.source().checked());
            case Either either -> new Either(either.values().stream().filter(value -> !(value instanceof Nothing))
                    .map(Value::checked).toList());
            default -> this;
        };
    }

    /** What {@code foreach} gives one after the other. */
    default Value element() {
        return switch (this) {
            case Items items when items.items().size() == 1 -> items.items().getFirst().element();
            case Items _ -> new Element(this);
            case Either either -> new Either(either.values().stream().map(Value::element).toList());
            default -> this;
        };
    }

    /** A member of it, as far as it is known. */
    default Value member(String name) {
        return switch (this) {
            case Fields fields when fields.fields().containsKey(name) ->
                java.util.Objects.requireNonNull(fields.fields().get(name));
            case Fields fields -> fields.open() ? unknown() : nothing();
            case Element element when element.list() instanceof Items items -> new Element(
                    new Items(items.items().stream().map(item -> item.member(name)).toList()));
            case Items items when items.items().stream().allMatch(Fields.class::isInstance)
                    && !items.items().isEmpty() ->
                new Items(items.items().stream().map(item -> item.member(name)).toList());
            case Either either -> new Either(either.values().stream().map(value -> value.member(name)).toList());
            case Found found -> new Found(found.population().member());
            case Hidden _,Items _,Element _ -> this;
            default -> unknown();
        };
    }
}
