package dev.shisa.sandbox.fault;

import java.time.Duration;
import java.util.Map;

/** What a fault does to a request. */
public sealed interface Effect {

    /** Before or after a write takes effect. */
    enum When {
        BEFORE,
        AFTER
    }

    /** Another answer. */
    record Status(int status, When when, Map<String, String> headers) implements Effect {
    }

    /** No answer: the connection is cut. */
    record Drop(When when) implements Effect {
    }

    /** The answer comes later (machine time). */
    record Delay(Duration by) implements Effect {
    }

    /** A listing ends after so many objects, over all its pages, and does not say so. */
    record Truncate(int objects) implements Effect {
    }

    /** A listing shows the state of that long ago (server time). */
    record Lag(Duration by) implements Effect {
    }
}
