package dev.shisa.graph;

import dev.shisa.tenant.RetryAfter;
import dev.shisa.tenant.Cost;
import dev.shisa.tenant.Patience;
import dev.shisa.tenant.TenantFailure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Up to twenty reads in one request. The batch says 200 whatever became of its parts, its parts come back in any order, and each is throttled for
 * itself; so only the parts that failed are asked again, after the longest wait that any of them asks for. Safe for several threads.
 */
final class Batch {
    /** The service takes no more. */
    static final int LARGEST = 20;

    private static final JsonMapper JSON = new JsonMapper();

    private final PatientWire wire;
    private final GraphRequests requests;

    Batch(PatientWire wire, GraphRequests requests) {
        this.wire = wire;
        this.requests = requests;
    }

    /**
     * What became of one part.
     *
     * @param url what was asked
     * @param status HTTP status of the part
     * @param body its body; missing when there was none
     * @param retryAfter how long the service asks to wait for this part
     * @param batch the answer it came with
     */
    record Part(String url, int status, JsonNode body, Optional<Duration> retryAfter, Answer batch) {

        boolean isSuccess() {
            return status >= 200 && status < 300 && body.isObject();
        }

        /** 424 is a part that fell with another one, or with its batch. */
        boolean isPassing() {
            return status == 429 || status == 424 || (status >= 500 && status != 501);
        }

        GraphFault fault() {
            return GraphFault.of(status, body);
        }

        /** The failure that a part without a success stands for. */
        TenantFailure failure() {
            Answer alike = new Answer("GET " + url.replaceAll("\\?.*", ""), status, batch.headers(),
                    new Answer.Body(body.toString().getBytes(StandardCharsets.UTF_8)));
            return status >= 200 && status < 300 ? alike.malformed("came without a body") : alike.failure();
        }
    }

    /**
     * Asks all of them.
     *
     * @param urls at most {@link #LARGEST}, below the version, beginning with a slash
     * @return one part per address, in their order; a part that went on failing stands with its last status
     */
    List<Part> ask(List<String> urls) throws TenantFailure {
        Map<Integer, Part> answered = new HashMap<>();
        Patience patience = wire.patience();
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < urls.size(); i++) {
            open.add(i);
        }
        do {
            answered.putAll(once(urls, open));
            open = open.stream().filter(i -> part(answered, i).isPassing()).toList();
        } while (!open.isEmpty() && patience.again(longest(answered, open)));
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < urls.size(); i++) {
            parts.add(part(answered, i));
        }
        return parts;
    }

    private Map<Integer, Part> once(List<String> urls, List<Integer> open) throws TenantFailure {
        byte[] body = body(urls, open);
        Cost cost = open.stream().map(i -> RequestCost.of("GET", urls.get(i))).reduce(Cost.NOTHING, Cost::plus);
        Answer answer = wire.need(() -> requests.batch(body), cost);
        JsonNode responses = answer.json().path("responses");
        if (!responses.isArray()) {
            throw answer.malformed("came without its parts");
        }
        Map<Integer, Part> parts = new HashMap<>();
        for (JsonNode response : responses) {
            int index = index(response, answer);
            if (!open.contains(index) || parts.put(index, part(urls.get(index), response, answer)) != null) {
                throw answer.malformed("has a part that was not asked for, or one twice");
            }
        }
        if (parts.size() != open.size()) {
            throw answer.malformed("has " + parts.size() + " of " + open.size() + " parts");
        }
        parts.values().forEach(this::heard);
        if (parts.values().stream().anyMatch(part -> part.status() == 429)) {
            wire.outstanding().refused();
        }
        return parts;
    }

    /** A part that is refused for now holds back everything that the same quota counts, whoever asks for it. */
    private void heard(Part part) {
        RequestCost.refusedBy(RequestCost.of("GET", part.url()), "").ifPresent(scope -> {
            if (part.status() == 429) {
                wire.budget().refused(scope, part.retryAfter());
            } else if (part.isSuccess()) {
                wire.budget().taken(scope);
            }
        });
    }

    private static byte[] body(List<String> urls, List<Integer> open) {
        ObjectNode batch = JSON.createObjectNode();
        ArrayNode parts = batch.putArray("requests");
        for (int index : open) {
            ObjectNode part = parts.addObject().put("id", String.valueOf(index)).put("method", "GET").put("url",
                    urls.get(index));
            part.putObject("headers").put("client-request-id", UUID.randomUUID().toString())
                    .put("x-ms-throttle-priority", "Low");
        }
        return JSON.writeValueAsBytes(batch);
    }

    private static int index(JsonNode response, Answer answer) throws TenantFailure {
        try {
            return Integer.parseInt(response.path("id").asString(""));
        } catch (NumberFormatException _) {
            throw answer.malformed("has a part without its number");
        }
    }

    private static Part part(String url, JsonNode response, Answer answer) throws TenantFailure {
        JsonNode status = response.path("status");
        if (!status.isIntegralNumber()) {
            throw answer.malformed("has a part without a status");
        }
        Optional<Duration> wait = Optional.empty();
        for (Map.Entry<String, JsonNode> header : response.path("headers").properties()) {
            if (header.getKey().equalsIgnoreCase("Retry-After")) {
                wait = RetryAfter.parse(header.getValue().asString(""), Optional.of(answer.serverTime()));
            }
        }
        return new Part(url, status.intValue(), response.path("body"), wait, answer);
    }

    private static Part part(Map<Integer, Part> parts, int index) {
        Part part = parts.get(index);
        if (part == null) {
            throw new IllegalStateException("part " + index + " was never asked");
        }
        return part;
    }

    private static Optional<Duration> longest(Map<Integer, Part> answered, List<Integer> open) {
        return open.stream().map(i -> part(answered, i)).flatMap(p -> p.retryAfter().stream())
                .max(Duration::compareTo);
    }
}
