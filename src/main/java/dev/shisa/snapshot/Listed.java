package dev.shisa.snapshot;

import dev.shisa.account.ObservationLine;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;

/** Sorted lines, taken account by account. Used by one thread. */
final class Listed implements Closeable {
    private final Lines lines;
    private boolean more;
    private byte[] last = new byte[0];

    /** @param lines sorted by id; closed with this */
    Listed(Lines lines) throws IOException {
        this.lines = lines;
        this.more = lines.next();
    }

    /** Whether there is a line with a smaller id than that line has, or any line when that one is empty. */
    boolean isBefore(byte[] line) {
        return more && (line.length == 0
                || ObservationLine.compareIds(lines.bytes(), lines.from(), line, 0) < 0);
    }

    /** A copy of the line that comes next. */
    byte[] head() {
        return Arrays.copyOfRange(lines.bytes(), lines.from(), lines.to());
    }

    /**
     * Passes over the lines of one account.
     *
     * @param line a line of that account
     * @return how many there were
     */
    int take(byte[] line) throws IOException {
        int times = 0;
        while (more && ObservationLine.compareIds(lines.bytes(), lines.from(), line, 0) == 0) {
            last = head();
            times++;
            more = lines.next();
        }
        return times;
    }

    /** The last line that was taken. */
    byte[] last() {
        return last;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
