package dev.shisa.sandbox.control;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every Graph request that the server has finished with, in order. Thread-safe. */
public final class RequestLog {

    /**
     * One request or batch part.
     *
     * @param path    with /v1.0, decoded, without query
     * @param account object id as resolved, or null
     * @param app     client id, or null when no application was established
     * @param status  what was answered; 0 when the connection was cut instead
     * @param applied whether a write took effect, also behind a 504 or a cut
     */
    public record Line(long n, String at, String method, String path, @Nullable String account,
            @Nullable String clientRequestId, @Nullable String app, int status, boolean applied) {
    }

    private final List<Line> lines = new ArrayList<>();

    /** Adds a line and gives it the next number. */
    public synchronized void add(String at, String method, String path, @Nullable String account,
            @Nullable String clientRequestId, @Nullable String app, int status, boolean applied) {
        lines.add(new Line(lines.size() + 1L, at, method, path, account, clientRequestId, app, status, applied));
    }

    /** All lines with a greater number. */
    public synchronized List<Line> after(long n) {
        int from = Math.clamp(n, 0, lines.size());
        return List.copyOf(lines.subList(from, lines.size()));
    }
}
