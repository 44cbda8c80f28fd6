package dev.shisa.snapshot;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads lines from blocks, one after the other. Used by one thread. */
final class BlockReader implements Lines {
    private final Source blocks;
    private BlockStream.Plain block = BlockStream.END;
    /** The block's bytes as characters: of these the machine compares many at a time. */
    private String text = "";
    private int next;
    private int from;
    private int to;

    /** Blocks in their order. */
    interface Source extends Closeable {
        /**
         * The next block, or {@link BlockStream#END}.
         *
         * @throws IOException when it cannot be read
         */
        BlockStream.Plain next() throws IOException;
    }

    /** @param blocks closed with this */
    BlockReader(Source blocks) {
        this.blocks = blocks;
    }

    @Override
    public boolean next() throws IOException {
        if (next == block.length()) {
            block = blocks.next();
            next = 0;
            text = new String(block.bytes(), StandardCharsets.ISO_8859_1);
            if (block.length() == 0) {
                return false;
            }
        }
        from = next;
        to = text.indexOf('\n', from);
        next = to + 1;
        return true;
    }

    /** Where the block of the current line begins in the file. */
    long blockOffset() {
        return block.offset();
    }

    /** Whether the current line is the first of its block. */
    boolean beginsBlock() {
        return from == 0;
    }

    @Override
    public byte[] bytes() {
        return block.bytes();
    }

    @Override
    public int from() {
        return from;
    }

    @Override
    public int to() {
        return to;
    }

    @Override
    public void close() throws IOException {
        blocks.close();
    }
}
