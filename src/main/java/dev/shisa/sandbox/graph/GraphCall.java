package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.fault.Effect;
import dev.shisa.sandbox.login.Application;
import dev.shisa.sandbox.query.Options;
import dev.shisa.sandbox.wire.JsonValues;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One Graph request, or one part of a batch, on its way through the server. Used by one thread. */
final class GraphCall {

    private final String method;
    private final String origin;
    private final String rawPath;
    private final String query;
    private final Map<String, String> headers;
    private final byte[] body;
    private final Application caller;
    private final String requestId;
    private final List<String> segments;
    private final Map<String, String> parameters = new HashMap<>();
    private @Nullable Options options;
    private @Nullable String account;
    private boolean applied;
    private @Nullable Effect effect;

    /**
     * A request.
     *
     * @param rawPath below the version, beginning with a slash
     */
    GraphCall(String method, String origin, String rawPath, String query, Map<String, String> headers, byte[] body,
            Application caller, String requestId) {
        this.method = method.toUpperCase(Locale.ROOT);
        this.origin = origin;
        this.rawPath = rawPath;
        this.query = query;
        this.headers = headers;
        this.body = body.clone();
        this.caller = caller;
        this.requestId = requestId;
        this.segments = GraphPath.segments(rawPath);
    }

    static String freshRequestId() {
        return UUID.randomUUID().toString();
    }

    String method() {
        return method;
    }

    String origin() {
        return origin;
    }

    /** Address of the version's root. */
    String root() {
        return origin + "/v1.0";
    }

    String rawPath() {
        return rawPath;
    }

    String path() {
        return GraphPath.decode(rawPath);
    }

    List<String> segments() {
        return segments;
    }

    Application caller() {
        return caller;
    }

    String requestId() {
        return requestId;
    }

    Map<String, String> headers() {
        return headers;
    }

    @Nullable
    String header(String name) {
        return headers.get(name);
    }

    /** What the client calls this request, or null. */
    @Nullable
    String clientRequestId() {
        return header("client-request-id");
    }

    Options options() {
        Options known = options;
        if (known == null) {
            known = Options.parse(query);
            options = known;
        }
        return known;
    }

    boolean eventual() {
        return "eventual".equalsIgnoreCase(header("consistencylevel"));
    }

    /** Whether the client wants no metadata in answers. */
    boolean bare() {
        String accept = header("accept");
        return accept != null && accept.toLowerCase(Locale.ROOT).contains("odata.metadata=none");
    }

    boolean hasBody() {
        return new String(body, java.nio.charset.StandardCharsets.UTF_8).strip().length() > 0;
    }

    /** The body as a JSON object; empty when nothing was sent and that is allowed. */
    JsonNode json(boolean optional) {
        if (!hasBody()) {
            if (optional) {
                return JsonValues.read(new byte[]{'{', '}'});
            }
            throw GraphProblem.of(400, "BadRequest", "Empty Payload. JSON content expected.");
        }
        try {
            JsonNode tree = JsonValues.read(body);
            if (tree.isObject()) {
                return tree;
            }
        } catch (JacksonException malformed) {
            throw unreadable();
        }
        throw unreadable();
    }

    private static GraphProblem unreadable() {
        return GraphProblem.of(400, "BadRequest", "Unable to read JSON request payload. Please ensure Content-Type "
                + "header is set and payload is of valid JSON format.");
    }

    /** A segment of the path that a route names in braces. */
    String parameter(String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw new IllegalStateException("the route has no {" + name + "}");
        }
        return value;
    }

    void bind(Map<String, String> found) {
        parameters.putAll(found);
    }

    @Nullable
    String account() {
        return account;
    }

    void concerns(@Nullable String objectId) {
        account = objectId;
    }

    boolean applied() {
        return applied;
    }

    void tookEffect() {
        applied = true;
    }

    /** Lets a fault change what a read shows. */
    void affect(Effect fault) {
        effect = fault;
    }

    /** How long ago a listing shows. */
    Duration lag() {
        return effect instanceof Effect.Lag lag ? lag.by() : Duration.ZERO;
    }

    /** How long ago a read of one object shows. */
    Duration singleLag() {
        return effect instanceof Effect.Lag lag && lag.single() ? lag.by() : Duration.ZERO;
    }

    /** After how many objects a listing ends without a word. */
    int truncateAt() {
        return effect instanceof Effect.Truncate truncate ? truncate.objects() : Integer.MAX_VALUE;
    }

    /** Where the next page is said to be, or null: where it is. */
    @Nullable
    URI nextLink() {
        return effect instanceof Effect.NextLink next ? next.link() : null;
    }

    /** The number of the object that a listing repeats; 0: none. */
    int repeated() {
        return effect instanceof Effect.Repeat repeat ? repeat.number() : 0;
    }

    /** The number of the object that a listing leaves out; 0: none. */
    int skipped() {
        return effect instanceof Effect.Skip skip ? skip.number() : 0;
    }
}
