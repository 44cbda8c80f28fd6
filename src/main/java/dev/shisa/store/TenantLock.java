package dev.shisa.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
    private final FileChannel channel;
    private final FileLock lock;

    private TenantLock(Path file, FileChannel channel, FileLock lock) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the lock if nobody holds it.
     *
     * @param file the lock file; made where there is none
     * @param holder one line that tells another process who holds it
     * @return empty when another process or another part of this one holds it
     */
    public static Optional<TenantLock> tryAcquire(Path file, String holder) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        if (parent == null) {
            throw new IOException("not a file: " + file);
        }
        Store.createPrivately(parent);
        // The same folder by another name must not lead to a second channel.
        Path real = parent.toRealPath().resolve(absolute.getFileName());
        if (!HELD_HERE.add(real)) {
            return Optional.empty();
        }
        Optional<TenantLock> lock = Optional.empty();
        boolean named = false;
        try {
            lock = lock(real);
            if (lock.isPresent()) {
                Files.writeString(holderFile(file), holder + "\n");
                named = true;
            }
            return lock;
        } finally {
            if (lock.isEmpty()) {
                HELD_HERE.remove(real);
            } else if (!named) {
                lock.get().close();
            }
        }
    }

    private static Optional<TenantLock> lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        return lock == null ? Optional.empty() : Optional.of(new TenantLock(file, channel, lock));
    }

    /** Who holds or last held the lock, as that process said itself. */
    public static Optional<String> holder(Path file) throws IOException {
        Path holder = holderFile(file);
        return Files.isRegularFile(holder)
                ? Optional.of(Files.readString(holder, StandardCharsets.UTF_8).strip())
                : Optional.empty();
    }

    private static Path holderFile(Path file) {
        return file.resolveSibling(file.getFileName() + ".holder");
    }

    @Override
    public void close() throws IOException {
        try {
            lock.release();
            channel.close();
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
