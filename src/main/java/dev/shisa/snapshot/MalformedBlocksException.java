package dev.shisa.snapshot;

import java.io.IOException;
import java.io.Serial;

/** A file of blocks that is cut off or damaged. */
final class MalformedBlocksException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    MalformedBlocksException(String message) {
        super(message);
    }
}
