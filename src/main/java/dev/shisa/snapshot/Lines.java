package dev.shisa.snapshot;

import java.io.Closeable;
import java.io.IOException;

/** Lines, one after the other; the current one stays where it is until the next one is read. Used by one thread. */
interface Lines extends Closeable {
    /**
     * Goes on to the next line; before the first call there is none.
     *
     * @return false at the end
     * @throws IOException when it cannot be read
     */
    boolean next() throws IOException;

    /** Holds the line, from {@link #from} to before {@link #to}, without its end. */
    byte[] bytes();

    /** Where the line begins. */
    int from();

    /** Where the line ends. */
    int to();
}
