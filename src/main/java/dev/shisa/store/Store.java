package dev.shisa.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The folder in which everything is kept that outlives a process. Folders are readable by their owner only. A file is replaced as a
 * whole or not at all. Safe for use by several threads and processes as far as single files go; {@link TenantLock} orders the rest.
 */
public final class Store {
    private final Path root;
    private final DrawingDisk disk;
    private final Optional<String> remark;

    private Store(Path root, DrawingDisk disk, Optional<String> remark) {
        this.root = root;
        this.disk = disk;
        this.remark = remark;
    }

    /** Opens a store on the disk of this machine; as {@link #open(Path, Disk)}. */
    public static Store open(Path root) throws IOException {
        return open(root, Disk.real());
    }

    /**
     * Opens a store, and makes its folder where there is none. A folder that others may read is shut to them.
     *
     * @throws UnsafeFolderException when the folder lies on a network file system or is synchronised with a service, as far as that can
     *         be recognised; when others may write it; or when this process may not
     * @throws IOException when the folder cannot be made
     */
    public static Store open(Path root, Disk disk) throws IOException {
        Path folder = root.toAbsolutePath().normalize();
        FolderCheck check = new FolderCheck(folder, disk);
        check.requirePlace();
        disk.createFolder(folder);
        Optional<String> remark = check.requirePrivate();
        requireWritable(folder, disk);
        return new Store(folder, new DrawingDisk(disk), remark);
    }

    /** An empty file needs no room, so that a store on a full disk can still be read. */
    private static void requireWritable(Path folder, Disk disk) throws IOException {
        Path probe = folder.resolve(".probe-" + UUID.randomUUID());
        try {
            disk.create(probe).close();
        } catch (IOException e) {
            throw new UnsafeFolderException("nothing can be written in " + folder + " (" + e.getMessage()
                    + "); name a folder that this user may write", e);
        } finally {
            disk.delete(probe);
        }
    }

    /** Everything that is done with files here. What is written through it draws on the {@linkplain #reserve reserve}, while there is one. */
    public Disk disk() {
        return disk;
    }

    /** What was done to the folder when it was opened, in a sentence for its owner. */
    public Optional<String> remark() {
        return remark;
    }

    /**
     * Takes room for a task before it begins. From then on everything that is written through {@link #disk()}, by this store and by others,
     * draws on it right before it is written, in blocks of 4 KiB and one more for each new file.
     *
     * @param lock the lock file of the tenant, which this process has to hold; the reserve lies beside it. What a process that died has
     *        left there is deleted first
     * @param bytes how much the task will write at most, above 0; rounded up to {@link Reserve#CHUNK}
     * @param what the task, as the beginning of a sentence
     * @throws TooLittleSpaceException when there is less
     * @throws IllegalStateException when this process does not hold the lock, or has a reserve beside it already
     */
    public Reserve reserve(Path lock, long bytes, String what) throws IOException {
        return disk.drawingOn(Reserve.make(lock, bytes, what, disk));
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
        disk.createFolder(folder);
        return folder;
    }

    /** Replaces a file as a whole; the old one stays readable until the new one is on disk. */
    public void write(Path file, byte[] content) throws IOException {
        Replacement.write(file, content, disk);
    }

    /**
     * Deletes a file.
     *
     * @return whether there was one
     */
    public boolean delete(Path file) throws IOException {
        return disk.delete(file);
    }

    /** The content of a file, if there is one. */
    public Optional<byte[]> read(Path file) throws IOException {
        if (!disk.isFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = disk.read(file)) {
            return Optional.of(in.readAllBytes());
        }
    }

    /** The names of what lies in a folder of the store, sorted; none where there is no such folder. */
    public List<String> names(String relative) throws IOException {
        Path folder = root.resolve(relative);
        if (!disk.isFolder(folder)) {
            return List.of();
        }
        return disk.list(folder).stream().map(entry -> String.valueOf(entry.getFileName()))
                .filter(name -> !name.startsWith(".")).sorted().toList();
    }
}
