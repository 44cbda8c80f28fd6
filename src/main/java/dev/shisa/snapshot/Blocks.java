package dev.shisa.snapshot;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How lines lie in a file: in blocks, each a zstd frame of its own behind a skippable frame that tells how long it is (RFC 8878, 3.1.2). Every
 * zstd tool reads the file as one; whoever knows the lengths can begin at any block, and several blocks can be compressed at a time.
 */
final class Blocks {
    /** Bytes of the frame before each block: magic number, length of what follows, bytes compressed, bytes plain. */
    static final int HEADER = 16;
    /** A block is closed with the line that fills it to this many bytes. */
    static final int FULL = 256 * 1024;
    /** No line is longer, in bytes; an account with every address a tenant allows takes a fiftieth of it. */
    static final int LONGEST_LINE = 8 * 1024 * 1024;

    private static final int MAGIC = 0x184D2A50;
    private static final int LENGTHS = 8;
    private static final int LARGEST = FULL + LONGEST_LINE + 1;

    private Blocks() {
    }

    /**
     * What stands before a block.
     *
     * @param compressed bytes of the frame that follows
     * @param plain bytes of its lines
     */
    record Lengths(int compressed, int plain) {
    }

    static byte[] header(Lengths lengths) {
        return ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN).putInt(MAGIC).putInt(LENGTHS)
                .putInt(lengths.compressed()).putInt(lengths.plain()).array();
    }

    /**
     * What stands in a header.
     *
     * @throws IllegalArgumentException when it is none, or tells of a block that is larger than any
     */
    static Lengths lengths(byte[] header) {
        ByteBuffer in = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        boolean known = header.length == HEADER && in.getInt() == MAGIC && in.getInt() == LENGTHS;
        if (!known) {
            throw new IllegalArgumentException("a block does not begin as one");
        }
        Lengths lengths = new Lengths(in.getInt(), in.getInt());
        if (lengths.compressed() <= 0 || lengths.compressed() > LARGEST || lengths.plain() <= 0
                || lengths.plain() > LARGEST) {
            throw new IllegalArgumentException("a block tells of a length that none has");
        }
        return lengths;
    }
}
