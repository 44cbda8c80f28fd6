package dev.shisa.store;

import java.io.IOException;

/** A folder in which nothing can be kept safely. Its message says which folder, what was found, and what to do. */
public final class UnsafeFolderException extends IOException {
    private static final long serialVersionUID = 1L;

    UnsafeFolderException(String message) {
        super(message);
    }

    UnsafeFolderException(String message, IOException cause) {
        super(message, cause);
    }
}
