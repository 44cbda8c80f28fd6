package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.query.ListQuery;
import dev.shisa.sandbox.query.SkipToken;
import dev.shisa.sandbox.wire.Answer;
import dev.shisa.sandbox.wire.JsonValues;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * One page of a collection.
 *
 * @param <T>     the type of the objects
 * @param set     the fragment of the context, without the selection
 * @param objects by id, in the order of ids
 * @param type    given as {@code @odata.type} on each object, or null
 */
record Listing<T>(GraphCall call, String set, ListQuery<T> query, NavigableMap<String, T> objects,
        @Nullable String type) {

    private record Page<T>(List<Map.Entry<String, T>> entries, boolean more) {
    }

    Answer answer() {
        return answer(this::write);
    }

    private Answer answer(BiConsumer<JsonGenerator, T> writer) {
        int left = call.truncateAt() - query.from().served();
        Page<T> page = page(Math.min(query.top(), Math.max(0, left)));
        boolean silentEnd = left <= query.top();
        String set = set() + (query.selectGiven() ? Replies.chosen(query.selected()) : "");
        return Replies.object(call, 200, generator -> {
            Replies.context(call, generator, set);
            if (query.count() && query.from().served() == 0) {
                generator.writeNumberProperty("@odata.count", count());
            }
            if (page.more() && !silentEnd) {
                generator.writeStringProperty("@odata.nextLink", nextLink(page));
            }
            generator.writeName("value");
            generator.writeStartArray();
            page.entries().forEach(entry -> writer.accept(generator, entry.getValue()));
            generator.writeEndArray();
        });
    }

    private void write(JsonGenerator generator, T object) {
        generator.writeStartObject();
        if (type != null) {
            Replies.type(call, generator, type);
        }
        Replies.properties(generator, object, query.selected());
        generator.writeEndObject();
    }

    private long count() {
        if (query.test() == null) {
            return objects.size();
        }
        return objects.values().stream().filter(query::wants).count();
    }

    private Page<T> page(int size) {
        ListQuery.Order<T> order = query.order();
        Iterable<Map.Entry<String, T>> rest = order == null
                ? (query.from().lastId().isEmpty() ? objects : objects.tailMap(query.from().lastId(), false)).entrySet()
                : sorted(order);
        List<Map.Entry<String, T>> entries = new ArrayList<>(Math.min(size, 1000));
        for (Map.Entry<String, T> entry : rest) {
            if (query.wants(entry.getValue())) {
                if (entries.size() == size) {
                    return new Page<>(entries, true);
                }
                entries.add(entry);
            }
        }
        return new Page<>(entries, false);
    }

    private List<Map.Entry<String, T>> sorted(ListQuery.Order<T> order) {
        record Keyed<T>(String key, Map.Entry<String, T> entry) {
        }
        Comparator<Keyed<T>> comparator = Comparator.<Keyed<T>, String>comparing(Keyed::key, order.keys())
                .thenComparing(keyed -> keyed.entry().getKey());
        SkipToken from = query.from();
        return objects.entrySet().stream().map(entry -> new Keyed<>(order.key().apply(entry.getValue()), entry))
                .filter(keyed -> from.lastId().isEmpty() || isAfter(keyed.key(), keyed.entry().getKey(), order))
                .sorted(comparator).map(Keyed::entry).toList();
    }

    private boolean isAfter(String key, String id, ListQuery.Order<T> order) {
        int difference = order.keys().compare(key, query.from().key());
        return difference == 0 ? id.compareTo(query.from().lastId()) > 0 : difference > 0;
    }

    private String nextLink(Page<T> page) {
        Map.Entry<String, T> last = page.entries().getLast();
        ListQuery.Order<T> order = query.order();
        SkipToken token = new SkipToken(query.from().served() + page.entries().size(), last.getKey(),
                order == null ? "" : order.key().apply(last.getValue()));
        return call.root() + call.rawPath() + "?" + call.options().with("$skiptoken", token.encode());
    }

    /** A page of objects of several kinds, each written in its own way. */
    static <T> Answer mixed(GraphCall call, ListQuery<T> query, NavigableMap<String, T> objects,
            Function<T, Consumer<JsonGenerator>> writer) {
        Listing<T> listing = new Listing<>(call, "directoryObjects", query, objects, null);
        return listing.answer((generator, object) -> {
            generator.writeStartObject();
            writer.apply(object).accept(generator);
            generator.writeEndObject();
        });
    }

    /** A collection that is never paged and takes no options but {@code $select}. */
    static Answer plain(GraphCall call, String set, List<? extends Consumer<JsonGenerator>> items) {
        byte[] body = JsonValues.bytes(generator -> {
            generator.writeStartObject();
            Replies.context(call, generator, set);
            generator.writeName("value");
            generator.writeStartArray();
            for (Consumer<JsonGenerator> item : items) {
                generator.writeStartObject();
                item.accept(generator);
                generator.writeEndObject();
            }
            generator.writeEndArray();
            generator.writeEndObject();
        });
        return Replies.json(call, 200, body);
    }
}
