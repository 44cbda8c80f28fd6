package dev.shisa.lint;

import java.util.Locale;

/** How far a cmdlet's doing goes. */
public enum Reach {
    /** This machine and this session; no account, no service. Marks with an occasion say where it goes further. */
    LOCAL,
    /** A service or a directory that others use as well. */
    TENANT;

    /** The name in files and output. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
