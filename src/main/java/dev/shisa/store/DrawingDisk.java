package dev.shisa.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A disk on which everything that is written draws on a reserve first, while there is one. */
final class DrawingDisk extends ForwardingDisk {
    /** Most file systems give room in blocks of that many bytes, and one to the name of a new file at most. */
    private static final int BLOCK = 4096;

    private volatile Optional<Reserve> reserve = Optional.empty();

    DrawingDisk(Disk disk) {
        super(disk);
    }

    /** From now on that reserve is drawn on. */
    Reserve drawingOn(Reserve reserved) {
        reserve = Optional.of(reserved);
        return reserved;
    }

    private void draw(long bytes) throws IOException {
        Optional<Reserve> now = reserve;
        if (now.isPresent()) {
            now.get().draw(bytes);
        }
    }

    @Override
    public AppendFile create(Path file) throws IOException {
        draw(BLOCK);
        return new DrawingFile(disk.create(file), 0);
    }

    @Override
    public AppendFile open(Path file) throws IOException {
        AppendFile opened = disk.open(file);
        return new DrawingFile(opened, opened.size());
    }

    private static long blocks(long bytes) {
        return (bytes + BLOCK - 1) / BLOCK;
    }

    private final class DrawingFile implements AppendFile {
        private final AppendFile file;
        private long size;

        DrawingFile(AppendFile file, long size) {
            this.file = file;
            this.size = size;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            long after = size + length;
            draw((blocks(after) - blocks(size)) * BLOCK);
            file.write(bytes, offset, length);
            size = after;
        }

        @Override
        public void force() throws IOException {
            file.force();
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void truncate(long length) throws IOException {
            file.truncate(length);
            size = length;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
