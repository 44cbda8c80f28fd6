package dev.shisa.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that the store, its logs, its locks and the snapshots do with files, so that a test can let any single step fail. Safe for
 * several threads. No step is broken off because its thread is asked to stop; the wish stays set.
 */
public interface Disk {

    /** The disk of this machine. */
    static Disk real() {
        return LocalDisk.INSTANCE;
    }

    /** Makes a folder and those above it where they are missing; nobody but the owner may enter what is made. */
    void createFolder(Path folder) throws IOException;

    /**
     * Makes an empty file that nobody but the owner may read, open for appending.
     *
     * @throws java.nio.file.FileAlreadyExistsException when there is something of that name
     */
    AppendFile create(Path file) throws IOException;

    /**
     * Opens a file for appending at its end.
     *
     * @throws java.nio.file.NoSuchFileException when there is no such file
     */
    AppendFile open(Path file) throws IOException;

    /** Opens a file for reading from its beginning. */
    InputStream read(Path file) throws IOException;

    /** Gives a file or folder another name in one step, in place of a file that had it. */
    void move(Path from, Path to) throws IOException;

    /**
     * Deletes a file or an empty folder.
     *
     * @return whether there was one
     */
    boolean delete(Path entry) throws IOException;

    /** What lies in a folder, hidden entries too, sorted by name. */
    List<Path> list(Path folder) throws IOException;

    /** How many bytes a file has. */
    long size(Path file) throws IOException;

    /** Whether there is a file of that name. */
    boolean isFile(Path file);

    /** Whether there is a folder of that name. */
    boolean isFolder(Path folder);

    /** Makes names that were given or taken in a folder durable. Windows has no such call and needs none. */
    void forceFolder(Path folder) throws IOException;

    /** Locks a file for this process, made where there is none; empty when another process has locked it. Closing the answer frees it. */
    Optional<Closeable> tryLock(Path file) throws IOException;

    /** How many bytes this process may still write where that file or folder lies; 0 when the system does not tell. */
    long usableSpace(Path entry);

    /** What kind of file system a file or folder lies on, as the system names it, such as {@code ext4}; empty when it does not tell. */
    Optional<String> type(Path entry);

    /** The path of an existing file or folder without symbolic links. */
    Path resolved(Path entry) throws IOException;

    /** Who may do what with a folder; empty where the file system knows no such modes. */
    Optional<Set<PosixFilePermission>> permissions(Path folder) throws IOException;

    /** Shuts a folder to everybody but its owner; does nothing where the file system knows no such modes. */
    void makePrivate(Path folder) throws IOException;
}
