package dev.shisa.store;

import java.io.IOException;
import java.nio.file.Path;

/** There is not the room on the disk that a task was said to need. Nothing of it is reserved. */
public final class TooLittleSpaceException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long needed;
    private final long found;

    TooLittleSpaceException(Path folder, String what, long needed, long found) {
        super(what + " needs " + needed / 1024 + " KiB of room in " + folder + ", and there are " + found / 1024
                + " KiB");
        this.needed = needed;
        this.found = found;
    }

    /** How many bytes the task needs. */
    public long needed() {
        return needed;
    }

    /** How many bytes there are for this process. */
    public long found() {
        return found;
    }
}
