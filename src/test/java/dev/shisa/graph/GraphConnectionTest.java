package dev.shisa.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shisa.tenant.RetryAfter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GraphConnectionTest {
    private static final ClientCredential APPLICATION = new ClientCredential("id", "hush");

    @Test
    void plainHttpIsForTheLoopbackOnly() {
        for (String address : List.of("http://graph.microsoft.com/v1.0", "http://127.0.0.1.evil.example/v1.0",
                "http://localhost.evil.example", "ftp://127.0.0.1/", "/v1.0", "https://a:b@graph.microsoft.com/v1.0")) {
            assertThrows(IllegalArgumentException.class, () -> connection(address), address);
        }
        for (String address : List.of("https://graph.microsoft.com/v1.0", "http://127.0.0.1:80/v1.0",
                "http://[::1]:80/v1.0",
                "http://localhost/v1.0")) {
            assertEquals(URI.create(address), connection(address).graph());
        }
        assertEquals(URI.create("https://a.example/v1.0"), connection("https://a.example/v1.0/").graph());
    }

    @Test
    void aSecretIsNotPrinted() {
        assertFalse(connection("https://graph.microsoft.com/v1.0").toString().contains("hush"));
    }

    @Test
    void waitsComeInSecondsWithFractionsOrAsADate() {
        Optional<Instant> now = Optional.of(Instant.parse("2012-04-01T00:00:00Z"));
        assertEquals(Optional.of(Duration.ofMillis(2128)), RetryAfter.parse(" 2.128 ", now));
        assertEquals(Optional.of(Duration.ZERO), RetryAfter.parse("0", now));
        assertEquals(Optional.of(Duration.ofSeconds(30)), RetryAfter.parse("Sun, 01 Apr 2012 00:00:30 GMT", now));
        assertEquals(Optional.of(Duration.ZERO),
                RetryAfter.parse("Sun, 01 Apr 2011 00:00:30 GMT".replace("Sun", "Fri"), now));
        assertEquals(Optional.empty(), RetryAfter.parse("Sun, 01 Apr 2012 00:00:30 GMT", Optional.empty()));
        for (String text : List.of("", "soon", "-1", "NaN", "1e9", "99999999999999999999")) {
            assertEquals(Optional.empty(), RetryAfter.parse(text, now), text);
        }
        assertEquals(Optional.empty(), RetryAfter.parse(null, now));
    }

    private static GraphConnection connection(String graph) {
        return new GraphConnection(URI.create(graph), URI.create("https://login.microsoftonline.com"), "tenant",
                APPLICATION,
                APPLICATION, Optional.empty());
    }
}
