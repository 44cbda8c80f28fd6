package dev.shisa.graph;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Interceptor;

/**
 * How far one request came: whether a connection was there and bytes of it may have left. A second pass of the same request is stopped, because
 * the client below repeats a request on 503 with {@code Retry-After: 0} and on 421 whatever its settings say.
 */
final class SendTrace {
    private final AtomicBoolean left = new AtomicBoolean();

    /** Whether bytes of the request may have left this machine. */
    boolean left() {
        return left.get();
    }

    /**
     * Sits between the client and its connections.
     *
     * @param sent counts the requests that left
     */
    static Interceptor once(AtomicLong sent) {
        return chain -> {
            SendTrace trace = chain.request().tag(SendTrace.class);
            if (trace == null || !trace.left.compareAndSet(false, true)) {
                throw new IOException("the same request was about to be sent a second time");
            }
            sent.incrementAndGet();
            return chain.proceed(chain.request());
        };
    }
}
