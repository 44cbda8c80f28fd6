package dev.shisa.store;

import java.io.IOException;

/** A log does not verify, so it is not gone on with; its file is as it was. */
public final class DamagedLogException extends IOException {
    private static final long serialVersionUID = 1;

    DamagedLogException(String sentence) {
        super(sentence);
    }
}
