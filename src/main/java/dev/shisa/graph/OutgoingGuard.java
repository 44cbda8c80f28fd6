package dev.shisa.graph;

import java.io.IOException;
import java.net.URI;
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
 * nothing else: this is what makes a dry run a dry run, whatever the code above it does.
 */
final class OutgoingGuard implements Interceptor {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpUrl base;
    private final boolean readsOnly;

    OutgoingGuard(URI base, boolean readsOnly) {
        HttpUrl url = HttpUrl.get(base);
        if (url == null) {
            throw new IllegalArgumentException("not an address of the web: " + base);
        }
        this.base = url;
        this.readsOnly = readsOnly;
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
        if (readsOnly && !request.method().equals("GET") && !isBatchOfReads(request)) {
            throw refusal(request, "does not only read");
        }
        return chain.proceed(request);
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
