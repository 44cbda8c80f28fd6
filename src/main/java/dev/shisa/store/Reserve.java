package dev.shisa.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Room on the disk that is really taken, as files of {@value #CHUNK} bytes each. Whoever writes draws on it right before, and by so much
 * the files are cut; so what was reserved is there when it is needed, although somebody else has filled the disk meanwhile. No more is given
 * back than is about to be written, because what lies free is taken by whoever fills the disk. What is drawn beyond the reserve has to find
 * room by itself. Another process that takes every byte the moment it is free can still come between the cut and the write; the write
 * fails then.
 *
 * <p>
 * It lies in the folder {@code reserve} beside a {@link TenantLock}, and only who holds the lock makes one. So whatever lies there before
 * was left by a process that died, and is deleted. Safe for several threads.
 */
public final class Reserve implements AutoCloseable {
    /** Size of one file in bytes; reserves are rounded up to it. */
    public static final int CHUNK = 1 << 20;

    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final Disk disk;
    private final Deque<Path> chunks = new ArrayDeque<>();
    private long left;
    private boolean closed;

    private Reserve(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    static Reserve make(Path lock, long bytes, String what, Disk disk) throws IOException {
        if (bytes < 1) {
            throw new IllegalArgumentException("a reserve of " + bytes + " bytes");
        }
        if (!TenantLock.isHeldHere(lock, disk)) {
            throw new IllegalStateException("only who holds the lock reserves: " + lock);
        }
        Path folder = disk.resolved(Replacement.parentOf(lock)).resolve("reserve");
        if (!OPEN.add(folder)) {
            throw new IllegalStateException("there is a reserve already: " + folder);
        }
        Reserve reserve = new Reserve(folder, disk);
        boolean made = false;
        try {
            reserve.clear();
            reserve.fill((bytes + CHUNK - 1) / CHUNK, what);
            made = true;
            return reserve;
        } finally {
            if (!made) {
                OPEN.remove(folder);
            }
        }
    }

    private void fill(long count, String what) throws IOException {
        long needed = count * CHUNK;
        Path parent = Replacement.parentOf(folder);
        long found = disk.usableSpace(parent);
        if (found < needed) {
            throw new TooLittleSpaceException(parent, what, needed, found);
        }
        try {
            disk.createFolder(folder);
            // Random, because some file systems compress: what can be made smaller would take less than it reserves.
            SplittableRandom random = new SplittableRandom();
            byte[] content = new byte[CHUNK];
            for (long number = 1; number <= count; number++) {
                random.nextBytes(content);
                Path chunk = folder.resolve(Long.toString(number));
                try (AppendFile file = disk.create(chunk)) {
                    file.write(content);
                    file.force();
                }
                chunks.push(chunk);
                left += CHUNK;
            }
            disk.forceFolder(folder);
        } catch (IOException e) {
            throw withdrawn(e, parent, what, needed);
        }
    }

    /** A disk that says it has room and has none, because of a quota or of somebody who was faster, has too little. */
    private IOException withdrawn(IOException cause, Path parent, String what, long needed) {
        long taken = (long) chunks.size() * CHUNK;
        IOException told = cause;
        if (disk.usableSpace(parent) < needed - taken) {
            told = new TooLittleSpaceException(parent, what, needed, disk.usableSpace(parent) + taken);
            told.addSuppressed(cause);
        }
        try {
            clear();
        } catch (IOException e) {
            told.addSuppressed(e);
        }
        return told;
    }

    /**
     * Makes room for bytes that are about to be written.
     *
     * @param bytes how many
     * @throws IOException when the room cannot be given back
     */
    public synchronized void draw(long bytes) throws IOException {
        long wanted = bytes;
        while (wanted > 0 && !chunks.isEmpty()) {
            wanted -= cut(chunks.element(), wanted);
        }
    }

    private long cut(Path chunk, long wanted) throws IOException {
        long rest;
        long given;
        try (AppendFile file = disk.open(chunk)) {
            given = Math.min(wanted, file.size());
            rest = file.size() - given;
            file.truncate(rest);
        }
        left -= given;
        if (rest == 0) {
            disk.delete(chunk);
            chunks.remove();
        }
        return given;
    }

    /** How many bytes can still be drawn. */
    public synchronized long left() {
        return left;
    }

    /** Gives back what was not drawn. */
    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            chunks.clear();
            left = 0;
            clear();
        } finally {
            OPEN.remove(folder);
        }
    }

    private void clear() throws IOException {
        if (!disk.isFolder(folder)) {
            return;
        }
        for (Path chunk : disk.list(folder)) {
            disk.delete(chunk);
        }
        disk.delete(folder);
    }
}
