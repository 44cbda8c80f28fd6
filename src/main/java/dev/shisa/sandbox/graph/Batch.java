package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.query.QueryRefused;
import dev.shisa.sandbox.wire.Answer;
import dev.shisa.sandbox.wire.JsonValues;
import dev.shisa.sandbox.wire.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * {@code $batch}: up to 20 requests in one. Answers come in the reverse order where nothing depends on another,
 * because Graph promises no order.
 */
final class Batch {

    private static final int LARGEST = 20;

    /** One request of a batch. */
    private record Part(String id, GraphCall call, List<String> dependsOn) {
    }

    private final Function<GraphCall, Reply> processor;
    private final Function<GraphCall, Reply> skipper;

    /** Parts go through the processor; those whose dependency failed through the skipper. */
    Batch(Function<GraphCall, Reply> processor, Function<GraphCall, Reply> skipper) {
        this.processor = processor;
        this.skipper = skipper;
    }

    Reply answer(GraphCall outer) {
        if (!outer.method().equals("POST")) {
            throw GraphProblem.of(405, "Request_BadRequest",
                    "Specified HTTP method is not allowed for the request target.");
        }
        List<Part> parts = parts(outer);
        Map<String, Answer> answers = new LinkedHashMap<>();
        @Nullable
        Duration silence = null;
        for (Part part : inOrder(parts)) {
            boolean failed = part.dependsOn().stream().anyMatch(id -> failed(answers.get(id)));
            Reply reply = failed ? skipper.apply(part.call()) : processor.apply(part.call());
            switch (reply) {
                case Answer answer -> answers.put(part.id(), answer);
                case Reply.Broken(Answer answer, Duration partSilence) -> {
                    answers.put(part.id(), answer);
                    silence = partSilence;
                }
                case Reply.Streamed streamed ->
                    throw new IllegalStateException("a part of a batch cannot be streamed: " + streamed.contentType());
                case Reply.Cut cut -> {
                    return cut;
                }
            }
        }
        List<Part> order = parts.stream().allMatch(part -> part.dependsOn().isEmpty()) ? parts.reversed() : parts;
        Answer whole = Replies.object(outer, 200, generator -> {
            generator.writeName("responses");
            generator.writeStartArray();
            order.forEach(part -> write(generator, part.id(), answers.get(part.id())));
            generator.writeEndArray();
        });
        return silence == null ? whole : new Reply.Broken(whole, silence);
    }

    private static boolean failed(@Nullable Answer answer) {
        return answer == null || answer.status() >= 400;
    }

    private static List<Part> parts(GraphCall outer) {
        JsonNode requests = outer.json(false).path("requests");
        if (!requests.isArray() || requests.isEmpty()) {
            throw bad("Invalid batch payload format.");
        }
        if (requests.size() > LARGEST) {
            throw bad("Number of batch request steps exceeds the maximum value of " + LARGEST + ".");
        }
        List<Part> parts = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode request : requests) {
            Part part = part(outer, request);
            if (!ids.add(part.id().toLowerCase(Locale.ROOT))) {
                throw bad("Request Id '" + part.id() + "' is not unique; ids are compared without regard to case.");
            }
            parts.add(part);
        }
        return parts;
    }

    private static Part part(GraphCall outer, JsonNode request) {
        String id = request.path("id").isValueNode() ? request.path("id").asString("") : "";
        String method = request.path("method").asString("");
        String url = request.path("url").asString("");
        if (id.isEmpty() || method.isEmpty() || url.isEmpty()) {
            throw bad("Every batch request needs an id, a method and a url.");
        }
        Map<String, String> headers = new HashMap<>();
        String clientRequestId = outer.clientRequestId();
        if (clientRequestId != null) {
            headers.put("client-request-id", clientRequestId);
        }
        for (Map.Entry<String, JsonNode> header : request.path("headers").properties()) {
            headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue().asString(""));
        }
        JsonNode body = request.path("body");
        byte[] content = body.isMissingNode() || body.isNull()
                ? new byte[0]
                : body.toString().getBytes(StandardCharsets.UTF_8);
        List<String> dependsOn = new ArrayList<>();
        request.path("dependsOn").forEach(other -> dependsOn.add(other.asString("")));
        String relative = relative(outer, url);
        int mark = relative.indexOf('?');
        GraphCall call = new GraphCall(method, outer.origin(), mark < 0 ? relative : relative.substring(0, mark),
                mark < 0 ? "" : relative.substring(mark + 1), headers, content, outer.caller(), outer.requestId());
        return new Part(id, call, dependsOn);
    }

    /** Below the version. SDKs that do not know the host send the version, or the whole address, along. */
    private static String relative(GraphCall outer, String url) {
        String below = url.startsWith(outer.origin() + "/") ? url.substring(outer.origin().length()) : url;
        below = below.startsWith("/") ? below : "/" + below;
        return below.startsWith("/v1.0/") ? below.substring("/v1.0".length()) : below;
    }

    /** Each part after those that it depends on. */
    private static List<Part> inOrder(List<Part> parts) {
        Deque<Part> waiting = new ArrayDeque<>(parts);
        List<Part> ordered = new ArrayList<>();
        Set<String> done = new HashSet<>();
        int stuck = 0;
        while (!waiting.isEmpty()) {
            Part part = waiting.removeFirst();
            if (done.containsAll(part.dependsOn())) {
                ordered.add(part);
                done.add(part.id());
                stuck = 0;
            } else {
                waiting.addLast(part);
                if (++stuck > waiting.size()) {
                    throw bad("The dependsOn of request '" + part.id() + "' cannot be satisfied.");
                }
            }
        }
        return ordered;
    }

    private static void write(JsonGenerator generator, String id, @Nullable Answer answer) {
        if (answer == null) {
            throw new IllegalStateException("no answer for part " + id);
        }
        generator.writeStartObject();
        generator.writeStringProperty("id", id);
        generator.writeNumberProperty("status", answer.status());
        Map<String, Object> headers = new LinkedHashMap<>(answer.headers());
        String type = answer.contentType();
        if (type != null) {
            headers.put("Content-Type", type);
        }
        generator.writeName("headers");
        JsonValues.write(generator, headers);
        if (answer.body().length > 0) {
            generator.writeName("body");
            String body = new String(answer.body(), StandardCharsets.UTF_8);
            if (type != null && type.startsWith("application/json") && body.startsWith("{")) {
                generator.writeRawValue(body);
            } else {
                generator.writeString(body);
            }
        }
        generator.writeEndObject();
    }

    private static QueryRefused bad(String message) {
        return QueryRefused.bad(message);
    }
}
