package dev.shisa.sandbox.query;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Turns a parsed filter into a test, looking up each name and comparing types, and notes whether it needs Graph's
 * advanced query mode.
 *
 * @param <T> the type of the objects that are tested
 */
final class FilterBinder<T> {

    /** A value in reach: its type and how to read it. */
    private record Value<T>(String name, Schema.Type type, Map<String, Schema.Type> parts,
            Function<T, @Nullable Object> read) {
    }

    /** Looks up a path. */
    @FunctionalInterface
    private interface Scope<T> {
        Value<T> value(List<String> path);
    }

    private final Schema<T> schema;
    private final boolean advancedAllowed;

    FilterBinder(Schema<T> schema, boolean advancedAllowed) {
        this.schema = schema;
        this.advancedAllowed = advancedAllowed;
    }

    Predicate<T> bind(Filter filter) {
        return bind(filter, this::property);
    }

    private <S> Predicate<S> bind(Filter filter, Scope<S> scope) {
        return switch (filter) {
            case Filter.And(Filter left, Filter right) -> bind(left, scope).and(bind(right, scope));
            case Filter.Or(Filter left, Filter right) -> bind(left, scope).or(bind(right, scope));
            case Filter.Not(Filter inner) -> {
                advanced("Not");
                yield bind(inner, scope).negate();
            }
            case Filter.Compare compare -> compare(compare, scope);
            case Filter.In(List<String> path, List<Literal> literals) -> {
                Value<S> value = scope.value(path);
                yield literals.stream().map(literal -> equal(value, literal)).reduce(Predicate::or).orElseThrow();
            }
            case Filter.Call call -> call(call, scope);
            case Filter.Any any -> any(any, scope);
        };
    }

    private <S> Predicate<S> compare(Filter.Compare compare, Scope<S> scope) {
        List<String> path = compare.path();
        if (path.getLast().equalsIgnoreCase("$count") && path.size() > 1) {
            return count(compare, scope.value(path.subList(0, path.size() - 1)));
        }
        Value<S> value = scope.value(path);
        return switch (compare.operator()) {
            case EQ -> equal(value, compare.literal());
            case NE -> {
                advanced("NotEqualsMatch");
                yield equal(value, compare.literal()).negate();
            }
            case GT, GE, LT, LE -> order(value, compare.operator(), compare.literal());
        };
    }

    private <S> Predicate<S> count(Filter.Compare compare, Value<S> value) {
        advanced("Count");
        boolean collection = value.type() == Schema.Type.OBJECTS || value.type() == Schema.Type.TEXTS;
        if (!collection || !(compare.literal() instanceof Literal.Whole(long number))) {
            throw unsupported(value.name());
        }
        boolean equal = switch (compare.operator()) {
            case EQ -> true;
            case NE -> false;
            default -> throw unsupported(value.name());
        };
        return object -> (elements(value.read().apply(object)).size() == number) == equal;
    }

    private <S> Predicate<S> equal(Value<S> value, Literal literal) {
        if (literal instanceof Literal.Null) {
            if (value.type() == Schema.Type.TEXTS || value.type() == Schema.Type.OBJECTS) {
                throw unsupported(value.name());
            }
            return object -> value.read().apply(object) == null;
        }
        Function<S, @Nullable Object> read = value.read();
        return switch (literal) {
            case Literal.Text(String text) when value.type() == Schema.Type.TEXT ->
                object -> text.equalsIgnoreCase((String) read.apply(object));
            case Literal.Flag(boolean flag) when value.type() == Schema.Type.FLAG ->
                object -> Boolean.valueOf(flag).equals(read.apply(object));
            case Literal.Date(String date) when value.type() == Schema.Type.DATE ->
                object -> read.apply(object) instanceof String found && Moments.compare(found, date) == 0;
            case Literal.Guid(String guid) when value.type() == Schema.Type.GUID ->
                object -> guid.equalsIgnoreCase((String) read.apply(object));
            case Literal.Whole(long number) when value.type() == Schema.Type.NUMBER ->
                object -> read.apply(object) instanceof Number found && found.longValue() == number;
            default -> throw incompatible();
        };
    }

    private <S> Predicate<S> order(Value<S> value, Filter.Operator operator, Literal literal) {
        if (literal instanceof Literal.Text(String text) && value.type() == Schema.Type.TEXT
                && schema.isOrdered(value.name())) {
            return textOrder(value, operator, text);
        }
        if (!(literal instanceof Literal.Date(String date)) || value.type() != Schema.Type.DATE) {
            throw unsupported(value.name());
        }
        return object -> {
            String found = (String) value.read().apply(object);
            if (found == null) {
                return false;
            }
            int difference = Moments.compare(found, date);
            return switch (operator) {
                case GT -> difference > 0;
                case GE -> difference >= 0;
                case LT -> difference < 0;
                case LE -> difference <= 0;
                case EQ, NE -> throw new IllegalStateException("not an order: " + operator);
            };
        };
    }

