package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.wire.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which request goes to which operation, and what an application must have been granted for it. */
final class Routes {

    /** An operation. */
    @FunctionalInterface
    interface Operation {
        Answer perform(GraphCall call);
    }

    private record Route(String method, List<String> pattern, Set<String> permissions, Operation operation) {

        @Nullable
        Map<String, String> fit(List<String> segments) {
            if (segments.size() != pattern.size()) {
                return null;
            }
            Map<String, String> parameters = new HashMap<>();
            for (int i = 0; i < pattern.size(); i++) {
                String wanted = pattern.get(i);
                if (wanted.startsWith("{")) {
                    if (segments.get(i).startsWith("$")) {
                        return null;
                    }
                    parameters.put(wanted.substring(1, wanted.length() - 1), segments.get(i));
                } else if (!wanted.equalsIgnoreCase(segments.get(i))) {
                    return null;
                }
            }
            return parameters;
        }
    }

    private final Map<String, List<Route>> byFirst = new LinkedHashMap<>();

    /** Offers an operation; of two patterns that fit, the one offered first is taken. */
    void offer(String method, String pattern, Set<String> permissions, Operation operation) {
        List<String> segments = List.of(pattern.split("/", -1));
        byFirst.computeIfAbsent(segments.getFirst().toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                .add(new Route(method, segments, permissions, operation));
    }

    void get(String pattern, Set<String> permissions, Operation operation) {
        offer("GET", pattern, permissions, operation);
    }

    /** Performs the operation that a call asks for. */
    Answer perform(GraphCall call) {
        List<String> segments = call.segments();
        String first = segments.isEmpty() ? "" : segments.getFirst().toLowerCase(Locale.ROOT);
        boolean otherMethod = false;
        for (Route route : byFirst.getOrDefault(first, List.of())) {
            Map<String, String> parameters = route.fit(segments);
            if (parameters != null && route.method().equals(call.method())) {
                if (!call.caller().mayAny(route.permissions())) {
                    throw GraphProblem.denied();
                }
                call.bind(parameters);
                return route.operation().perform(call);
            }
            otherMethod |= parameters != null;
        }
        if (otherMethod) {
            throw GraphProblem.of(405, "Request_BadRequest",
                    "Specified HTTP method is not allowed for the request target.");
        }
        throw GraphProblem.badRequest("Resource not found for the segment '" + (first.isEmpty() ? "" : unknown(call))
                + "'.");
    }

    private String unknown(GraphCall call) {
        String first = call.segments().getFirst();
        return byFirst.containsKey(first.toLowerCase(Locale.ROOT)) ? call.segments().getLast() : first;
    }
}
