package dev.shisa.graph;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The last look at a request before it leaves. Nothing goes to another origin than the tenant's. The reader's client lets pass what reads, and
 * nothing else: this is what makes a dry run a dry run, whatever the code above it does. The client that sends mail sends mail only.
 */
final class OutgoingGuard implements Interceptor {
    private static final JsonMapper JSON = new JsonMapper();

    /** What a client may send. */
    enum Passing {
        /** What reads. */
        READS,
        /** What reads and what writes. */
        WRITES,
        /** Mail, and nothing else. */
        MAIL
    }

    private final HttpUrl base;
    private final Passing passing;

    OutgoingGuard(URI base, Passing passing) {
        HttpUrl url = HttpUrl.get(base);
        if (url == null) {
            throw new IllegalArgumentException("not an address of the web: " + base);
        }
        this.base = url;
        this.passing = passing;
    }

    /**
     * @throws IllegalStateException when the request may not leave; nothing was sent then
     */
    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        HttpUrl url = request.url();
        if (!url.scheme().equals(base.scheme()) || !url.host().equals(base.host()) || url.port() != base.port()) {
            throw refusal(request, "goes to another address than the tenant's");
        }
        switch (passing) {
            case READS -> {
                if (!request.method().equals("GET") && !isBatchOfReads(request)) {
                    throw refusal(request, "does not only read");
                }
            }
            case MAIL -> {
                if (!isMail(request)) {
                    throw refusal(request, "is no mail");
                }
            }
            case WRITES -> {
            }
        }
        return chain.proceed(request);
    }

    private boolean isMail(Request request) {
        List<String> path = request.url().encodedPathSegments();
        int depth = base.encodedPathSegments().size();
        return request.method().equals("POST") && path.size() == depth + 3
                && path.subList(0, depth).equals(base.encodedPathSegments()) && path.get(depth).equals("users")
                && path.get(depth + 2).equals("sendMail");
    }

    private boolean isBatchOfReads(Request request) throws IOException {
        RequestBody body = request.body();
        if (!request.method().equals("POST") || body == null
                || !request.url().encodedPath().equals(base.encodedPath() + "/$batch")) {
            return false;
        }
        try (Buffer buffer = new Buffer()) {
            body.writeTo(buffer);
            JsonNode parts = JSON.readTree(buffer.readByteArray()).path("requests");
            if (!parts.isArray() || parts.isEmpty()) {
                return false;
            }
            for (JsonNode part : parts) {
                if (!part.path("method").asString("").equals("GET")) {
                    return false;
                }
            }
            return true;
        } catch (JacksonException _) {
            return false;
        }
    }

    private static IllegalStateException refusal(Request request, String why) {
        return new IllegalStateException(
                request.method() + " " + request.url().encodedPath() + " " + why + "; it was not sent.");
    }
}
