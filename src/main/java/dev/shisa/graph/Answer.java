package dev.shisa.graph;

import dev.shisa.text.Text;
import dev.shisa.tenant.RetryAfter;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantFailure.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import okhttp3.Headers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One answer of the service, as it came.
 *
 * @param what the request, for sentences
 * @param status HTTP status
 * @param headers its headers
 * @param body its body, empty when there was none
 */
record Answer(String what, int status, Headers headers, Body body) {
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * The bytes of a body.
     *
     * @param bytes the bytes; not to be changed
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and pages are too large to copy
    record Body(byte[] bytes) {
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Whether the service may give another answer to the same question a little later. */
    boolean isPassing() {
        return status == 429 || (status >= 500 && status != 501);
    }

    /**
     * The body as JSON.
     *
     * @throws TenantFailure when there is none, or it is not JSON
     */
    JsonNode json() throws TenantFailure {
        byte[] bytes = body.bytes();
        if (bytes.length == 0) {
            throw malformed("came with an empty body");
        }
        try {
            JsonNode node = JSON.readTree(bytes);
            if (!node.isObject()) {
                throw malformed("came with a body that is not a JSON object");
            }
            return node;
        } catch (JacksonException _) {
            throw malformed(bytes[0] == 0 ? "came with a body of NUL bytes" : "came with a body that is not JSON");
        }
    }

    /** The body as text. */
    String text() {
        return new String(body.bytes(), StandardCharsets.UTF_8);
    }

    /**
     * The service's clock when it answered.
     *
     * @throws TenantFailure when the answer does not tell
     */
    Instant serverTime() throws TenantFailure {
        Date date = headers.getDate("Date");
        if (date == null) {
            throw malformed("came without the service's time");
        }
        return date.toInstant();
    }

    /** What the service says is wrong. */
    GraphFault fault() {
        return GraphFault.of(status, body.bytes());
    }

    /** How long the service asks to wait, if it says so in a way that can be understood. */
    Optional<Duration> retryAfter() {
        Date date = headers.getDate("Date");
        return RetryAfter.parse(headers.get("Retry-After"),
                date == null ? Optional.empty() : Optional.of(date.toInstant()));
    }

    /** Which limit was reached, in the service's word; empty when it does not say. */
    String throttledFor() {
        String said = headers.get("x-ms-throttle-information");
        return said == null ? "" : said;
    }

    /** What the service says beside its answer. */
    List<String> warnings() {
        return headers.names().stream()
                .filter(name -> name.equalsIgnoreCase("Warning") || name.equalsIgnoreCase("X-Warnings"))
                .flatMap(name -> headers.values(name).stream()).filter(text -> !text.isBlank()).toList();
    }

    /** A failure: this answer cannot be read. */
    TenantFailure malformed(String why) {
        return new TenantFailure(Reason.MALFORMED, Text.of("The answer to {0} {1} (status {2}).", what, why, status));
    }

    /** The failure that a status other than success stands for. */
    TenantFailure failure() {
        Reason reason = switch (status) {
            case 401 -> Reason.SIGN_IN_REFUSED;
            case 403 -> Reason.DENIED;
            case 400, 404, 405, 414, 501 -> Reason.BAD_REQUEST;
            default -> isPassing() ? Reason.UNREACHABLE : Reason.MALFORMED;
        };
        return new TenantFailure(reason, Text.of("{0} was answered with {1}.", what, fault().sentence()));
    }
}
