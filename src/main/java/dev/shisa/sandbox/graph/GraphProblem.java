package dev.shisa.sandbox.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A refusal in Graph's words. Carries no stack: it is an ordinary answer. */
final class GraphProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** One entry of {@code details}. */
    record Detail(String code, String target, String message) {
    }

    private final int status;
    private final String code;
    private final String text;
    private final transient List<Detail> details;
    private final transient Map<String, String> headers;

    private GraphProblem(int status, String code, String text, List<Detail> details, Map<String, String> headers) {
        super(text, null, false, false);
        this.status = status;
        this.code = code;
        this.text = text;
        this.details = details;
        this.headers = headers;
    }

    static GraphProblem of(int status, String code, String text) {
        return new GraphProblem(status, code, text, List.of(), Map.of());
    }

    static GraphProblem badRequest(String text) {
        return of(400, "Request_BadRequest", text);
    }

    static GraphProblem invalidValue(String property, String text) {
        return new GraphProblem(400, "Request_BadRequest", text, List.of(new Detail("InvalidValue", property, text)),
                Map.of());
    }

    /** Another object already has this value. */
    static GraphProblem conflict(String property) {
        String text = "Another object with the same value for property " + property + " already exists.";
        return new GraphProblem(400, "Request_BadRequest", text,
                List.of(new Detail("ObjectConflict", property, text)), Map.of());
    }

    static GraphProblem notFound(String id) {
        return of(404, "Request_ResourceNotFound", "Resource '" + id
                + "' does not exist or one of its queried reference-property objects are not present.");
    }

    /** A directory on premises decides on the object. */
    static GraphProblem synced() {
        return badRequest("Unable to update the specified properties for on-premises mastered Directory Sync objects "
                + "or objects currently undergoing migration.");
    }

    static GraphProblem denied() {
        return of(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
    }

    /** Another write on the same object is under way, or was a moment ago. */
    static GraphProblem concurrent() {
        return of(409, "Directory_ConcurrencyViolation",
                "Concurrent update operations on the same directory object. Please wait briefly and retry.");
    }

    /** The same with these headers besides. */
    GraphProblem with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new GraphProblem(status, code, text, details, all);
    }

    static GraphProblem unauthenticated(String text, String origin) {
        return new GraphProblem(401, "InvalidAuthenticationToken", text, List.of(),
                Map.of("WWW-Authenticate", "Bearer realm=\"\", authorization_uri=\"" + origin
                        + "/common/oauth2/authorize\", client_id=\"00000003-0000-0000-c000-000000000000\""));
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String text() {
        return text;
    }

    List<Detail> details() {
        return details;
    }

    Map<String, String> headers() {
        return headers;
    }
}
