package dev.shisa.snapshot;

import dev.shisa.account.Observation;
import dev.shisa.account.ObservationCodec;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.store.AppendFile;
import dev.shisa.store.Disk;
import io.airlift.compress.v3.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A snapshot as a folder that its owner alone can open: {@code accounts.jsonl.zst} with one account a line, sorted by id, which
 * {@code zstdcat | jq} reads as well, and {@code manifest.json}. It appears whole under its name or not at all.
 */
public final class SnapshotFolder {
    static final String ACCOUNTS = "accounts.jsonl.zst";
    static final String MANIFEST = "manifest.json";
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonMapper PRETTY = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

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

    /**
     * Writes a snapshot into a new folder named by its id.
     *
     * @param parent where the folder goes; made when it is not there
     * @param disk where it lies
     * @return the folder
     * @throws IOException when it cannot be written, or a folder of that name is there already; nothing is left behind then
     */
    public static Path write(Path parent, Snapshot snapshot, Disk disk) throws IOException {
        disk.createFolder(parent);
        Path folder = parent.resolve(snapshot.manifest().id());
        if (!parent.equals(folder.getParent())) {
            throw new IOException("'" + snapshot.manifest().id() + "' cannot be the name of a folder.");
        }
        if (disk.isFolder(folder) || disk.isFile(folder)) {
            throw new IOException(folder + " is there already.");
        }
        Path unfinished = parent.resolve(".unfinished-" + UUID.randomUUID());
        try {
            disk.createFolder(unfinished);
            SnapshotSeal seal = writeAccounts(unfinished.resolve(ACCOUNTS), snapshot, disk);
            byte[] manifest = PRETTY.writeValueAsBytes(
                    ManifestCodec.write(new ManifestCodec.Sealed(snapshot.manifest(), seal)));
            try (AppendFile file = disk.create(unfinished.resolve(MANIFEST))) {
                file.write(manifest);
                file.force();
            }
            disk.forceFolder(unfinished);
            disk.move(unfinished, folder);
        } catch (IOException e) {
            remove(unfinished, disk, e);
            throw e;
        }
        disk.forceFolder(parent);
        return folder;
    }

    /** Reads a snapshot on the disk of this machine; as {@link #read(Path, Disk)}. */
    public static Snapshot read(Path folder) throws IOException, RefusedException {
        return read(folder, Disk.real());
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
                Diagnostic.refusal(ExitStatus.NOT_VERIFIED, folder + " holds no snapshot.")));
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

    private static SnapshotSeal writeAccounts(Path path, Snapshot snapshot, Disk disk) throws IOException {
        MessageDigest digest = FolderReading.sha256();
        try (AppendFile file = disk.create(path)) {
            try (OutputStream out = new BufferedOutputStream(
                    new ZstdOutputStream(new BufferedOutputStream(file.stream(), 1 << 16)), 1 << 16)) {
                for (Observation account : snapshot.accounts().values()) {
                    byte[] line = (JSON.writeValueAsString(ObservationCodec.write(account)) + "\n")
                            .getBytes(StandardCharsets.UTF_8);
                    digest.update(line);
                    out.write(line);
                }
            }
            file.force();
        }
        return new SnapshotSeal(HexFormat.of().formatHex(digest.digest()), snapshot.accounts().size());
    }

    private static void remove(Path folder, Disk disk, IOException cause) {
        try {
            if (disk.isFolder(folder)) {
                for (Path file : disk.list(folder)) {
                    disk.delete(file);
                }
                disk.delete(folder);
            }
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
