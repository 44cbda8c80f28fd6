package dev.shisa.tenant;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code Retry-After} header: seconds, with a fraction too, or a date. */
public final class RetryAfter {
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");

    private RetryAfter() {
    }

    /**
     * How long to wait.
     *
     * @param header the header, if there is one
     * @param serverTime the service's clock, from which a date counts
     * @return empty when there is no header, or it cannot be understood; never negative
     */
    public static Optional<Duration> parse(@Nullable String header, Optional<Instant> serverTime) {
        if (header == null) {
            return Optional.empty();
        }
        String text = header.strip();
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(Duration.ofNanos((long) (Double.parseDouble(text) * 1e9)));
        }
        try {
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return serverTime.map(now -> Duration.between(now, until)).map(d -> d.isNegative() ? Duration.ZERO : d);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
