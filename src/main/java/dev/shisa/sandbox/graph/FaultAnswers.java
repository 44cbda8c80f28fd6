package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.fault.Effect;
import dev.shisa.sandbox.wire.Answer;
import dev.shisa.sandbox.wire.JsonValues;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** What Graph says when it fails. */
final class FaultAnswers {

    private FaultAnswers() {
    }

    static Answer of(GraphCall call, Effect.Status fault, Instant now) {
        Answer answer = fault.status() == 429
                ? throttled(call, now)
                : Replies.problem(call.clientRequestId(), call.requestId(), now, problem(fault.status(), call));
        for (Map.Entry<String, String> header : fault.headers().entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return answer;
    }

    /** The documented body, without a {@code Retry-After}. */
    static Answer throttled(GraphCall call, Instant now) {
        String clientRequestId = call.clientRequestId();
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("code", "429");
        inner.put("date", now.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ""));
        inner.put("message", "Please retry after");
        inner.put("request-id", call.requestId());
        inner.put("client-request-id", clientRequestId == null ? call.requestId() : clientRequestId);
        inner.put("status", "429");
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", "TooManyRequests");
        error.put("innerError", inner);
        error.put("message", "Please retry again later.");
        return Answer.of(429, "application/json", JsonValues.bytes(Map.of("error", error)));
    }

    private static GraphProblem problem(int status, GraphCall call) {
        return switch (status) {
            case 401 ->
                GraphProblem.unauthenticated("Lifetime validation failed, the token is expired.", call.origin());
            case 403 -> GraphProblem.denied();
            case 404 -> GraphProblem.notFound(call.segments().isEmpty() ? "" : call.segments().getLast());
            case 409 -> GraphProblem.concurrent();
            case 503 -> GraphProblem.of(503, "serviceNotAvailable", "The service is temporarily unavailable.");
            case 504 -> GraphProblem.of(504, "GatewayTimeout", "The request timed out before it was completed.");
            default -> status < 500
                    ? GraphProblem.of(status, "Request_BadRequest", "The request could not be processed.")
                    : GraphProblem.of(status, "Service_InternalServerError",
                            "Encountered an internal server error. Please retry the request.");
        };
    }
}
