package dev.shisa.sandbox.state;

/** A state folder that cannot be used; the message is a sentence for the operator. */
public final class StateRefused extends Exception {

    private static final long serialVersionUID = 1L;

    StateRefused(String message) {
        super(message);
    }

    StateRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
