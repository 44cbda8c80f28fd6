package dev.shisa.fuzz;

import java.io.IOException;

/**
 * One kind of file that a person can hand in. Whatever the bytes are, reading them gives a value or a refusal of the documented kind. Used by
 * one thread.
 */
public interface FuzzTarget {

    /** What it is called on the command line, and the folder below {@code src/test/resources/fuzz} in which its inputs lie. */
    String name();

    /**
     * Reads these bytes in every way in which they can come.
     *
     * @throws AssertionError when something malformed was accepted
     * @throws RuntimeException when reading them ends in neither a value nor a refusal
     * @throws IOException when the scratch folder cannot be used
     */
    void accept(byte[] input) throws IOException;
}