    /** Graph documents {@code ge} and {@code le} for texts, {@code gt} and {@code lt} for none. */
    private <S> Predicate<S> textOrder(Value<S> value, Filter.Operator operator, String text) {
        if (operator != Filter.Operator.GE && operator != Filter.Operator.LE) {
            throw unsupported(value.name());
        }
        boolean upwards = operator == Filter.Operator.GE;
        return object -> {
            int difference = value.read().apply(object) instanceof String found
                    ? found.compareToIgnoreCase(text)
                    : upwards ? -1 : 1;
            return upwards ? difference >= 0 : difference <= 0;
        };
    }

    private <S> Predicate<S> call(Filter.Call call, Scope<S> scope) {
        Value<S> value = scope.value(call.path());
        if (value.type() != Schema.Type.TEXT) {
            throw unsupported(value.name());
        }
        String wanted = call.text();
        if (call.function() == Filter.Function.STARTSWITH) {
            return object -> value.read().apply(object) instanceof String text
                    && text.regionMatches(true, 0, wanted, 0, wanted.length());
        }
        advanced("EndsWith");
        return object -> value.read().apply(object) instanceof String text
                && text.regionMatches(true, text.length() - wanted.length(), wanted, 0, wanted.length());
    }

    private <S> Predicate<S> any(Filter.Any any, Scope<S> scope) {
        Value<S> collection = scope.value(any.path());
        Predicate<Object> inner = bind(any.inner(), elementScope(collection, any.variable()));
        return object -> elements(collection.read().apply(object)).stream().anyMatch(inner);
    }

    private <S> Scope<Object> elementScope(Value<S> collection, String variable) {
        return path -> {
            if (!path.getFirst().equals(variable)) {
                throw QueryRefused.bad("Invalid filter clause: Could not find a property named '" + path.getFirst()
                        + "' in the lambda expression.");
            }
            if (collection.type() == Schema.Type.TEXTS && path.size() == 1) {
                return new Value<>(collection.name(), Schema.Type.TEXT, Map.of(), element -> element);
            }
            return part(collection, path);
        };
    }

    private <S> Value<Object> part(Value<S> collection, List<String> path) {
        if (collection.type() == Schema.Type.OBJECTS && path.size() == 2) {
            for (Map.Entry<String, Schema.Type> part : collection.parts().entrySet()) {
                if (part.getKey().equalsIgnoreCase(path.get(1))) {
                    return new Value<>(part.getKey(), part.getValue(), Map.of(),
                            element -> ((Map<?, ?>) element).get(part.getKey()));
                }
            }
        }
        throw unsupported(collection.name());
    }

    private Value<T> property(List<String> path) {
        Schema.Property<T> property = schema.property(path.getFirst());
        if (property == null) {
            throw QueryRefused.bad("Invalid filter clause: Could not find a property named '" + path.getFirst()
                    + "' on type 'microsoft.graph." + schema.name() + "'.");
        }
        if (!property.filterable()) {
            throw unsupported(property.name());
        }
        if (path.size() > 1) {
            return nested(property, path.subList(1, path.size()));
        }
        return new Value<>(property.name(), property.type(), property.parts(), property.read());
    }

    /** A part of an object, such as {@code app/appId}. */
    private Value<T> nested(Schema.Property<T> property, List<String> path) {
        for (Map.Entry<String, Schema.Type> part : property.parts().entrySet()) {
            if (property.type() == Schema.Type.OBJECT && part.getKey().equalsIgnoreCase(String.join("/", path))) {
                List<String> names = List.of(part.getKey().split("/", -1));
                return new Value<>(property.name(), part.getValue(), Map.of(), object -> {
                    Object found = property.read().apply(object);
                    for (String name : names) {
                        found = found instanceof Map<?, ?> map ? map.get(name) : null;
                    }
                    return found;
                });
            }
        }
        throw unsupported(property.name());
    }

    private void advanced(String operator) {
        if (!advancedAllowed) {
            throw QueryRefused.advanced(operator);
        }
    }

    private static Collection<?> elements(@Nullable Object value) {
        return value instanceof Collection<?> list ? list : List.of();
    }

    private QueryRefused unsupported(String property) {
        String resource = schema.name().substring(0, 1).toUpperCase(Locale.ROOT) + schema.name().substring(1);
        return QueryRefused.unsupported("Unsupported or invalid query filter clause specified for property '" + property
                + "' of resource '" + resource + "'.");
    }

    private static QueryRefused incompatible() {
        return QueryRefused.bad("Invalid filter clause: A binary operator with incompatible types was detected.");
    }
}
