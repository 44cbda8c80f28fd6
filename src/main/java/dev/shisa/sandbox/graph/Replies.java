package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.query.Schema;
import dev.shisa.sandbox.wire.Answer;
import dev.shisa.sandbox.wire.JsonValues;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The forms in which Graph answers. */
final class Replies {

    private static final String MINIMAL = "application/json;odata.metadata=minimal;odata.streaming=true;"
            + "IEEE754Compatible=false;charset=utf-8";
    private static final String NONE = MINIMAL.replace("minimal", "none");

    private Replies() {
    }

    /** A JSON object. The content writes its properties. */
    static Answer object(GraphCall call, int status, Consumer<JsonGenerator> content) {
        byte[] body = JsonValues.bytes(generator -> {
            generator.writeStartObject();
            content.accept(generator);
            generator.writeEndObject();
        });
        return json(call, status, body);
    }

    static Answer json(GraphCall call, int status, byte[] body) {
        return Answer.of(status, call.bare() ? NONE : MINIMAL, body).with("OData-Version", "4.0");
    }

    static Answer noContent() {
        return Answer.empty(204);
    }

    /** {@code @odata.context}, unless the client wants none. */
    static void context(GraphCall call, JsonGenerator generator, String fragment) {
        if (!call.bare()) {
            generator.writeStringProperty("@odata.context", call.root() + "/$metadata#" + fragment);
        }
    }

    static void type(GraphCall call, JsonGenerator generator, String type) {
        if (!call.bare()) {
            generator.writeStringProperty("@odata.type", "#microsoft.graph." + type);
        }
    }

    /** The chosen properties of an object. */
    static <T> void properties(JsonGenerator generator, T object, List<Schema.Property<T>> selected) {
        for (Schema.Property<T> property : selected) {
            generator.writeName(property.name());
            JsonValues.write(generator, property.read().apply(object));
        }
    }

    /** One object of a set such as {@code users}. */
    static <T> Answer entity(GraphCall call, int status, String set, Schema<T> schema, T object) {
        String select = call.options().get("$select");
        List<Schema.Property<T>> selected = select == null ? schema.common() : schema.select(select, false);
        return object(call, status, generator -> {
            context(call, generator, set + (select == null ? "" : chosen(selected)) + "/$entity");
            properties(generator, object, selected);
        });
    }

    static <T> String chosen(List<Schema.Property<T>> selected) {
        return "(" + String.join(",", selected.stream().map(Schema.Property::name).toList()) + ")";
    }

    /** A single value, such as of a property or a function. */
    static Answer value(GraphCall call, String fragment, Object value) {
        return object(call, 200, generator -> {
            context(call, generator, fragment);
            generator.writeName("value");
            JsonValues.write(generator, value);
        });
    }

    static Answer problem(@Nullable String clientRequestId, String requestId, Instant now, GraphProblem problem) {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("date", now.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ""));
        inner.put("request-id", requestId);
        inner.put("client-request-id", clientRequestId == null ? requestId : clientRequestId);
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", problem.code());
        error.put("message", problem.text());
        if (!problem.details().isEmpty()) {
            error.put("details", problem.details().stream().map(Replies::detail).toList());
        }
        error.put("innerError", inner);
        Answer answer = Answer.of(problem.status(), "application/json", JsonValues.bytes(Map.of("error", error)))
                .with("OData-Version", "4.0");
        for (Map.Entry<String, String> header : problem.headers().entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return answer;
    }

    private static Map<String, Object> detail(GraphProblem.Detail detail) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("code", detail.code());
        fields.put("message", detail.message());
        fields.put("target", detail.target());
        return fields;
    }
}
