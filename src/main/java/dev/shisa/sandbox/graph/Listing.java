package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.query.ListQuery;
import dev.shisa.sandbox.query.SkipToken;
import dev.shisa.sandbox.wire.Answer;
import dev.shisa.sandbox.wire.JsonBuffer;
import dev.shisa.sandbox.wire.JsonValues;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
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

    /** What ends a page. */
    private static final byte[] END = {']', '}'};
    /** For the first object, by which room for the others is made. */
    private static final int ROOM = 4_096;

    private record Page<T>(List<Map.Entry<String, T>> entries, boolean more) {
    }

    Answer answer() {
        return answer(this::write);
    }

    private Answer answer(BiConsumer<JsonGenerator, T> writer) {
        return page((head, sent) -> JsonValues.bytes(generator -> {
            generator.writeStartObject();
            head.accept(generator);
            sent.forEach(object -> writer.accept(generator, object));
            generator.writeEndArray();
            generator.writeEndObject();
        }));
    }

    /** The same page, whose objects are written without a generator between. */
    Answer swiftly(BiConsumer<JsonBuffer, T> writer) {
        return page((head, sent) -> {
            byte[] empty = JsonValues.bytes(generator -> {
                generator.writeStartObject();
                head.accept(generator);
                generator.writeEndArray();
                generator.writeEndObject();
            });
            JsonBuffer out = new JsonBuffer(empty.length + ROOM).raw(empty, empty.length - END.length);
            int begin = out.length();
            for (int i = 0; i < sent.size(); i++) {
                if (i == 1) {
                    out.reserve((out.length() - begin) * sent.size() / 4 * 5);
                }
                if (i > 0) {
                    out.raw(',');
                }
                writer.accept(out, sent.get(i));
            }
            return out.raw(END).toBytes();
        });
    }

    /** A page whose body is made of what stands before its first object, and the objects. */
    private Answer page(BiFunction<Consumer<JsonGenerator>, List<T>, byte[]> body) {
        int left = call.truncateAt() - query.from().served();
        Page<T> page = page(query.from(), Math.min(query.top(), Math.max(0, left)));
        String link = link(page, left <= query.top());
        String set = set() + (query.selectGiven() ? Replies.chosen(query.selected()) : "");
        return Replies.json(call, 200, body.apply(generator -> {
            Replies.context(call, generator, set);
            if (query.count() && query.from().served() == 0) {
                generator.writeNumberProperty("@odata.count", count());
            }
            if (link != null) {
                generator.writeStringProperty("@odata.nextLink", link);
            }
            generator.writeName("value");
            generator.writeStartArray();
        }, sent(page)));
    }

    private void write(JsonGenerator generator, T object) {
        generator.writeStartObject();
        if (type != null) {
            Replies.type(call, generator, type);
        }
        Replies.properties(generator, object, query.selected());
        generator.writeEndObject();
    }

    private @Nullable String link(Page<T> page, boolean silentEnd) {
        URI elsewhere = call.nextLink();
        if (elsewhere != null) {
            return elsewhere.toString();
        }
        return page.more() && !silentEnd ? nextLink(page) : null;
    }

    /** A page as it is sent: honest, or with one object repeated or left out. */
    private List<T> sent(Page<T> page) {
        int first = query.from().served() + 1;
        int repeated = call.repeated();
        List<T> sent = new ArrayList<>(page.entries().size() + 1);
        if (repeated > 0 && repeated < first && repeated >= first - query.top()) {
            sent.add(numbered(repeated));
        }
        for (int i = 0; i < page.entries().size(); i++) {
            if (first + i != call.skipped()) {
                sent.add(page.entries().get(i).getValue());
            }
        }
        if (!page.more() && repeated >= first && repeated < first + page.entries().size()) {
            sent.add(page.entries().get(repeated - first).getValue());
        }
        return sent;
    }

    private T numbered(int number) {
        return page(SkipToken.START, number).entries().getLast().getValue();
    }

    private long count() {
        if (query.test() == null) {
            return objects.size();
        }
        return objects.values().stream().filter(query::wants).count();
    }

    private Page<T> page(SkipToken from, int size) {
        ListQuery.Order<T> order = query.order();
        Iterable<Map.Entry<String, T>> rest = order == null
                ? (from.lastId().isEmpty() ? objects : objects.tailMap(from.lastId(), false)).entrySet()
                : sorted(order, from);
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

    private List<Map.Entry<String, T>> sorted(ListQuery.Order<T> order, SkipToken from) {
        record Keyed<T>(String key, Map.Entry<String, T> entry) {
        }
        Comparator<Keyed<T>> comparator = Comparator.<Keyed<T>, String>comparing(Keyed::key, order.keys())
                .thenComparing(keyed -> keyed.entry().getKey());
        return objects.entrySet().stream().map(entry -> new Keyed<>(order.key().apply(entry.getValue()), entry))
                .filter(keyed -> from.lastId().isEmpty() || isAfter(keyed.key(), keyed.entry().getKey(), order, from))
                .sorted(comparator).map(Keyed::entry).toList();
    }

    private boolean isAfter(String key, String id, ListQuery.Order<T> order, SkipToken from) {
        int difference = order.keys().compare(key, from.key());
        return difference == 0 ? id.compareTo(from.lastId()) > 0 : difference > 0;
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
