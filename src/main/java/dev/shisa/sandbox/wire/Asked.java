package dev.shisa.sandbox.wire;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request, read to its end.
 *
 * @param origin  scheme, host and port as the client named them, without a trailing slash
 * @param rawPath the path as sent, still percent-encoded
 * @param query   the raw query, or empty
 * @param headers names in lower case
 */
@SuppressWarnings("ArrayRecordComponent") // bodies are large, passed on once and never compared
public record Asked(String method, String origin, String rawPath, String query, Map<String, String> headers,
        byte[] body) {

    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }
}
