package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** What a person at a pseudo-terminal has seen so far. */
final class Display extends OutputStream {
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

    @Override
    public synchronized void write(int octet) {
        seen.write(octet);
        notifyAll();
    }

    synchronized String text() {
        return seen.toString(StandardCharsets.UTF_8);
    }

    synchronized void await(String text) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!text().contains(text)) {
            long left = end - System.nanoTime();
            assertTrue(left > 0, () -> "not seen: " + text + " in: " + text());
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }
}
