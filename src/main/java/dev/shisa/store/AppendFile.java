package dev.shisa.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** A file that is open for appending. Used by one thread at a time, but for {@link #force}. */
public interface AppendFile extends Closeable {

    /** Appends bytes. When it fails, some of the first of them may stand in the file. */
    void write(byte[] bytes, int offset, int length) throws IOException;

    /** Returns when everything written before the call is on disk. When it fails, nobody knows what is. */
    void force() throws IOException;

    /** How long it is, in bytes. */
    long size() throws IOException;

    /** Drops everything after that many bytes; what is appended then follows them. */
    void truncate(long size) throws IOException;

    /** Appends all of these bytes. */
    default void write(byte[] bytes) throws IOException {
        write(bytes, 0, bytes.length);
    }

    /** A stream into the file. Closing it leaves the file open, so that it can still be forced. */
    default OutputStream stream() {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                AppendFile.this.write(new byte[]{(byte) one});
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                AppendFile.this.write(bytes, offset, length);
            }
        };
    }
}
