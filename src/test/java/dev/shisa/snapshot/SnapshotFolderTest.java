package dev.shisa.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.account.AccountId;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.Observation;
import dev.shisa.account.ObservationLine;
import dev.shisa.account.RandomObservations;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.store.AppendFile;
import dev.shisa.store.Disk;
import dev.shisa.store.FaultyDisk;
import dev.shisa.store.FaultyDisk.Fault;
import dev.shisa.tenant.FakeTenant;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.Viewpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SnapshotFolderTest {
    private static final SnapshotManifest.Tally NONE = new SnapshotManifest.Tally(0, 0, 0, 0);

    @TempDir
    private Path store;
    private final FakeTenant tenant = new FakeTenant();
    private Snapshot snapshot = new Snapshot(new SnapshotManifest("", "", "", Instant.EPOCH, NONE, NONE, 0, List.of(),
            new Viewpoint("", new TreeSet<>(), true), List.of(), 1), Map.of());
    private Path folder;

    SnapshotFolderTest() {
        tenant.addUsers("person", 30);
        tenant.alter(tenant.addUser("leaver"), a -> a.withIdentity(Identity.SOFT_DELETED, Optional.of(tenant.now())));
        folder = Path.of("");
    }

    private Path take(Path parent, Disk disk) throws IOException {
        // Small enough for several runs, which are files of their own while it is taken.
        try {
            snapshot = assertInstanceOf(Taken.Complete.class,
                    SnapshotTaker.take(tenant.reader(), "first", parent, disk, Headway.untold(), 4096)).snapshot();
        } catch (TenantFailure e) {
            throw new AssertionError(e);
        }
        return parent.resolve("first");
    }

    @BeforeEach
    void write() throws IOException {
        folder = take(store.resolve("snapshots"), Disk.real());
    }

    @Test
    void whatIsWrittenIsReadBackEqual() throws IOException, RefusedException {
        assertEquals(List.of(), SnapshotFolder.verify(folder));
        Snapshot back = SnapshotFolder.read(folder, Disk.real());
        assertEquals(snapshot.accounts(), back.accounts());
        assertEquals(snapshot.manifest(), back.manifest());
    }

    @Test
    void onlyItsOwnerCanOpenIt() throws IOException {
        for (Path path : List.of(folder.resolve(".."), folder)) {
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
        }
        for (Path path : List.of(folder.resolve("accounts.jsonl.zst"), folder.resolve("manifest.json"))) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
        }
    }

    @Test
    void nothingIsWrittenOverAndNothingUnfinishedStays() throws IOException {
        assertThrows(IOException.class, () -> take(store.resolve("snapshots"), Disk.real()));
        try (Stream<Path> files = Files.list(store.resolve("snapshots"))) {
            assertEquals(List.of(folder), files.toList());
        }
    }

    @Test
    void theSameSnapshotGivesTheSameBytes() throws IOException {
        Path other = take(store.resolve("other"), Disk.real());
        for (String name : List.of("accounts.jsonl.zst", "manifest.json")) {
            assertEquals(-1, Files.mismatch(folder.resolve(name), other.resolve(name)));
        }
    }

    @Test
    void everyAlterationIsFound() throws IOException {
        altered("altered after", text -> text.replaceFirst("person5", "person6"));
        altered("number of accounts", text -> text.substring(text.indexOf('\n') + 1));
        altered("not sorted",
                text -> text.substring(text.indexOf('\n') + 1) + text.substring(0, text.indexOf('\n') + 1));
        altered("twice", text -> text.substring(0, text.indexOf('\n') + 1) + text);
        altered("not JSON", text -> text.replaceFirst("\\{", ""));
        altered("not understood", text -> text.replaceFirst("\"id\"", "\"ID\""));
        altered("not understood", text -> text.replaceFirst("\"active\"", "\"happy\""));
        altered("agree with the accounts", text -> text.replaceFirst("\"active\"", "\"absent\""));
    }

    @Test
    void aFileThatIsCutOffIsFound() throws IOException {
        Path file = folder.resolve("accounts.jsonl.zst");
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length += 37) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertTrue(!SnapshotFolder.verify(folder).isEmpty(), "cut at " + length);
        }
    }

    @Test
    void aManifestThatIsNotUnderstoodIsFound() throws IOException {
        Path file = folder.resolve("manifest.json");
        String text = Files.readString(file);
        for (String altered : List.of(text.replace("\"2.0\"", "\"1.0\""), text.replace("\"tries\"", "\"trials\""), "{",
                "",
                text.replace("\"pages\" : 2", "\"pages\" : 99999999999"))) {
            Files.writeString(file, altered);
            assertEquals(ExitStatus.NOT_VERIFIED, SnapshotFolder.verify(folder).getFirst().status());
            assertThrows(RefusedException.class, () -> SnapshotFolder.read(folder, Disk.real()));
        }
    }

    private void altered(String finding, UnaryOperator<String> change) throws IOException {
        Path file = folder.resolve("accounts.jsonl.zst");
        byte[] whole = Files.readAllBytes(file);
        String text = new String(BlockText.plain(whole), StandardCharsets.UTF_8);
        Files.write(file, BlockText.compressed(change.apply(text).getBytes(StandardCharsets.UTF_8)));
        List<Diagnostic> findings = SnapshotFolder.verify(folder);
        assertTrue(findings.stream().anyMatch(d -> d.summary().toString().contains(finding)),
                finding + ": " + findings);
        assertTrue(findings.stream().allMatch(d -> d.status() == ExitStatus.NOT_VERIFIED));
        assertThrows(RefusedException.class, () -> SnapshotFolder.read(folder, Disk.real()));
        Files.write(file, whole);
    }

    @Test
    void theRoomThatIsReckonedHoldsASnapshotOfAccountsThatHaveNothingInCommon() throws IOException {
        RandomObservations observations = new RandomObservations(11);
        GatheredLines lines = new GatheredLines();
        Set<AccountId> ids = new HashSet<>();
        for (int i = 0; i < 2_000; i++) {
            Observation account = observations.next();
            AccountId id = new AccountId(
                    UUID.nameUUIDFromBytes(account.toString().getBytes(StandardCharsets.UTF_8)).toString());
            if (ids.add(id)) {
                lines.add(ObservationLine.write(new Observation(id, account.traits(), account.readings())));
            }
        }
        Path file = store.resolve("large");
        try (AppendFile out = Disk.real().create(file); BlockWriter writer = new BlockWriter(out, Fingerprint.seal())) {
            lines.sort();
            while (lines.next()) {
                writer.line(lines.bytes(), lines.from(), lines.to());
            }
            writer.finish();
        }
        // While it is taken, what was listed lies beside what is made of it.
        long used = 2 * Files.size(file) + Files.size(folder.resolve("manifest.json"));
        assertTrue(used < SnapshotFolder.bytesFor(ids.size()), used + " bytes");
        assertTrue(used > ids.size() * 100L, "too little to tell anything: " + used);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aFaultAtAnyStepLeavesAWholeSnapshotUnderItsNameOrNone(Fault fault) throws IOException {
        FaultyDisk counted = FaultyDisk.on(Disk.real());
        take(store.resolve("counted"), counted);
        int steps = counted.steps().size();
        assertTrue(steps > 8, "every step has to be counted");
        for (int step = 1; step <= steps; step++) {
            for (boolean lasting : List.of(true, false)) {
                Path parent = store.resolve(fault + "-" + step + lasting);
                FaultyDisk disk = FaultyDisk.on(Disk.real()).failing(step, fault, lasting);
                assertThrows(IOException.class, () -> take(parent, disk));
                Path made = parent.resolve("first");
                if (Files.exists(made)) {
                    assertEquals(List.of(), SnapshotFolder.verify(made), parent.toString());
                } else if (!lasting && Files.exists(parent)) {
                    assertEquals(List.of(), Disk.real().list(parent), "nothing half-written stays behind");
                }
            }
        }
    }
}
