package dev.shisa.sandbox.login;

import dev.shisa.sandbox.wire.Answer;
import dev.shisa.sandbox.wire.Asked;
import dev.shisa.sandbox.wire.JsonValues;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An error of the token endpoint.
 *
 * @param number the number after AADSTS
 */
record Refusal(int status, String error, int number, String text) {

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'")
            .withZone(ZoneOffset.UTC);

    Answer answer(Asked asked, Instant now) {
        String trace = UUID.randomUUID().toString();
        String given = asked.header("client-request-id");
        String correlation = given == null ? UUID.randomUUID().toString() : given;
        String timestamp = TIMESTAMP.format(now);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", error);
        body.put("error_description", "AADSTS" + number + ": " + text + " Trace ID: " + trace + " Correlation ID: "
                + correlation + " Timestamp: " + timestamp);
        body.put("error_codes", List.of(number));
        body.put("timestamp", timestamp);
        body.put("trace_id", trace);
        body.put("correlation_id", correlation);
        return Answer.of(status, Answer.JSON, JsonValues.bytes(body));
    }
}
