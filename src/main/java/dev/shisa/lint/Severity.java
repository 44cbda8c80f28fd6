package dev.shisa.lint;

import java.util.Locale;

/** How bad a finding is. */
public enum Severity {
    /** Do not run it. */
    ERROR,
    /** Look at it before it is run. */
    WARNING,
    /** Worth knowing. */
    NOTE;

    /** The name in output. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
