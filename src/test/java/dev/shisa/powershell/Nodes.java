package dev.shisa.powershell;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A syntax tree as records within records, whatever their kinds are. */
final class Nodes {
    private Nodes() {
    }

    /** The values of a record, in their order. */
    static List<Object> parts(Record node) {
        List<Object> parts = new ArrayList<>();
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            try {
                parts.add(component.getAccessor().invoke(node));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(e);
            }
        }
        return parts;
    }

    /** Hands over every record below this value, and this one, those above first. */
    static void each(Object value, Consumer<Record> seen) {
        switch (value) {
            case Record node -> {
                seen.accept(node);
                parts(node).forEach(part -> each(part, seen));
            }
            case List<?> list -> list.forEach(part -> each(part, seen));
            case Optional<?> maybe -> maybe.ifPresent(part -> each(part, seen));
            default -> {
            }
        }
    }

    /** The nearest records with a place below this value. */
    static List<Record> placed(Object value) {
        List<Record> found = new ArrayList<>();
        switch (value) {
            case Record node -> parts(node).forEach(part -> nearest(part, found));
            default -> nearest(value, found);
        }
        return found;
    }

    private static void nearest(Object value, List<Record> found) {
        switch (value) {
            case Span _,Problem _ -> {
            }
            case Record node when span(node).isPresent() -> found.add(node);
            case Record node -> parts(node).forEach(part -> nearest(part, found));
            case List<?> list -> list.forEach(part -> nearest(part, found));
            case Optional<?> maybe -> maybe.ifPresent(part -> nearest(part, found));
            default -> {
            }
        }
    }

    /** Where a record stands, if it says so. */
    static Optional<Span> span(Record node) {
        return parts(node).stream().filter(Span.class::isInstance).map(Span.class::cast).findFirst();
    }
}
