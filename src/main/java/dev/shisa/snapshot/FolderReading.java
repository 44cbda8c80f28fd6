package dev.shisa.snapshot;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.Observation;
import dev.shisa.account.ObservationCodec;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.store.Disk;
import io.airlift.compress.v3.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
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
        List<Observation> accounts = new ArrayList<>();
        Optional<SnapshotSeal> found = accounts(folder, disk, accounts, findings);
        found.ifPresent(seal -> compare(sealed.get(), seal, accounts, findings));
        if (!findings.isEmpty()) {
            return new FolderReading(Optional.empty(), findings);
        }
        return new FolderReading(Optional.of(new Snapshot(sealed.get().manifest(), accounts)), findings);
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
            findings.add(finding(file + " is not JSON."));
        } catch (IllegalArgumentException | ArithmeticException e) {
            findings.add(finding(file + " is not understood: " + e.getMessage()));
        }
        return Optional.empty();
    }

    private static Optional<SnapshotSeal> accounts(Path folder, Disk disk, List<Observation> accounts,
            List<Diagnostic> findings)
            throws IOException {
        Path file = folder.resolve(SnapshotFolder.ACCOUNTS);
        MessageDigest digest = sha256();
        long lines = 0;
        try (InputStream raw = new BufferedInputStream(disk.read(file));
                InputStream plain = new DigestInputStream(new ZstdInputStream(raw), digest);
                BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            AccountId last = null;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines++;
                Observation account = ObservationCodec.read(JSON.readTree(line));
                order(file, lines, last, account.id(), findings);
                accounts.add(account);
                last = account.id();
            }
            return Optional.of(new SnapshotSeal(HexFormat.of().formatHex(digest.digest()), lines));
        } catch (JacksonException _) {
            findings.add(finding(file + " has a line " + lines + " that is not JSON."));
        } catch (IllegalArgumentException e) {
            findings.add(finding(file + " has a line " + lines + " that is not understood: " + e.getMessage()));
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException | RuntimeException _) {
            // On damaged input the library throws whatever its arithmetic and its arrays do.
            findings.add(finding(file + " is cut off or damaged after line " + lines + "."));
        }
        return Optional.empty();
    }

    private static void order(Path file, long line, @Nullable AccountId last, AccountId next,
            List<Diagnostic> findings) {
        if (last != null && last.equals(next)) {
            findings.add(finding(file + " has account " + next + " twice, at line " + line + "."));
        } else if (last != null && last.compareTo(next) > 0) {
            findings.add(finding(file + " is not sorted by id at line " + line + "."));
        }
    }

    private static void compare(ManifestCodec.Sealed sealed, SnapshotSeal found, List<Observation> accounts,
            List<Diagnostic> findings) {
        SnapshotSeal seal = sealed.seal();
        if (seal.lines() != found.lines()) {
            findings.add(finding("The number of accounts is not that of the manifest.")
                    .contrast(seal.lines() + " lines", found.lines() + " lines"));
        }
        if (!seal.sha256().equals(found.sha256())) {
            findings.add(finding("The accounts were altered after the snapshot was taken.").contrast(
                    "sha256 " + seal.sha256(), "sha256 " + found.sha256()));
        }
        long active = accounts.stream().filter(Observation::isActive).count();
        long deleted = accounts.stream().filter(account -> account.value(Facet.IDENTITY)
                .filter(Identity.SOFT_DELETED::equals).isPresent()).count();
        SnapshotManifest manifest = sealed.manifest();
        if (manifest.active().kept() != active || manifest.deleted().kept() != deleted
                || active + deleted != found.lines()) {
            findings.add(finding("The manifest does not agree with the accounts.").contrast(
                    manifest.active().kept() + " active, " + manifest.deleted().kept() + " in the recycle bin",
                    active + " active, " + deleted + " in the recycle bin"));
        }
    }

    private static Diagnostic finding(String sentence) {
        return Diagnostic.refusal(ExitStatus.NOT_VERIFIED, sentence);
    }
}
