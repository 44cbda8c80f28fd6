package dev.shisa.snapshot;

import dev.shisa.account.AccountId;
import dev.shisa.account.Observation;
import dev.shisa.account.ObservationLine;
import dev.shisa.store.Disk;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of a file as a map, in the order of their ids. Only where the blocks lie is kept in memory, and the block that was read last; each
 * account is made anew when somebody asks for it. A file that can no longer be read, or is no longer as it was, ends in an
 * {@link UncheckedIOException}. Safe for several threads.
 */
final class StoredAccounts extends AbstractMap<AccountId, Observation> {
    private static final Opened NOTHING = new Opened(-1, new byte[0], new int[]{0});

    private final Path file;
    private final Disk disk;
    private final List<Block> blocks;
    private final int size;
    private volatile Opened last = NOTHING;

    /**
     * @param file accounts in blocks, sorted by id, each once
     * @param blocks all of them, in their order
     * @param size how many accounts there are
     */
    StoredAccounts(Path file, Disk disk, List<Block> blocks, long size) {
        this.file = file;
        this.disk = disk;
        this.blocks = List.copyOf(blocks);
        this.size = Math.toIntExact(size);
    }

    /**
     * A block in memory.
     *
     * @param begins where each line begins, and where the one behind the last would
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Opened(int number, byte[] bytes, int[] begins) {
        int lines() {
            return begins.length - 1;
        }

        /** The line of an account; negative when there is none. */
        int find(AccountId id) {
            int low = 0;
            int high = lines() - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                int order = ObservationLine.id(bytes, begins[middle]).compareTo(id);
                if (order == 0) {
                    return middle;
                }
                low = order < 0 ? middle + 1 : low;
                high = order < 0 ? high : middle - 1;
            }
            return -1;
        }

        Observation account(int line) {
            try {
                return ObservationLine.read(bytes, begins[line], begins[line + 1] - 1);
            } catch (IllegalArgumentException e) {
                throw new UncheckedIOException(new IOException("a snapshot was altered while it was in use", e));
            }
        }
    }

    private Opened open(int number) {
        Opened known = last;
        if (known.number == number) {
            return known;
        }
        try (InputStream in = disk.read(file); BlockStream stream = new BlockStream(in, Fingerprint.checksum())) {
            in.skipNBytes(blocks.get(number).offset());
            BlockStream.Plain block = stream.next();
            Opened opened = new Opened(number, block.bytes(), begins(block));
            last = opened;
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int[] begins(BlockStream.Plain block) throws IOException {
        int[] begins = new int[64];
        int line = 0;
        for (int i = 0; i < block.length(); i++) {
            if (block.bytes()[i] == '\n') {
                line++;
                if (line == begins.length) {
                    begins = Arrays.copyOf(begins, line * 2);
                }
                begins[line] = i + 1;
            }
        }
        if (line == 0) {
            throw new IOException("a snapshot was altered while it was in use: it is shorter than it was");
        }
        return Arrays.copyOf(begins, line + 1);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public @Nullable Observation get(@Nullable Object key) {
        int number = key instanceof AccountId id ? block(id) : -1;
        if (number < 0 || !(key instanceof AccountId id)) {
            return null;
        }
        Opened block = open(number);
        int line = block.find(id);
        return line < 0 ? null : block.account(line);
    }

    /** The block in which that account stands if it stands anywhere; -1 for one before all. */
    private int block(AccountId id) {
        int found = Collections.binarySearch(blocks, new Block(id, 0),
                (one, other) -> one.first().compareTo(other.first()));
        return found >= 0 ? found : -found - 2;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        if (!(key instanceof AccountId id)) {
            return false;
        }
        int number = block(id);
        return number >= 0 && open(number).find(id) >= 0;
    }

    /** To walk through the ids does not make the accounts. */
    @Override
    public Set<AccountId> keySet() {
        return new Walked<>((block, line) -> ObservationLine.id(block.bytes, block.begins[line]));
    }

    @Override
    public Set<Map.Entry<AccountId, Observation>> entrySet() {
        return new Walked<>((block, line) -> {
            Observation account = block.account(line);
            return Map.entry(account.id(), account);
        });
    }

    private interface Made<T> {
        T of(Opened block, int line);
    }

    private final class Walked<T> extends AbstractSet<T> {
        private final Made<T> made;

        Walked(Made<T> made) {
            this.made = made;
        }

        @Override
        public Iterator<T> iterator() {
            return new Walk<>(made);
        }

        @Override
        public int size() {
            return size;
        }
    }

    private final class Walk<T> implements Iterator<T> {
        private final Made<T> made;
        private int number;
        private int line;
        private Opened block = NOTHING;

        Walk(Made<T> made) {
            this.made = made;
        }

        @Override
        public boolean hasNext() {
            return number < blocks.size();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            if (line == 0) {
                block = open(number);
            }
            T item = made.of(block, line++);
            if (line == block.lines()) {
                line = 0;
                number++;
            }
            return item;
        }
    }
}
