package dev.shisa.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP answer.
 *
 * @param contentType null when there is no body
 */
@SuppressWarnings("ArrayRecordComponent") // bodies are large, passed on once and never compared
public record Answer(int status, Map<String, String> headers, @Nullable String contentType, byte[] body)
        implements
            Reply {

    public static final String JSON = "application/json; charset=utf-8";
    public static final String TEXT = "text/plain";
    public static final String JSON_LINES = "application/x-ndjson; charset=utf-8";

    public static Answer of(int status, String contentType, byte[] body) {
        return new Answer(status, Map.of(), contentType, body);
    }

    public static Answer text(int status, String contentType, String body) {
        return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer empty(int status) {
        return new Answer(status, Map.of(), null, new byte[0]);
    }

    public Answer withBody(@Nullable String type, byte[] content) {
        return new Answer(status, headers, type, content);
    }

    public Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, contentType, body);
    }
}
