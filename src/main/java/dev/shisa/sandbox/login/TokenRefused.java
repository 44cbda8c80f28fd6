package dev.shisa.sandbox.login;

/** A token that does not open the door; the message is what Graph would say. */
public final class TokenRefused extends Exception {

    private static final long serialVersionUID = 1L;

    TokenRefused(String message) {
        super(message, null, false, false);
    }
}
