package dev.shisa.snapshot;

import dev.shisa.account.ObservationLine;
import dev.shisa.diag.RefusedException;
import dev.shisa.store.Disk;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Sign-in names in a kept snapshot, to help somebody who types one. The snapshot is not verified for it, so nothing may be decided by the answer.
 */
public final class SignInNames {
    /** A larger tenant is looked through as far as this, so that nobody waits for seconds. */
    static final int MOST_LINES = 200_000;

    private static final byte[] FIELD = "\"upn\":\"".getBytes(StandardCharsets.US_ASCII);

    private SignInNames() {
    }

    /** The tenant that a snapshot shows. */
    public static String tenantOf(Path folder, Disk disk) throws IOException, RefusedException {
        return FolderReading.told(folder, disk).manifest().tenantId();
    }

    /**
     * The names that begin so, in the order of the accounts' ids. One block of the file is in memory at a time.
     *
     * @param folder the snapshot
     * @param begun the beginning; ASCII letters in either case
     * @param most how many at most
     * @throws IOException when the file cannot be read, or is damaged
     */
    public static List<String> beginning(Path folder, Disk disk, String begun, int most) throws IOException {
        byte[] wanted = begun.getBytes(StandardCharsets.UTF_8);
        List<String> names = new ArrayList<>();
        try (BlockReader reader = new BlockReader(new BlockStream(
                new BufferedInputStream(disk.read(folder.resolve(SnapshotFolder.ACCOUNTS)), 1 << 16),
                Fingerprint.checksum()))) {
            for (int line = 0; line < MOST_LINES && names.size() < most && reader.next(); line++) {
                if (begins(reader.bytes(), reader.from(), reader.to(), wanted)) {
                    ObservationLine.read(reader.bytes(), reader.from(), reader.to()).signInName()
                            .ifPresent(names::add);
                }
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("an account of " + folder + " is not understood", e);
        }
        return names;
    }

    /** Whether the first name in a line begins so; to make the account of every line would take ten times as long. */
    private static boolean begins(byte[] bytes, int from, int to, byte[] wanted) {
        for (int at = from; at <= to - FIELD.length - wanted.length; at++) {
            if (stands(FIELD, bytes, at)) {
                return stands(wanted, bytes, at + FIELD.length);
            }
        }
        return false;
    }

    private static boolean stands(byte[] wanted, byte[] bytes, int at) {
        for (int i = 0; i < wanted.length; i++) {
            if (lower(bytes[at + i]) != lower(wanted[i])) {
                return false;
            }
        }
        return true;
    }

    private static int lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
    }
}
