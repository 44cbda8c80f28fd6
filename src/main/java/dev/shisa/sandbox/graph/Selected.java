package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.query.QueryRefused;
import dev.shisa.sandbox.wire.Answer;
import dev.shisa.sandbox.wire.JsonValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** Small fixed collections: {@code $select} only, never paged. */
final class Selected {

    private Selected() {
    }

    static Answer list(GraphCall call, String set, List<Map<String, Object>> objects) {
        call.options().offering("$select");
        List<Consumer<JsonGenerator>> items = new ArrayList<>();
        for (Map<String, Object> object : objects) {
            Map<String, Object> chosen = chosen(call, set, object);
            items.add(generator -> properties(generator, chosen));
        }
        return Listing.plain(call, set, items);
    }

    static Answer single(GraphCall call, String set, Map<String, Object> object) {
        call.options().offering("$select");
        Map<String, Object> chosen = chosen(call, set, object);
        return Replies.object(call, 200, generator -> {
            Replies.context(call, generator, set + "/$entity");
            properties(generator, chosen);
        });
    }

    private static void properties(JsonGenerator generator, Map<String, Object> object) {
        object.forEach((name, value) -> {
            generator.writeName(name);
            JsonValues.write(generator, value);
        });
    }

    private static Map<String, Object> chosen(GraphCall call, String set, Map<String, Object> object) {
        String select = call.options().get("$select");
        if (select == null) {
            return object;
        }
        Map<String, Object> chosen = new LinkedHashMap<>();
        for (String wanted : select.split(",", -1)) {
            String name = object.keySet().stream()
                    .filter(known -> known.toLowerCase(Locale.ROOT).equals(wanted.strip().toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> QueryRefused.bad("Parsing OData Select and Expand failed: Could not find a "
                            + "property named '" + wanted.strip() + "' on " + set + "."));
            Object value = object.get(name);
            if (value != null) {
                chosen.put(name, value);
            }
        }
        return chosen;
    }
}
