package dev.shisa.sandbox;

/** The sandbox could not be started; the message is a sentence for the operator. */
public final class SandboxRefused extends Exception {

    private static final long serialVersionUID = 1L;

    SandboxRefused(String message, Throwable cause) {
        super(message, cause);
    }

    SandboxRefused(String message) {
        super(message);
    }
}
