package dev.shisa.sandbox.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** What goes back: an answer, a part of one, or nothing but a cut connection. */
public sealed interface Reply permits Answer, Reply.Streamed, Reply.Broken, Reply.Cut {

    /** The status that is sent; 0 when none is. */
    default int status() {
        return 0;
    }

    /**
     * An answer that is too long to be held: it is written while it is made. Graph never answers so.
     *
     * @param content writes the body; called once
     */
    record Streamed(int status, String contentType, Content content) implements Reply {
    }

    /** Writes a body. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
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
