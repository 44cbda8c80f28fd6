package dev.shisa.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * One working process per tenant and store. The lock belongs to the operating system, so the death of the process frees it; what a
 * death leaves behind is told by the run's journal, not by this lock.
 */
public final class TenantLock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private TenantLock(FileChannel channel, FileLock lock) {
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
        Path parent = file.getParent();
        if (parent != null) {
            Store.createPrivately(parent);
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            Files.writeString(holderFile(file), holder + "\n");
            channel.write(ByteBuffer.wrap(new byte[]{'\n'}), 0);
            return Optional.of(new TenantLock(channel, lock));
        } catch (OverlappingFileLockException e) {
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
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
        lock.release();
        channel.close();
    }
}
