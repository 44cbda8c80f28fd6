package dev.shisa.snapshot;

import dev.shisa.text.Text;
import dev.shisa.account.ObservationLine;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.store.Disk;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The lines of a kept snapshot, read and digested ahead by another thread. At their end it is known whether they are those that were kept, and
 * not before. Used by one thread.
 */
final class VerifiedLines implements Lines {
    /** Blocks that are read ahead. */
    private static final int AHEAD = 4;

    private final Path file;
    private final SnapshotSeal seal;
    private final BlockStream stream;
    private final ExecutorService behind = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().name("snapshot-reader").daemon().factory());
    private final ArrayDeque<Future<BlockStream.Plain>> ahead = new ArrayDeque<>();
    private final BlockReader reader;
    private byte[] last = new byte[0];
    private long lines;

    /**
     * Opens the accounts of a snapshot.
     *
     * @param folder the snapshot
     * @param seal what its manifest says of them
     */
    VerifiedLines(Path folder, SnapshotSeal seal, Disk disk) throws IOException {
        this.file = folder.resolve(SnapshotFolder.ACCOUNTS);
        this.seal = seal;
        this.stream = new BlockStream(new BufferedInputStream(disk.read(file), 1 << 16), Fingerprint.seal());
        for (int i = 0; i < AHEAD; i++) {
            ahead.add(behind.submit(stream::next));
        }
        this.reader = new BlockReader(new BlockReader.Source() {
            @Override
            public BlockStream.Plain next() throws IOException {
                return nextBlock();
            }

            @Override
            public void close() throws IOException {
                behind.close();
                stream.close();
            }
        });
    }

    /**
     * @throws SnapshotRefused when the lines are not in the order of their ids, are damaged, or end and are not those that were kept
     */
    @Override
    public boolean next() throws IOException {
        if (!reader.next()) {
            verify();
            return false;
        }
        lines++;
        checkOrder();
        return true;
    }

    private void checkOrder() throws SnapshotRefused {
        if (!ObservationLine.hasId(from(), to())) {
            throw refused(Text.of("{0} has a line {1} without an id.", file, lines));
        }
        if (lines > 1 && ObservationLine.compareIds(last, 0, bytes(), from()) >= 0) {
            throw refused(Text.of("{0} is not sorted by id, or has an account twice, at line {1}.", file, lines));
        }
        // The line itself does not outlive its block.
        last = ObservationLine.beginning(bytes(), from());
    }

    private BlockStream.Plain nextBlock() throws IOException {
        try {
            BlockStream.Plain read = ahead.remove().get();
            ahead.add(behind.submit(stream::next));
            return read;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while reading " + file, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof MalformedBlocksException fault) {
                throw refused(Text.of("{0} is cut off or damaged after line {1}: {2}.", file, lines,
                        String.valueOf(fault.getMessage())));
            }
            if (e.getCause() instanceof IOException fault) {
                throw fault;
            }
            throw new IllegalStateException("reading a snapshot failed", e);
        }
    }

    private void verify() throws SnapshotRefused {
        String found = stream.fingerprint();
        if (!seal.sha256().equals(found) || seal.lines() != lines) {
            throw new SnapshotRefused(Diagnostic
                    .refusal(ExitStatus.NOT_VERIFIED,
                            Text.of("The accounts were altered after the snapshot was taken: {0}", file))
                    .contrast(Text.of("{0} lines, sha256 {1}", seal.lines(), seal.sha256()),
                            Text.of("{0} lines, sha256 {1}", lines, found)));
        }
    }

    private static SnapshotRefused refused(Text sentence) {
        return new SnapshotRefused(Diagnostic.refusal(ExitStatus.NOT_VERIFIED, sentence));
    }

    @Override
    public byte[] bytes() {
        return reader.bytes();
    }

    @Override
    public int from() {
        return reader.from();
    }

    @Override
    public int to() {
        return reader.to();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** Lines that are not those of the snapshot. */
    static final class SnapshotRefused extends IOException {
        private static final long serialVersionUID = 1;
        private final transient Diagnostic finding;

        SnapshotRefused(Diagnostic finding) {
            super(finding.summary().toString());
            this.finding = finding;
        }

        RefusedException refusal() {
            return new RefusedException(finding);
        }
    }
}
