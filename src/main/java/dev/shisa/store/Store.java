package dev.shisa.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder in which everything is kept that outlives a process. Folders are readable by their owner only. A file is replaced as a
 * whole or not at all. Safe for use by several threads and processes as far as single files go; {@link TenantLock} orders the rest.
 */
public final class Store {
    private final Path root;

    private Store(Path root) {
        this.root = root;
    }

    /**
     * Opens a store, and makes its folder where there is none.
     *
     * @throws IOException when the folder cannot be made or written
     */
    public static Store open(Path root) throws IOException {
        Store store = new Store(root.toAbsolutePath().normalize());
        store.folder("");
        Path probe = Files.createTempFile(store.root, ".probe", "");
        Files.delete(probe);
        return store;
    }

    /** The folder. */
    public Path root() {
        return root;
    }

    /** A folder below the root, made where there is none, readable by its owner only. */
    public Path folder(String relative) throws IOException {
        Path folder = root.resolve(relative).normalize();
        if (!folder.startsWith(root)) {
            throw new IOException("outside the store: " + relative);
        }
        if (!Files.isDirectory(folder)) {
            createPrivately(folder);
        }
        return folder;
    }

    /** Replaces a file as a whole; the old one stays readable until the new one is on disk. */
    public void write(Path file, byte[] content) throws IOException {
        Path parent = parentOf(file);
        createPrivately(parent);
        Path next = Files.createTempFile(parent, "." + file.getFileName(), ".next");
        try {
            try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(next);
        }
        forceFolder(parent);
    }

    /**
     * Deletes a file.
     *
     * @return whether there was one
     */
    public boolean delete(Path file) throws IOException {
        boolean was = Files.deleteIfExists(file);
        forceFolder(parentOf(file));
        return was;
    }

    /** The content of a file, if there is one. */
    public Optional<byte[]> read(Path file) throws IOException {
        return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    /** The names of what lies in a folder of the store, sorted; none where there is no such folder. */
    public List<String> names(String relative) throws IOException {
        Path folder = root.resolve(relative);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> String.valueOf(entry.getFileName())).filter(name -> !name.startsWith("."))
                    .sorted().toList();
        }
    }

    static void createPrivately(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            createPrivately(parent);
        }
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(folder,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.getFileAttributeView(folder, PosixFileAttributeView.class)
                    .setPermissions(PosixFilePermissions.fromString("rwx------"));
        } else {
            Files.createDirectories(folder);
        }
    }

    /** Makes a rename or a new file durable. Windows has no such call and needs none. */
    static void forceFolder(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static Path parentOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new UncheckedIOException(new IOException("not a file: " + file));
        }
        return parent;
    }
}
