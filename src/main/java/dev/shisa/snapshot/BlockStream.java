package dev.shisa.snapshot;

import io.airlift.compress.v3.zstd.ZstdDecompressor;
import java.io.IOException;
import java.io.InputStream;

/** Reads blocks of a file one after the other, and takes a fingerprint of what stands in them. Used by one thread at a time. */
final class BlockStream implements BlockReader.Source {
    /** What stands behind the last block. */
    static final Plain END = new Plain(new byte[0], 0, 0);

    private final InputStream in;
    private final ZstdDecompressor decompressor = ZstdDecompressor.create();
    private final Fingerprint fingerprint;
    private byte[] compressed = new byte[0];
    private long offset;

    /**
     * @param in stands at the beginning of a block; closed with this
     * @param fingerprint is taken of what is read
     */
    BlockStream(InputStream in, Fingerprint fingerprint) {
        this.in = in;
        this.fingerprint = fingerprint;
    }

    /**
     * The lines of a block.
     *
     * @param bytes hold them, each with its end; nobody else's
     * @param length bytes of lines
     * @param offset where the block begins, counted from where the stream began
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Plain(byte[] bytes, int length, long offset) {
    }

    /**
     * The next block, or {@link #END}.
     *
     * @throws MalformedBlocksException when what is read is not a block that was written so
     * @throws IOException when it cannot be read
     */
    @Override
    public Plain next() throws IOException {
        byte[] header = in.readNBytes(Blocks.HEADER);
        if (header.length == 0) {
            return END;
        }
        Blocks.Lengths lengths = lengths(header);
        if (compressed.length < lengths.compressed()) {
            compressed = new byte[lengths.compressed()];
        }
        if (in.readNBytes(compressed, 0, lengths.compressed()) < lengths.compressed()) {
            throw new MalformedBlocksException("it is cut off");
        }
        byte[] plain = new byte[lengths.plain()];
        if (decompress(plain, lengths.compressed()) != plain.length || plain[plain.length - 1] != '\n') {
            throw new MalformedBlocksException("a block is not what it says");
        }
        fingerprint.update(plain, plain.length);
        long begin = offset;
        offset += Blocks.HEADER + lengths.compressed();
        return new Plain(plain, plain.length, begin);
    }

    private static Blocks.Lengths lengths(byte[] header) throws MalformedBlocksException {
        try {
            return Blocks.lengths(header);
        } catch (IllegalArgumentException e) {
            throw new MalformedBlocksException(String.valueOf(e.getMessage()));
        }
    }

    private int decompress(byte[] plain, int length) throws MalformedBlocksException {
        try {
            return decompressor.decompress(compressed, 0, length, plain, 0, plain.length);
        } catch (RuntimeException _) {
            // On damaged input the library throws whatever its arithmetic and its arrays do.
            throw new MalformedBlocksException("a block is damaged");
        }
    }

    /** The fingerprint of all lines so far; from then on it begins anew. */
    String fingerprint() {
        return fingerprint.take();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
