package dev.shisa.sandbox.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One process at a time: a lock of the operating system, which the death of its holder frees. */
public final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock, or refuses at once. */
    public static FolderLock take(Path folder) throws IOException, StateRefused {
        PrivateFiles.folder(folder);
        Path file = folder.resolve("lock");
        FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PrivateFiles.attributes(file, "rw-------"));
        if (held(channel) == null) {
            channel.close();
            throw new StateRefused("The sandbox state in " + folder
                    + " is in use by another process; end that one or choose another folder.");
        }
        return new FolderLock(channel);
    }

    private static @Nullable FileLock held(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldHere) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
