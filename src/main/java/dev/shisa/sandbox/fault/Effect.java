package dev.shisa.sandbox.fault;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** What a fault does to a request. */
public sealed interface Effect {

    /** Before or after a write takes effect. */
    enum When {
        BEFORE,
        AFTER
    }

    /** Another answer, with these headers and, for status 429, no {@code Retry-After} but one that is among them. */
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

    /**
     * A read shows the state of that long ago (server time).
     *
     * @param single reads of one object lag too, not only listings
     */
    record Lag(Duration by, boolean single) implements Effect {
    }

    /** What stands in the place of an answer's body. */
    enum Content {
        EMPTY,
        NUL,
        HTML,
        CUT
    }

    /** The answer with the status that it would have, and another body. */
    record Body(Content content) implements Effect {
    }

    /** The headers and the first half of the body, then nothing for that long (machine time), then a cut. */
    record Stall(Duration by) implements Effect {
    }

    /** Every page of a listing, the last one too, says that the next one is there. */
    record NextLink(URI link) implements Effect {
    }

    /** A listing's object of that number, from 1 over all its pages, comes once more on the page after its own. */
    record Repeat(int number) implements Effect {
    }

    /** A listing's object of that number, from 1 over all its pages, is left out. */
    record Skip(int number) implements Effect {
    }
}
