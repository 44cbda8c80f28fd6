package dev.shisa.keepsake;

import dev.shisa.store.Disk;
import dev.shisa.account.AccountId;
import dev.shisa.store.ChainedLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The keepsakes of one run on disk, one record an account, in a {@link ChainedLog}. The first keepsake of an account stays: it tells how the account
 * was before the run. Safe for several threads.
 */
public final class KeepsakeLog implements AutoCloseable {
    private final ChainedLog log;
    private final Set<AccountId> held;

    private KeepsakeLog(ChainedLog log, Set<AccountId> held) {
        this.log = log;
        this.held = new HashSet<>(held);
    }

    /** What a file of keepsakes was found to hold. */
    public sealed interface Content {

        /**
         * Every record verifies.
         *
         * @param keepsakes by account, in the order in which they were taken
         * @param head digest of the last record
         * @param torn what stands after the last record that was written whole, if anything
         */
        record Verified(Map<AccountId, Keepsake> keepsakes, String head, Optional<String> torn) implements Content {
        }

        /**
         * It does not verify.
         *
         * @param sentence what does not fit
         */
        record Damaged(String sentence) implements Content {
        }
    }

    /**
     * Begins the file, or goes on with it where there is one.
     *
     * A last record that was not written whole is kept in a file of its own and cut off: no request of its account has left.
     *
     * @throws IOException when it does not verify or cannot be written
     */
    public static KeepsakeLog open(Path file, Disk disk) throws IOException {
        if (!disk.isFile(file)) {
            return new KeepsakeLog(ChainedLog.create(file, disk), Set.of());
        }
        return switch (read(file, disk)) {
            case Content.Damaged damaged -> throw new IOException(file + ": " + damaged.sentence());
            case Content.Verified verified ->
                new KeepsakeLog(ChainedLog.resume(file, disk).log(), verified.keepsakes().keySet());
        };
    }

    /** Reads and verifies a whole file. */
    public static Content read(Path file, Disk disk) throws IOException {
        return switch (ChainedLog.read(file, disk)) {
            case ChainedLog.Content.Damaged damaged -> new Content.Damaged(damaged.sentence());
            case ChainedLog.Content.Verified verified -> decoded(verified);
        };
    }

    private static Content decoded(ChainedLog.Content.Verified verified) {
        Map<AccountId, Keepsake> keepsakes = new LinkedHashMap<>();
        for (String line : verified.lines()) {
            int number = keepsakes.size() + 1;
            try {
                Keepsake keepsake = KeepsakeCodec.read(line);
                if (keepsakes.putIfAbsent(keepsake.account(), keepsake) != null) {
                    return new Content.Damaged("record " + number + " is a second keepsake of " + keepsake.account());
                }
            } catch (IllegalArgumentException e) {
                return new Content.Damaged("record " + number + " cannot be read: " + e.getMessage());
            }
        }
        return new Content.Verified(keepsakes, verified.head(), verified.torn());
    }

    /** Whether there is a keepsake of that account already. */
    public synchronized boolean holds(AccountId account) {
        return held.contains(account);
    }

    /**
     * Keeps it, unless there is one of that account already. It is on disk when this returns.
     *
     * @throws IOException when it cannot be written; nothing may be sent any more then
     */
    public void keep(Keepsake keepsake) throws IOException {
        synchronized (this) {
            if (held.contains(keepsake.account())) {
                return;
            }
            log.append(KeepsakeCodec.write(keepsake));
            held.add(keepsake.account());
        }
        log.force();
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
