package dev.shisa.snapshot;

import dev.shisa.account.ObservationLine;
import java.util.Arrays;

/** Lines in memory that are put into the order of their ids; lines of one id keep the order in which they came. Used by one thread. */
final class GatheredLines implements Lines {
    private byte[] bytes = new byte[64 * 1024];
    private int used;
    private Integer[] order = new Integer[1024];
    private int[] ends = new int[1024];
    private int count;
    private int current = -1;

    /** Appends a line, which must have an id. */
    void add(byte[] line) {
        if (bytes.length - used < line.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, used + line.length));
        }
        if (count == order.length) {
            order = Arrays.copyOf(order, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        System.arraycopy(line, 0, bytes, used, line.length);
        order[count] = count;
        used += line.length;
        ends[count] = used;
        count++;
    }

    /** Bytes of all lines. */
    int size() {
        return used;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Sorts, and stands before the first line again. */
    void sort() {
        Arrays.sort(order, 0, count,
                (one, other) -> ObservationLine.compareIds(bytes, begin(one), bytes, begin(other)));
        current = -1;
    }

    private int begin(int line) {
        return line == 0 ? 0 : ends[line - 1];
    }

    /** Forgets all lines. */
    void clear() {
        used = 0;
        count = 0;
        current = -1;
    }

    @Override
    public boolean next() {
        return ++current < count;
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public int from() {
        return begin(order[current]);
    }

    @Override
    public int to() {
        return ends[order[current]];
    }

    @Override
    public void close() {
        // Memory only.
    }
}
