package dev.shisa.exchange;

import dev.shisa.text.Text;
import dev.shisa.tenant.RetryAfter;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantFailure.Reason;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One answer of the service. Its bodies come empty, as NUL bytes or as pages for people; none of these is ever an empty list. Used by one thread. */
final class Reply {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 300;

    private final String what;
    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;
    private @Nullable JsonNode parsed;

    /**
     * @param what the request, for sentences
     * @param body its bytes; handed over
     */
    Reply(String what, int status, HttpHeaders headers, byte[] body) {
        this.what = what;
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    int status() {
        return status;
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Whether the service may give another answer to the same question a little later. */
    boolean isPassing() {
        return status == 429 || (status >= 500 && status != 501 && exceptionType().isEmpty());
    }

    /** Whether the service says that there is no such object: by the exception's type, never by status or text alone. */
    boolean isNotFound() {
        return exceptionType().filter(type -> type.endsWith(".ManagementObjectNotFoundException")).isPresent();
    }

    Optional<Duration> retryAfter() {
        return RetryAfter.parse(headers.firstValue("Retry-After").orElse(null), date());
    }

    /** The service's clock. */
    Instant serverTime() throws TenantFailure {
        return date().orElseThrow(() -> malformed("tells no time"));
    }

    private Optional<Instant> date() {
        try {
            return headers.firstValue("Date")
                    .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /**
     * The body as a JSON object.
     *
     * @throws TenantFailure when it is anything else
     */
    JsonNode json() throws TenantFailure {
        JsonNode known = parsed;
        if (known == null) {
            known = parse();
            parsed = known;
        }
        return known;
    }

    private JsonNode parse() throws TenantFailure {
        if (body.length == 0) {
            throw malformed("came with an empty body");
        }
        if (body[0] == 0) {
            throw malformed("came with a body of NUL bytes");
        }
        try {
            JsonNode node = JSON.readTree(body);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JacksonException _) {
            throw malformed("came with a body that is not JSON, or is cut off");
        }
        throw malformed("came with a body that is not a JSON object");
    }

    /** Everything that the service says beside its answer, in the body and in the header. */
    List<String> warnings() throws TenantFailure {
        List<String> warnings = new ArrayList<>(headers.allValues("X-Warnings").stream().filter(text -> !text.isBlank())
                .toList());
        JsonNode told = json().path("@adminapi.warnings");
        if (!told.isMissingNode() && !told.isArray()) {
            throw malformed("has warnings that are no list");
        }
        told.forEach(warning -> warnings.add(warning.isString() ? warning.asString() : warning.toString()));
        return warnings;
    }

    /** The exception that the service says it met, from {@code details[].message}: mark, type, text. */
    private Optional<String> exceptionType() {
        return detail().map(parts -> parts[1]).filter(type -> !type.isBlank());
    }

    private Optional<String[]> detail() {
        if (isSuccess() || body.length == 0 || body[0] == 0) {
            return Optional.empty();
        }
        try {
            for (JsonNode detail : JSON.readTree(body).path("error").path("details")) {
                String[] parts = detail.path("message").asString("").split("\\|", 3);
                if (parts.length == 3) {
                    return Optional.of(parts);
                }
            }
        } catch (JacksonException _) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    TenantFailure malformed(String fault) {
        return new TenantFailure(Reason.MALFORMED, Text.of("The answer to {0} {1}.", what, fault));
    }

    /** What went wrong, in one line. */
    String sentence() {
        return what + " was answered with " + status
                + detail().map(parts -> " " + simple(parts[1]) + ": " + oneLine(parts[2])).orElse("");
    }

    /** This answer as the failure it is. */
    TenantFailure failure() {
        Reason reason = switch (status) {
            case 401 -> Reason.SIGN_IN_REFUSED;
            case 403, 405 -> Reason.DENIED;
            default -> isPassing() ? Reason.UNREACHABLE : Reason.MALFORMED;
        };
        return new TenantFailure(reason, Text.of("The Exchange service: {0}.", sentence()));
    }

    private static String simple(String type) {
        return oneLine(type.substring(type.lastIndexOf('.') + 1));
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        String cut = line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
        return cut.endsWith(".") ? cut.substring(0, cut.length() - 1) : cut;
    }
}
