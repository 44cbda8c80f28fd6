package dev.shisa.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MomentTest {
    private static Optional<Instant> parsed(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> read(String text) {
        try {
            return Optional.of(Moment.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    @Test
    void itReadsWhatTheGeneralParserReadsAndNothingElse() {
        List<String> texts = new ArrayList<>(List.of("2026-11-22T08:00:00Z", "0000-01-01T00:00:00Z",
                "1969-12-31T23:59:59Z",
                "2024-02-29T23:59:59Z", "2023-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-10T00:00:00Z",
                "2026-11-31T00:00:00Z", "2026-11-22T24:00:00Z", "2026-11-22T24:00:01Z", "2026-11-22T08:60:00Z",
                "2026-11-22T23:59:60Z", "2026-11-22T08:00:00.5Z", "2026-11-22T08:00:00+01:00", "2026-11-22t08:00:00z",
                "2026-11-22 08:00:00Z", "+026-11-22T08:00:00Z", "2026-11-2\u0662T08:00:00Z", "", "2026"));
        Random random = new Random(71);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder(
                    Instant.ofEpochSecond(random.nextLong(-70_000_000_000L, 200_000_000_000L)).toString());
            texts.add(text.toString());
            text.setCharAt(random.nextInt(text.length()), "0123456789-:TZ x".charAt(random.nextInt(16)));
            texts.add(text.toString());
        }
        texts.forEach(text -> assertEquals(parsed(text), read(text), text));
    }
}
