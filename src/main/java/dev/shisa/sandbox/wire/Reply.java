package dev.shisa.sandbox.wire;

/** What goes back: an answer, or nothing but a cut connection. */
public sealed interface Reply permits Answer, Reply.Cut {

    /** The connection ends without a byte of an answer. */
    record Cut() implements Reply {
    }
}
