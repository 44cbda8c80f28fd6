package dev.shisa.judge;

import java.util.Locale;

/** What became of one facet of one account. Every watched facet of every judged account has exactly one. */
public enum Outcome {
    /** As before, or changed in a direction that takes nothing from anybody. */
    UNCHANGED,
    /** Changed as declared. */
    MET,
    /** Declared, due, and not seen. */
    MISSING,
    /** Declared, not seen yet, and still within its bound. */
    PENDING,
    /** Declared, and put off by the service on purpose; a later verification judges it. */
    DEFERRED,
    /** Gone with something that dominates it. */
    IMPLIED,
    /** Lost on an account we touched, and not declared. */
    EXTRA,
    /** Could not be read before or after. */
    UNOBSERVED,
    /** Lost on an account we did not touch, by us as far as anybody can say. */
    COLLATERAL,
    /** Lost on an account we did not touch, and the audit log names nobody. */
    UNEXPLAINED,
    /** Lost on an account we did not touch, by a named other actor, or a small loss such as life brings. */
    BACKGROUND;

    /** The name in files and output. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
