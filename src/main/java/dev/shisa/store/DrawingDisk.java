package dev.shisa.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A disk on which everything that is written draws on a reserve first, while there is one. */
final class DrawingDisk implements Disk {
    /** Most file systems give room in blocks of that many bytes, and one to the name of a new file at most. */
    private static final int BLOCK = 4096;

    private final Disk disk;
    private volatile Optional<Reserve> reserve = Optional.empty();

    DrawingDisk(Disk disk) {
        this.disk = disk;
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

    @Override
    public void createFolder(Path folder) throws IOException {
        disk.createFolder(folder);
    }

    @Override
    public InputStream read(Path file) throws IOException {
        return disk.read(file);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        disk.move(from, to);
    }

    @Override
    public boolean delete(Path entry) throws IOException {
        return disk.delete(entry);
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        return disk.list(folder);
    }

    @Override
    public long size(Path file) throws IOException {
        return disk.size(file);
    }

    @Override
    public boolean isFile(Path file) {
        return disk.isFile(file);
    }

    @Override
    public boolean isFolder(Path folder) {
        return disk.isFolder(folder);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        disk.forceFolder(folder);
    }

    @Override
    public Optional<Closeable> tryLock(Path file) throws IOException {
        return disk.tryLock(file);
    }

    @Override
    public long usableSpace(Path entry) {
        return disk.usableSpace(entry);
    }

    @Override
    public Optional<String> type(Path entry) {
        return disk.type(entry);
    }

    @Override
    public Path resolved(Path entry) throws IOException {
        return disk.resolved(entry);
    }

    @Override
    public Optional<Set<PosixFilePermission>> permissions(Path folder) throws IOException {
        return disk.permissions(folder);
    }

    @Override
    public void makePrivate(Path folder) throws IOException {
        disk.makePrivate(folder);
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
