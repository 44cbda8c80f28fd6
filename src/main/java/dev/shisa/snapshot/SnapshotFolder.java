package dev.shisa.snapshot;

import dev.shisa.text.Text;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.store.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A snapshot as a folder that its owner alone can open: {@code accounts.jsonl.zst} with one account a line, sorted by id, which
 * {@code zstdcat | jq} reads as well, and {@code manifest.json}. It appears whole under its name or not at all.
 */
public final class SnapshotFolder {
    static final String ACCOUNTS = "accounts.jsonl.zst";
    static final String MANIFEST = "manifest.json";
    private static final long ACCOUNT = 1024;
    private static final long FRAME = 64 * 1024;

    private SnapshotFolder() {
    }

    /**
     * How much room a snapshot needs, in bytes. An account takes about 310 bytes compressed; reckoned is 1 KiB, for accounts with many
     * groups and addresses, and 64 KiB for the manifest.
     */
    public static long bytesFor(long accounts) {
        return FRAME + Math.multiplyExact(accounts, ACCOUNT);
    }

    /** The snapshot in that folder, which was just written so. */
    static Snapshot of(Path folder, Disk disk, SnapshotManifest manifest, BlockWriter.Written written) {
        return new Snapshot(manifest,
                new StoredAccounts(folder.resolve(ACCOUNTS), disk, written.blocks(), written.seal().lines()));
    }

    /**
     * Reads a snapshot, if it verifies.
     *
     * @throws RefusedException with every finding, when it does not
     * @throws IOException when it cannot be read
     */
    public static Snapshot read(Path folder, Disk disk) throws IOException, RefusedException {
        FolderReading reading = FolderReading.of(folder, disk);
        if (!reading.findings().isEmpty()) {
            throw new RefusedException(reading.findings());
        }
        return reading.snapshot().orElseThrow(() -> new RefusedException(
                Diagnostic.refusal(ExitStatus.NOT_VERIFIED, Text.of("{0} holds no snapshot.", folder))));
    }

    /**
     * Checks digest, number, order and uniqueness of the accounts, and that the manifest agrees with them.
     *
     * @return every finding; none means that it verifies
     * @throws IOException when it cannot be read
     */
    public static List<Diagnostic> verify(Path folder) throws IOException {
        return FolderReading.of(folder, Disk.real()).findings();
    }

    /** Throws a snapshot away that nobody is going to ask for. */
    public static void discard(Path folder, Disk disk) throws IOException {
        for (Path file : disk.list(folder)) {
            disk.delete(file);
        }
        disk.delete(folder);
    }
}
