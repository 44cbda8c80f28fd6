package dev.shisa.journal;

import java.util.Locale;

/** How a run stands. */
public enum RunStatus {
    /** A process works on it. */
    RUNNING(true),
    /** The process that worked on it is gone. */
    INTERRUPTED(true),
    /** Every target is as declared. */
    COMPLETED(false),
    /** It came to its end, and some targets were not done. */
    PARTIAL(false),
    /** It stopped because something was not known; targets remain. */
    PAUSED(true),
    /** Somebody stopped it; targets remain. */
    HALTED(true),
    /** Something was lost that was not declared. */
    VIOLATED(true),
    /** For at least one target nobody can say what was done. */
    UNKNOWN(true),
    /** An undo that could not bring everything back. */
    STUCK(true),
    /** Another run brought back what this one changed. */
    UNDONE(false),
    /** A person closed it with a reason. */
    CLOSED(false);

    private final boolean open;

    RunStatus(boolean open) {
        this.open = open;
    }

    /** Whether it keeps the tenant closed. */
    public boolean isOpen() {
        return open;
    }

    /** The name in files and output. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
