package dev.shisa.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.account.AccountId;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.Observation;
import dev.shisa.account.RandomObservations;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.store.Disk;
import dev.shisa.store.FaultyDisk;
import dev.shisa.store.FaultyDisk.Fault;
import dev.shisa.tenant.FakeTenant;
import dev.shisa.tenant.TenantFailure;
import io.airlift.compress.v3.zstd.ZstdInputStream;
import io.airlift.compress.v3.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SnapshotFolderTest {
    @TempDir
    private Path store;
    private Snapshot snapshot;
    private Path folder;

    SnapshotFolderTest() throws TenantFailure {
        FakeTenant tenant = new FakeTenant();
        tenant.addUsers("person", 30);
        tenant.alter(tenant.addUser("leaver"), a -> a.withIdentity(Identity.SOFT_DELETED, Optional.of(tenant.now())));
        snapshot = assertInstanceOf(Taken.Complete.class, SnapshotTaker.take(tenant.reader(), "first")).snapshot();
        folder = Path.of("");
    }

    @BeforeEach
    void write() throws IOException {
        folder = SnapshotFolder.write(store.resolve("snapshots"), snapshot, Disk.real());
    }

    @Test
    void whatIsWrittenIsReadBackEqual() throws IOException, RefusedException {
        assertEquals(List.of(), SnapshotFolder.verify(folder));
        Snapshot back = SnapshotFolder.read(folder);
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
        assertThrows(IOException.class, () -> SnapshotFolder.write(store.resolve("snapshots"), snapshot, Disk.real()));
        try (Stream<Path> files = Files.list(store.resolve("snapshots"))) {
            assertEquals(List.of(folder), files.toList());
        }
    }

    @Test
    void theSameSnapshotGivesTheSameBytes() throws IOException {
        Path other = SnapshotFolder.write(store.resolve("other"), snapshot, Disk.real());
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
        for (String altered : List.of(text.replace("\"1.0\"", "\"2.0\""), text.replace("\"tries\"", "\"trials\""), "{",
                "",
                text.replace("\"pages\" : 2", "\"pages\" : 99999999999"))) {
            Files.writeString(file, altered);
            assertEquals(ExitStatus.NOT_VERIFIED, SnapshotFolder.verify(folder).getFirst().status());
            assertThrows(RefusedException.class, () -> SnapshotFolder.read(folder));
        }
    }

    private void altered(String finding, UnaryOperator<String> change) throws IOException {
        Path file = folder.resolve("accounts.jsonl.zst");
        byte[] whole = Files.readAllBytes(file);
        String text = new String(new ZstdInputStream(new ByteArrayInputStream(whole)).readAllBytes(),
                StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZstdOutputStream out = new ZstdOutputStream(bytes)) {
            out.write(change.apply(text).getBytes(StandardCharsets.UTF_8));
        }
        Files.write(file, bytes.toByteArray());
        List<Diagnostic> findings = SnapshotFolder.verify(folder);
        assertTrue(findings.stream().anyMatch(d -> d.summary().contains(finding)), finding + ": " + findings);
        assertTrue(findings.stream().allMatch(d -> d.status() == ExitStatus.NOT_VERIFIED));
        assertThrows(RefusedException.class, () -> SnapshotFolder.read(folder));
        Files.write(file, whole);
    }

    @Test
    void theRoomThatIsReckonedHoldsASnapshotOfAccountsThatHaveNothingInCommon() throws IOException {
        RandomObservations observations = new RandomObservations(11);
        List<Observation> accounts = Stream.generate(observations::next)
                .map(account -> new Observation(new AccountId(UUID.nameUUIDFromBytes(
                        account.toString().getBytes(StandardCharsets.UTF_8)).toString()), account.traits(),
                        account.readings()))
                .limit(2_000).toList();
        Snapshot large = new Snapshot(snapshot.manifest(), accounts);
        Path written = SnapshotFolder.write(store.resolve("large"), large, Disk.real());
        long used = Files.size(written.resolve("accounts.jsonl.zst")) + Files.size(written.resolve("manifest.json"));
        assertTrue(used < SnapshotFolder.bytesFor(large.accounts().size()), used + " bytes");
        assertTrue(used > large.accounts().size() * 100L, "too little to tell anything: " + used);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aFaultAtAnyStepLeavesAWholeSnapshotUnderItsNameOrNone(Fault fault) throws IOException {
        FaultyDisk counted = FaultyDisk.on(Disk.real());
        SnapshotFolder.write(store.resolve("counted"), snapshot, counted);
        int steps = counted.steps().size();
        assertTrue(steps > 8, "every step has to be counted");
        for (int step = 1; step <= steps; step++) {
            for (boolean lasting : List.of(true, false)) {
                Path parent = store.resolve(fault + "-" + step + lasting);
                FaultyDisk disk = FaultyDisk.on(Disk.real()).failing(step, fault, lasting);
                assertThrows(IOException.class, () -> SnapshotFolder.write(parent, snapshot, disk));
                Path made = parent.resolve(snapshot.manifest().id());
                if (Files.exists(made)) {
                    assertEquals(List.of(), SnapshotFolder.verify(made), parent.toString());
                } else if (!lasting && Files.exists(parent)) {
                    assertEquals(List.of(), Disk.real().list(parent), "nothing half-written stays behind");
                }
            }
        }
    }
}
