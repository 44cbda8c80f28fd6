package dev.shisa.snapshot;

import dev.shisa.account.ObservationLine;
import dev.shisa.store.AppendFile;
import io.airlift.compress.v3.zstd.ZstdCompressor;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Writes lines into a file in blocks. Digest, compression and writing happen behind the back of who gives the lines, a bounded number of
 * blocks at a time. Used by one thread.
 */
final class BlockWriter implements Closeable {
    /** Blocks that wait to be compressed; more would only take memory. */
    private static final int WAITING = 4;
    /** On lines of accounts the lowest level of zstd is not only faster than its default of three; what it makes is smaller as well. */
    private static final int LEVEL = 1;

    private final AppendFile file;
    private final ZstdCompressor compressor = ZstdCompressor.create(LEVEL);
    private final Fingerprint fingerprint;
    private final ExecutorService behind = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().name("snapshot-writer").daemon().factory());
    private final ArrayDeque<Future<byte[]>> waiting = new ArrayDeque<>();
    private byte[] block = new byte[Blocks.FULL + 64 * 1024];
    private int used;
    private long lines;
    private byte[] compressed = new byte[0];
    private final List<Block> blocks = new ArrayList<>();
    private long offset;

    /**
     * What was written.
     *
     * @param fingerprint of all lines
     * @param lines how many there are
     * @param blocks where they lie
     */
    record Written(String fingerprint, long lines, List<Block> blocks) {
        Written {
            blocks = List.copyOf(blocks);
        }

        /** What is kept of them, where the fingerprint is one to be kept. */
        SnapshotSeal seal() {
            return new SnapshotSeal(fingerprint, lines);
        }
    }

    /**
     * @param file where it goes; not closed here
     * @param fingerprint is taken of all lines
     */
    BlockWriter(AppendFile file, Fingerprint fingerprint) {
        this.file = file;
        this.fingerprint = fingerprint;
    }

    /**
     * Appends a line.
     *
     * @param bytes holds it from {@code from} to before {@code to}, without its end
     * @throws IOException when it, or one before, cannot be written
     */
    void line(byte[] bytes, int from, int to) throws IOException {
        int length = to - from;
        if (length > Blocks.LONGEST_LINE) {
            throw new IOException("An account of " + length + " bytes is longer than any that is kept.");
        }
        if (used + length + 1 > block.length) {
            block = Arrays.copyOf(block, used + length + 1);
        }
        System.arraycopy(bytes, from, block, used, length);
        used += length;
        block[used++] = '\n';
        lines++;
        if (used >= Blocks.FULL) {
            handOn();
        }
    }

    /** Appends a line. */
    void line(byte[] bytes) throws IOException {
        line(bytes, 0, bytes.length);
    }

    private void handOn() throws IOException {
        if (used == 0) {
            return;
        }
        byte[] full = block;
        int length = used;
        used = 0;
        block = waiting.size() < WAITING ? new byte[Blocks.FULL + 64 * 1024] : done(waiting.remove());
        waiting.add(behind.submit(() -> {
            write(full, length);
            return full;
        }));
    }

    private void write(byte[] plain, int length) throws IOException {
        fingerprint.update(plain, length);
        int most = compressor.maxCompressedLength(length) + Blocks.HEADER;
        if (compressed.length < most) {
            compressed = new byte[most];
        }
        int size = compressor.compress(plain, 0, length, compressed, Blocks.HEADER,
                compressed.length - Blocks.HEADER);
        System.arraycopy(Blocks.header(new Blocks.Lengths(size, length)), 0, compressed, 0, Blocks.HEADER);
        file.write(compressed, 0, Blocks.HEADER + size);
        blocks.add(new Block(ObservationLine.id(plain, 0), offset));
        offset += Blocks.HEADER + size;
    }

    private static byte[] done(Future<byte[]> block) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return block.get();
                } catch (InterruptedException _) {
                    // What was begun is ended; the wish to stop stays set.
                    interrupted = true;
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof IOException cause) {
                        throw cause;
                    }
                    throw new IllegalStateException("writing a snapshot failed", e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Writes what is left and waits until all of it is written, though not forced.
     *
     * @return what was written; nothing may be appended any more
     */
    Written finish() throws IOException {
        handOn();
        while (!waiting.isEmpty()) {
            done(waiting.remove());
        }
        return new Written(fingerprint.take(), lines, blocks);
    }

    /** Ends the work behind; what was not finished is not complete. */
    @Override
    public void close() {
        behind.close();
    }
}
