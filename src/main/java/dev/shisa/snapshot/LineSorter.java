package dev.shisa.snapshot;

import dev.shisa.account.ObservationLine;
import dev.shisa.store.AppendFile;
import dev.shisa.store.Disk;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts any number of lines into the order of their ids. What does not fit into memory goes to files as sorted runs, which are merged
 * afterwards; a listing that comes in order makes a single run. Used by one thread.
 *
 * <p>
 * It holds {@value #CHUNK} bytes of lines, and about half a mebibyte a run while they are merged: ten million accounts of 800 bytes in no
 * order at all make some 480 runs.
 */
final class LineSorter implements Closeable {
    /** Bytes of lines that are sorted at a time. */
    static final int CHUNK = 16 * 1024 * 1024;

    private final Path folder;
    private final String name;
    private final Disk disk;
    private final int chunk;
    private final List<Path> runs = new ArrayList<>();
    private final List<String> checksums = new ArrayList<>();
    private final GatheredLines gathered = new GatheredLines();
    private Optional<Run> open = Optional.empty();

    /**
     * @param folder where runs go; they are deleted with the folder
     * @param name begins the names of the runs
     * @param chunk bytes of lines that are sorted at a time
     */
    LineSorter(Path folder, String name, Disk disk, int chunk) {
        this.folder = folder;
        this.name = name;
        this.disk = disk;
        this.chunk = chunk;
    }

    /** A run that may still be gone on with, by lines that come after its last. */
    private static final class Run implements Closeable {
        private final AppendFile file;
        private final BlockWriter writer;
        private byte[] last = new byte[0];

        Run(AppendFile file) {
            this.file = file;
            this.writer = new BlockWriter(file, Fingerprint.checksum());
        }

        boolean isBefore(Lines lines) {
            return ObservationLine.compareIds(last, 0, lines.bytes(), lines.from()) < 0;
        }

        void append(Lines lines) throws IOException {
            do {
                writer.line(lines.bytes(), lines.from(), lines.to());
                last = ObservationLine.beginning(lines.bytes(), lines.from());
            } while (lines.next());
        }

        String finish() throws IOException {
            return writer.finish().fingerprint();
        }

        @Override
        public void close() throws IOException {
            try (file) {
                writer.close();
            }
        }
    }

    /**
     * Takes a line, which must have an id.
     *
     * @throws IOException when it does not fit into memory and cannot be written
     */
    void add(byte[] line) throws IOException {
        if (line.length > Blocks.LONGEST_LINE) {
            throw new IOException("An account of " + line.length + " bytes is longer than any that is kept.");
        }
        if (!gathered.isEmpty() && gathered.size() + line.length > chunk) {
            spill();
        }
        gathered.add(line);
    }

    private void spill() throws IOException {
        gathered.sort();
        gathered.next();
        if (open.isEmpty() || !open.get().isBefore(gathered)) {
            endRun();
            Path file = folder.resolve(name + "-" + runs.size() + ".run");
            open = Optional.of(new Run(disk.create(file)));
            runs.add(file);
        }
        open.get().append(gathered);
        gathered.clear();
    }

    private void endRun() throws IOException {
        if (open.isPresent()) {
            try (Run ended = open.get()) {
                open = Optional.empty();
                checksums.add(ended.finish());
            }
        }
    }

    /** All lines in order; lines of one id in the order in which they came. Nothing may be added any more. */
    Lines sorted() throws IOException {
        endRun();
        gathered.sort();
        List<Lines> sources = new ArrayList<>();
        for (int run = 0; run < runs.size(); run++) {
            sources.add(new BlockReader(checked(runs.get(run), checksums.get(run))));
        }
        sources.add(gathered);
        return new MergedLines(sources);
    }

    /** A run from its first block; its end is only given when all of it was what had been written. */
    private BlockReader.Source checked(Path run, String checksum) throws IOException {
        BlockStream blocks = new BlockStream(new BufferedInputStream(disk.read(run), 1 << 16), Fingerprint.checksum());
        return new BlockReader.Source() {
            @Override
            public BlockStream.Plain next() throws IOException {
                BlockStream.Plain block = blocks.next();
                if (block.length() == 0 && !blocks.fingerprint().equals(checksum)) {
                    throw new MalformedBlocksException("What was put aside while sorting, " + run.getFileName()
                            + ", is not what was written; the disk is not to be trusted.");
                }
                return block;
            }

            @Override
            public void close() throws IOException {
                blocks.close();
            }
        };
    }

    @Override
    public void close() throws IOException {
        if (open.isPresent()) {
            open.get().close();
        }
    }
}
