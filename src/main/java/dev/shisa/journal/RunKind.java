package dev.shisa.journal;

import java.util.Locale;

/** Why a run was started. */
public enum RunKind {
    /** To do a plan. */
    RUN,
    /** To make evidence on a rehearsal account, there and back. */
    REHEARSAL,
    /** To bring back what another run changed. */
    UNDO;

    /** The name in files and output. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
