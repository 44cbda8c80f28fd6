package dev.shisa.sandbox.wire;

import java.time.Duration;

/** What goes back: an answer, a part of one, or nothing but a cut connection. */
public sealed interface Reply permits Answer, Reply.Broken, Reply.Cut {

    /** The status that is sent; 0 when none is. */
    default int status() {
        return 0;
    }

    /**
     * The headers and the first half of the body, then nothing for a while, then a cut. Of an answer without a body
     * not a byte is sent.
     *
     * @param silence machine time; the cut comes sooner when the server stops
     */
    record Broken(Answer answer, Duration silence) implements Reply {

        @Override
        public int status() {
            return answer.body().length == 0 ? 0 : answer.status();
        }
    }

    /** The connection ends without a byte of an answer. */
    record Cut() implements Reply {
    }
}
