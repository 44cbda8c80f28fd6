package dev.shisa.snapshot;

import dev.shisa.text.Text;
import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.Observation;
import dev.shisa.account.ObservationLine;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.store.Disk;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One pass over the folder of a snapshot.
 *
 * @param snapshot what it holds, if it could be read
 * @param findings what is wrong with it
 */
record FolderReading(Optional<Snapshot> snapshot, List<Diagnostic> findings) {
    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    static FolderReading of(Path folder, Disk disk) throws IOException {
        List<Diagnostic> findings = new ArrayList<>();
        Optional<ManifestCodec.Sealed> sealed = manifest(folder, disk, findings);
        if (sealed.isEmpty()) {
            return new FolderReading(Optional.empty(), findings);
        }
        Optional<Accounts> found = accounts(folder, disk, findings);
        found.ifPresent(accounts -> compare(sealed.get(), accounts, findings));
        if (found.isEmpty() || !findings.isEmpty()) {
            return new FolderReading(Optional.empty(), findings);
        }
        return new FolderReading(
                Optional.of(SnapshotFolder.of(folder, disk, sealed.get().manifest(), found.get().written())), findings);
    }

    /**
     * What a file of accounts holds.
     *
     * @param written its lines and blocks
     * @param active how many accounts are active
     * @param deleted how many are in the recycle bin
     */
    private record Accounts(BlockWriter.Written written, long active, long deleted) {
    }

    /**
     * What the manifest of a snapshot says of its accounts.
     *
     * @throws RefusedException when it is not understood
     */
    static SnapshotSeal seal(Path folder, Disk disk) throws IOException, RefusedException {
        return told(folder, disk).seal();
    }

    /**
     * The manifest of a snapshot; its accounts are not looked at.
     *
     * @throws RefusedException when it is not understood
     */
    static ManifestCodec.Sealed told(Path folder, Disk disk) throws IOException, RefusedException {
        List<Diagnostic> findings = new ArrayList<>();
        return manifest(folder, disk, findings).orElseThrow(() -> new RefusedException(findings));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Optional<ManifestCodec.Sealed> manifest(Path folder, Disk disk, List<Diagnostic> findings)
            throws IOException {
        Path file = folder.resolve(SnapshotFolder.MANIFEST);
        try (InputStream in = disk.read(file)) {
            return Optional.of(ManifestCodec.read(JSON.readTree(in.readAllBytes())));
        } catch (JacksonException _) {
            findings.add(finding(Text.of("{0} is not JSON.", file)));
        } catch (IllegalArgumentException | ArithmeticException e) {
            findings.add(finding(Text.of("{0} is not understood: {1}", file, String.valueOf(e.getMessage()))));
        }
        return Optional.empty();
    }

    private static Optional<Accounts> accounts(Path folder, Disk disk, List<Diagnostic> findings) throws IOException {
        Path file = folder.resolve(SnapshotFolder.ACCOUNTS);
        long lines = 0;
        long active = 0;
        long deleted = 0;
        List<Block> blocks = new ArrayList<>();
        try (BlockStream stream = new BlockStream(new BufferedInputStream(disk.read(file), 1 << 16),
                Fingerprint.seal());
                BlockReader reader = new BlockReader(stream)) {
            AccountId last = null;
            while (reader.next()) {
                lines++;
                Observation account = ObservationLine.read(reader.bytes(), reader.from(), reader.to());
                order(file, lines, last, account.id(), findings);
                last = account.id();
                active += account.isActive() ? 1 : 0;
                deleted += account.value(Facet.IDENTITY).filter(Identity.SOFT_DELETED::equals).isPresent() ? 1 : 0;
                if (reader.beginsBlock()) {
                    blocks.add(new Block(last, reader.blockOffset()));
                }
            }
            return Optional.of(new Accounts(new BlockWriter.Written(stream.fingerprint(), lines, blocks), active,
                    deleted));
        } catch (IllegalArgumentException e) {
            findings.add(finding(Text.of("{0} has a line {1} that is not understood: {2}", file, lines,
                    String.valueOf(e.getMessage()))));
        } catch (MalformedBlocksException e) {
            findings.add(finding(Text.of("{0} is cut off or damaged after line {1}: {2}.", file, lines,
                    String.valueOf(e.getMessage()))));
        }
        return Optional.empty();
    }

    private static void order(Path file, long line, @Nullable AccountId last, AccountId next,
            List<Diagnostic> findings) {
        if (last != null && last.equals(next)) {
            findings.add(finding(Text.of("{0} has account {1} twice, at line {2}.", file, next, line)));
        } else if (last != null && last.compareTo(next) > 0) {
            findings.add(finding(Text.of("{0} is not sorted by id at line {1}.", file, line)));
        }
    }

    private static void compare(ManifestCodec.Sealed sealed, Accounts accounts, List<Diagnostic> findings) {
        SnapshotSeal seal = sealed.seal();
        SnapshotSeal found = accounts.written().seal();
        if (seal.lines() != found.lines()) {
            findings.add(finding(Text.of("The number of accounts is not that of the manifest."))
                    .contrast(Text.of("{0} lines", seal.lines()), Text.of("{0} lines", found.lines())));
        }
        if (!seal.sha256().equals(found.sha256())) {
            findings.add(finding(Text.of("The accounts were altered after the snapshot was taken.")).contrast(
                    Text.verbatim("sha256 " + seal.sha256()), Text.verbatim("sha256 " + found.sha256())));
        }
        SnapshotManifest manifest = sealed.manifest();
        if (manifest.active().kept() != accounts.active() || manifest.deleted().kept() != accounts.deleted()
                || accounts.active() + accounts.deleted() != found.lines()) {
            findings.add(finding(Text.of("The manifest does not agree with the accounts.")).contrast(
                    Text.of("{0} active, {1} in the recycle bin", manifest.active().kept(), manifest.deleted().kept()),
                    Text.of("{0} active, {1} in the recycle bin", accounts.active(), accounts.deleted())));
        }
    }

    private static Diagnostic finding(Text sentence) {
        return Diagnostic.refusal(ExitStatus.NOT_VERIFIED, sentence);
    }
}
