package dev.shisa.sandbox.life;

/** A life file that is not understood; the message says what is wrong with it. */
public final class LifeRefused extends Exception {

    private static final long serialVersionUID = 1L;

    LifeRefused(String message) {
        super(message);
    }
}
