package dev.shisa.snapshot;

import dev.shisa.account.Observation;
import dev.shisa.account.ObservationCodec;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import io.airlift.compress.v3.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
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

    private SnapshotFolder() {
    }

    /**
     * Writes a snapshot into a new folder named by its id.
     *
     * @param parent where the folder goes; made when it is not there
     * @return the folder
     * @throws IOException when it cannot be written, or a folder of that name is there already; nothing is left behind then
     */
    public static Path write(Path parent, Snapshot snapshot) throws IOException {
        Files.createDirectories(parent, ownerOnly("rwx------"));
        Path folder = parent.resolve(snapshot.manifest().id());
        if (!parent.equals(folder.getParent())) {
            throw new IOException("'" + snapshot.manifest().id() + "' cannot be the name of a folder.");
        }
        if (Files.exists(folder)) {
            throw new IOException(folder + " is there already.");
        }
        Path unfinished = Files.createTempDirectory(parent, ".unfinished-", ownerOnly("rwx------"));
        try {
            SnapshotSeal seal = writeAccounts(unfinished.resolve(ACCOUNTS), snapshot);
            byte[] manifest = PRETTY.writeValueAsBytes(
                    ManifestCodec.write(new ManifestCodec.Sealed(snapshot.manifest(), seal)));
            Path file = create(unfinished.resolve(MANIFEST));
            Files.write(file, manifest);
            flush(file);
            return Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            remove(unfinished);
            throw e;
        }
    }

    /**
     * Reads a snapshot, if it verifies.
     *
     * @throws RefusedException with every finding, when it does not
     * @throws IOException when it cannot be read
     */
    public static Snapshot read(Path folder) throws IOException, RefusedException {
        FolderReading reading = FolderReading.of(folder);
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
        return FolderReading.of(folder).findings();
    }

    private static SnapshotSeal writeAccounts(Path file, Snapshot snapshot) throws IOException {
        MessageDigest digest = FolderReading.sha256();
        try (OutputStream out = new BufferedOutputStream(
                new ZstdOutputStream(new BufferedOutputStream(Files.newOutputStream(create(file)), 1 << 16)),
                1 << 16)) {
            for (Observation account : snapshot.accounts().values()) {
                byte[] line = (JSON.writeValueAsString(ObservationCodec.write(account)) + "\n")
                        .getBytes(StandardCharsets.UTF_8);
                digest.update(line);
                out.write(line);
            }
        }
        flush(file);
        return new SnapshotSeal(HexFormat.of().formatHex(digest.digest()), snapshot.accounts().size());
    }

    private static Path create(Path file) throws IOException {
        return Files.createFile(file, ownerOnly("rw-------"));
    }

    private static void flush(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Where the file system knows no such modes, the folder above has to protect it. */
    private static FileAttribute<?>[] ownerOnly(String modes) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(modes))}
                : new FileAttribute<?>[0];
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
