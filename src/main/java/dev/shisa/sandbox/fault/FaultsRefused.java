package dev.shisa.sandbox.fault;

/** A fault file that is not understood; the message names the entry and what is wrong with it. */
public final class FaultsRefused extends Exception {

    private static final long serialVersionUID = 1L;

    FaultsRefused(String message) {
        super(message);
    }
}
