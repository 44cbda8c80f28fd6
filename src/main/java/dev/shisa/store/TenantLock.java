package dev.shisa.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One working process per tenant and store. The lock belongs to the operating system, so the death of the process frees it; what a
 * death leaves behind is told by the run's journal, not by this lock.
 */
public final class TenantLock implements AutoCloseable {
    /**
     * The files this process holds. On POSIX systems closing any channel of a file frees all locks that the process has on it, so a second
     * channel must never be opened.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final Closeable lock;

    private TenantLock(Path file, Closeable lock) {
        this.file = file;
        this.lock = lock;
    }

    /** Takes a lock on the disk of this machine if nobody holds it; as {@link #tryAcquire(Path, String, Disk)}. */
    public static Optional<TenantLock> tryAcquire(Path file, String holder) throws IOException {
        return tryAcquire(file, holder, Disk.real());
    }

    /**
     * Takes the lock if nobody holds it.
     *
     * @param file the lock file; made where there is none
     * @param holder one line that tells another process who holds it
     * @param disk where the file lies
     * @return empty when another process or another part of this one holds it
     */
    public static Optional<TenantLock> tryAcquire(Path file, String holder, Disk disk) throws IOException {
        Optional<TenantLock> lock = tryLock(file, disk);
        if (lock.isPresent()) {
            try {
                Replacement.write(holderFile(file), (holder + "\n").getBytes(StandardCharsets.UTF_8), disk);
            } catch (IOException e) {
                lock.get().close();
                throw e;
            }
        }
        return lock;
    }

    /** Whether somebody holds the lock, this process included. Needs no room on the disk and leaves the name of the holder alone. */
    public static boolean isHeld(Path file, Disk disk) throws IOException {
        Optional<TenantLock> lock = tryLock(file, disk);
        if (lock.isPresent()) {
            lock.get().close();
        }
        return lock.isEmpty();
    }

    private static Optional<TenantLock> tryLock(Path file, Disk disk) throws IOException {
        disk.createFolder(Replacement.parentOf(file));
        Path real = real(file, disk);
        if (!HELD_HERE.add(real)) {
            return Optional.empty();
        }
        Optional<Closeable> lock = Optional.empty();
        try {
            lock = disk.tryLock(real);
            return lock.map(held -> new TenantLock(real, held));
        } finally {
            if (lock.isEmpty()) {
                HELD_HERE.remove(real);
            }
        }
    }

    /** The same folder by another name must not lead to a second channel. */
    private static Path real(Path file, Disk disk) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        return disk.resolved(Replacement.parentOf(absolute)).resolve(absolute.getFileName());
    }

    /** Whether this process holds the lock. */
    static boolean isHeldHere(Path file, Disk disk) throws IOException {
        return disk.isFolder(Replacement.parentOf(file)) && HELD_HERE.contains(real(file, disk));
    }

    /** Who holds or last held the lock, as that process said itself. */
    public static Optional<String> holder(Path file, Disk disk) throws IOException {
        Path holder = holderFile(file);
        if (!disk.isFile(holder)) {
            return Optional.empty();
        }
        try (InputStream in = disk.read(holder)) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }

    private static Path holderFile(Path file) {
        return file.resolveSibling(file.getFileName() + ".holder");
    }

    @Override
    public void close() throws IOException {
        try {
            lock.close();
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
