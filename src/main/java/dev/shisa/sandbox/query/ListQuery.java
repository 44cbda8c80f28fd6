package dev.shisa.sandbox.query;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a request for a collection asks: understood as a whole, or refused.
 *
 * @param selected what to send of each object
 * @param test     the filter; null for all
 * @param order    null for the order of ids
 * @param count    whether {@code @odata.count} is wanted
 */
public record ListQuery<T>(List<Schema.Property<T>> selected, boolean selectGiven, @Nullable Predicate<T> test,
        @Nullable Order<T> order, int top, boolean count, SkipToken from) {

    /** The service's bounds for a page. */
    public static final int DEFAULT_PAGE = 100;
    public static final int LARGEST_PAGE = 999;

    /** A sort order: by a key, then by id. */
    public record Order<T>(Function<T, String> key, boolean descending) {

        public Comparator<String> keys() {
            Comparator<String> natural = Comparator.naturalOrder();
            return descending ? natural.reversed() : natural;
        }
    }

    /** Reads the options of a request, with or without {@code ConsistencyLevel: eventual}. */
    public static <T> ListQuery<T> of(Options options, Schema<T> schema, boolean eventual, List<String> sortable) {
        options.offering("$select", "$filter", "$top", "$count", "$orderby", "$skiptoken");
        boolean count = flag(options, "$count");
        if (count && !eventual) {
            throw QueryRefused.advanced("$count");
        }
        String select = options.get("$select");
        List<Schema.Property<T>> selected = select == null ? schema.common() : schema.select(select, true);
        Predicate<T> test = test(options, schema, eventual && count);
        Order<T> order = order(options, schema, sortable);
        if (order != null && test != null && !(eventual && count)) {
            throw QueryRefused.unsupported("Sorting not supported for current query.");
        }
        String token = options.get("$skiptoken");
        return new ListQuery<>(selected, select != null, test, order, top(options, DEFAULT_PAGE, LARGEST_PAGE), count,
                token == null ? SkipToken.START : SkipToken.decode(token));
    }

    /** Only the filter, for {@code /$count}. */
    public static <T> @Nullable Predicate<T> test(Options options, Schema<T> schema, boolean advanced) {
        String filter = options.get("$filter");
        return filter == null ? null : new FilterBinder<>(schema, advanced).bind(FilterParser.parse(filter));
    }

    /**
     * The earliest moment that an object's date may have to pass the filter of a request; null if any may.
     *
     * @param property the date
     */
    public static @Nullable Instant earliest(Options options, String property) {
        String filter = options.get("$filter");
        return filter == null ? null : Moments.earliest(FilterParser.parse(filter), property);
    }

    /** The size of a page that a request asks for. */
    public static int top(Options options, int usual, int largest) {
        String value = options.get("$top");
        if (value == null) {
            return usual;
        }
        int top;
        try {
            top = Integer.parseInt(value);
        } catch (NumberFormatException noNumber) {
            throw QueryRefused.bad("Invalid value '" + value + "' for $top query option found. The $top query option "
                    + "requires a non-negative integer value.");
        }
        if (top < 1 || top > largest) {
            throw QueryRefused.unsupported("Invalid page size specified: '" + top + "'. Must be between 1 and "
                    + largest + " inclusive.");
        }
        return top;
    }

    public boolean wants(T object) {
        return test == null || test.test(object);
    }

    private static boolean flag(Options options, String name) {
        String value = options.get(name);
        if (value == null) {
            return false;
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw QueryRefused.bad("Invalid value '" + value + "' for " + name + " query option found.");
        };
    }

    private static <T> @Nullable Order<T> order(Options options, Schema<T> schema, List<String> sortable) {
        String wanted = options.get("$orderby");
        if (wanted == null) {
            return null;
        }
        String[] words = wanted.strip().split("\\s+", -1);
        Schema.Property<T> property = schema.property(words[0]);
        if (property == null || !sortable.contains(property.name()) || words.length > 2) {
            throw QueryRefused.unsupported("Unsupported sort property '" + words[0] + "' for '" + schema.name() + "'.");
        }
        boolean descending = words.length == 2 && words[1].equalsIgnoreCase("desc");
        if (words.length == 2 && !descending && !words[1].equalsIgnoreCase("asc")) {
            throw QueryRefused.bad("Invalid $orderby: " + wanted);
        }
        return new Order<>(object -> property.read().apply(object) instanceof String text
                ? text.toLowerCase(Locale.ROOT)
                : "", descending);
    }
}
