package dev.shisa.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The disk of this machine. */
final class LocalDisk implements Disk {
    static final LocalDisk INSTANCE = new LocalDisk();

    private static final Set<PosixFilePermission> OWNER_ENTERS = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNER_READS = PosixFilePermissions.fromString("rw-------");

    private LocalDisk() {
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.getParent();
        if (parent != null) {
            createFolder(parent);
        }
        Files.createDirectories(folder, attributes(folder, OWNER_ENTERS));
        makePrivate(folder);
    }

    @Override
    public AppendFile create(Path file) throws IOException {
        Files.createFile(file, attributes(file, OWNER_READS));
        return new LocalFile(file);
    }

    @Override
    public AppendFile open(Path file) throws IOException {
        if (!isFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return new LocalFile(file);
    }

    @Override
    public InputStream read(Path file) throws IOException {
        return Files.newInputStream(file);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public boolean delete(Path entry) throws IOException {
        return Files.deleteIfExists(entry);
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    @Override
    public long size(Path file) throws IOException {
        return Files.size(file);
    }

    @Override
    public boolean isFile(Path file) {
        return Files.isRegularFile(file);
    }

    @Override
    public boolean isFolder(Path folder) {
        return Files.isDirectory(folder);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        if (!knowsModes(folder)) {
            return;
        }
        boolean askedToStop = false;
        try {
            while (!forceOnce(folder)) {
                // The flag has to be down for the next attempt, else its channel is closed as well.
                askedToStop |= Thread.interrupted();
            }
        } finally {
            if (askedToStop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean forceOnce(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
            return true;
        } catch (ClosedByInterruptException _) {
            return false;
        }
    }

    @Override
    public Optional<Closeable> tryLock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), attributes(file, OWNER_READS));
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        return lock == null ? Optional.empty() : Optional.of(channel);
    }

    @Override
    public long usableSpace(Path entry) {
        return entry.toFile().getUsableSpace();
    }

    @Override
    public Optional<String> type(Path entry) {
        try {
            return Optional.of(Files.getFileStore(entry).type());
        } catch (IOException _) {
            // Some containers hide the table of mounts; that says nothing about the folder.
            return Optional.empty();
        }
    }

    @Override
    public Path resolved(Path entry) throws IOException {
        return entry.toRealPath();
    }

    @Override
    public Optional<Set<PosixFilePermission>> permissions(Path folder) throws IOException {
        return knowsModes(folder) ? Optional.of(Files.getPosixFilePermissions(folder)) : Optional.empty();
    }

    @Override
    public void makePrivate(Path folder) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(OWNER_ENTERS);
        }
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> modes) {
        return knowsModes(path)
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(modes)}
                : new FileAttribute<?>[0];
    }

    private static boolean knowsModes(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /**
     * Not a channel: a thread that is asked to stop in the middle of an append would close it ({@link ClosedByInterruptException}), for
     * itself and for every other thread.
     */
    private static final class LocalFile implements AppendFile {
        private final RandomAccessFile file;

        LocalFile(Path path) throws IOException {
            file = new RandomAccessFile(path.toFile(), "rw");
            file.seek(file.length());
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            file.write(bytes, offset, length);
        }

        @Override
        public void force() throws IOException {
            file.getFD().sync();
        }

        @Override
        public long size() throws IOException {
            return file.length();
        }

        @Override
        public void truncate(long size) throws IOException {
            file.setLength(size);
            file.seek(size);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
