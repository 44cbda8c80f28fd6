package dev.shisa.audit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.store.ChainedLog;
import dev.shisa.store.DamagedLogException;
import dev.shisa.store.Disk;
import dev.shisa.store.FaultyDisk;
import dev.shisa.store.Store;
import dev.shisa.store.TenantLock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was asked and what became of it stays as it was written, or shows that it did not. */
class AuditLogTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    @TempDir
    private Path folder;
    private final List<Duration> waits = new ArrayList<>();
    private Path file = Path.of("");

    @BeforeEach
    void place() {
        file = folder.resolve("store").resolve("audit.jsonl");
    }

    private AuditLog log() throws IOException {
        return log(Disk.real());
    }

    private AuditLog log(Disk disk) throws IOException {
        return new AuditLog(Store.open(folder.resolve("store"), disk), waits::add);
    }

    private static AuditEntry.Begun begun(int number) {
        return new AuditEntry.Begun(NOON.plusSeconds(number), "invocation-" + number, "anne, process 57",
                "mailbox remove", List.of("mailbox", "remove", "--all", "--execute"), Optional.of("t"), "sandbox");
    }

    private static AuditEntry.Worked worked(int number) {
        return new AuditEntry.Worked(NOON.plusSeconds(number), "invocation-" + number, "run-" + number, "run",
                "plan-" + number, "d", "writer", List.of("policies p"));
    }

    private static AuditEntry.Ended ended(int number, String... refusals) {
        return new AuditEntry.Ended(NOON.plusSeconds(number), "invocation-" + number, "completed", 0,
                Optional.of("sgu.example"), "sandbox", Optional.empty(), Optional.of("run-" + number), Optional.of("h"),
                3, 3, new TreeMap<>(Map.of("met", 6L)), List.of(refusals), number);
    }

    private static List<AuditEntry> invocation(int number) {
        return List.of(begun(number), worked(number), ended(number, "18: \"no\"\n\u3042"));
    }

    private List<String> appended(int invocations) throws Exception {
        List<String> heads = new ArrayList<>();
        for (int i = 1; i <= invocations; i++) {
            for (AuditEntry entry : invocation(i)) {
                heads.add(log().append(entry));
            }
        }
        return heads;
    }

    private AuditCheck check(List<String> anchors, String... runs) throws IOException {
        return AuditCheck.of(log().read(), anchors, List.of(runs));
    }

    @Test
    void whatIsAppendedIsReadAgain() throws Exception {
        assertEquals(new AuditLog.Content.Verified(List.of(), List.of()), log().read());
        List<String> heads = appended(2);
        List<AuditEntry> all = new ArrayList<>(invocation(1));
        all.addAll(invocation(2));
        assertEquals(new AuditLog.Content.Verified(all, heads), log().read());
        assertEquals(new AuditCheck(6, 0, List.of(), List.of()), check(List.of(), "run-1", "run-2"));
    }

    @Test
    void aRecordWithoutATenantAndARunIsARecord() throws Exception {
        AuditEntry.Begun begun = new AuditEntry.Begun(NOON, "i", "anne", "undo", List.of(), Optional.empty(),
                "production");
        AuditEntry.Ended ended = new AuditEntry.Ended(NOON, "i", "refused", 2, Optional.empty(), "production",
                Optional.empty(), Optional.empty(), Optional.empty(), 0, 0, new TreeMap<>(), List.of(), 0);
        log().append(begun);
        log().append(ended);
        assertEquals(List.of(begun, ended),
                assertInstanceOf(AuditLog.Content.Verified.class, log().read()).entries());
    }

    @Test
    void anyByteThatChangesIsNoticedAndNothingIsAppendedToIt() throws Exception {
        appended(2);
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at += 7) {
            byte[] altered = whole.clone();
            altered[at] ^= 1;
            Files.write(file, altered);
            AuditCheck check = check(List.of());
            assertEquals(1, check.findings().size(), "byte " + at);
            assertThrows(DamagedLogException.class, () -> log().append(begun(3)));
            assertArrayEquals(altered, Files.readAllBytes(file));
        }
    }

    private void rewrite(List<Integer> order) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        StringBuilder text = new StringBuilder();
        order.forEach(line -> text.append(lines.get(line - 1)).append('\n'));
        Files.writeString(file, text.toString());
    }

    @Test
    void deletionInsertionAndAnotherOrderAreNoticed() throws Exception {
        appended(2);
        byte[] whole = Files.readAllBytes(file);
        for (List<Integer> order : List.of(List.of(1, 2, 4, 5, 6), List.of(2, 3, 4, 5, 6), List.of(1, 3, 2, 4, 5, 6),
                List.of(1, 2, 2, 3, 4, 5, 6))) {
            Files.write(file, whole);
            rewrite(order);
            AuditCheck check = check(List.of());
            assertEquals(1, check.findings().size(), order.toString());
            assertTrue(check.findings().getFirst().contains("does not follow"), check.findings().toString());
        }
    }

    @Test
    void aTailThatWasCutIsFoundByAnAnchorOrByTheStoresRuns() throws Exception {
        List<String> heads = appended(2);
        rewrite(List.of(1, 2, 3));
        assertEquals(List.of(), check(List.of(heads.get(2)), "run-1").findings());
        assertEquals(List.of("no record has the anchored head " + heads.get(5)
                + ": the log was cut before it, or written anew"), check(List.of(heads.get(5))).findings());
        assertEquals(List.of("the store holds run-2, and no record tells of it: the log was cut, or written anew"),
                check(List.of(), "run-2", "run-1").findings());
    }

    @Test
    void aLogThatWasWrittenAnewFromSomeRecordOnIsFoundByAnAnchor() throws Exception {
        List<String> heads = appended(2);
        rewrite(List.of(1, 2, 3));
        log().append(begun(9));
        log().append(worked(2));
        log().append(ended(9));
        assertEquals(List.of(), check(List.of(), "run-1", "run-2").findings(), "the chain alone does not show it");
        AuditCheck check = check(List.of(heads.get(1), heads.get(4)), "run-1", "run-2");
        assertEquals(1, check.findings().size());
        assertEquals(2, check.anchored());
    }

    @Test
    void whatAnAnchorVouchesForIsToldApart() throws Exception {
        List<String> heads = appended(2);
        assertEquals(Optional.of("1 to 6"), check(List.of()).unanchored());
        AuditCheck some = check(List.of(heads.get(3), heads.get(1)));
        assertEquals(4, some.anchored());
        assertEquals(Optional.of("5 to 6"), some.unanchored());
        assertEquals(Optional.empty(), check(List.of(heads.get(5))).unanchored());
    }

    @Test
    void anInvocationThatNeverEndedIsNamed() throws Exception {
        appended(1);
        log().append(begun(2));
        assertEquals(List.of("invocation-2 of 2026-11-22T12:00:02Z, by anne, process 57: mailbox remove"),
                check(List.of()).unfinished());
    }

    @Test
    void aTornRecordIsKeptAsideAndTheLogGoesOn() throws Exception {
        appended(1);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 20));
        log().append(begun(2));
        AuditLog.Content.Verified verified = assertInstanceOf(AuditLog.Content.Verified.class, log().read());
        assertEquals(List.of(begun(1), worked(1), begun(2)), verified.entries());
        assertTrue(Files.exists(file.resolveSibling("audit.jsonl.torn-3")));
    }

    @Test
    void aRecordOfAnUnknownTypeIsDamage() throws Exception {
        appended(1);
        try (ChainedLog log = ChainedLog.resume(file, Disk.real()).log()) {
            log.append("{\"type\":\"erased\",\"at\":\"2026-11-22T12:00:00Z\",\"invocation\":\"i\"}");
            log.force();
        }
        assertEquals(new AuditCheck(3, 0,
                List.of("record 4 cannot be read: a record of an unknown type: erased; the 3 records before it verify"),
                List.of()), check(List.of()));
    }

    @Test
    void aRecordIsForcedToDiskBeforeAnybodyGoesOn() throws Exception {
        FaultyDisk disk = FaultyDisk.on(Disk.real());
        AuditLog log = log(disk);
        log.append(begun(1));
        log.append(ended(1));
        List<String> ofTheLog = disk.steps().stream().filter(step -> step.endsWith(" audit.jsonl")).toList();
        assertEquals(List.of("write audit.jsonl", "force audit.jsonl"),
                ofTheLog.subList(ofTheLog.size() - 2, ofTheLog.size()));
        disk.failing(FaultyDisk.Step.FORCE, 1, FaultyDisk.Fault.BROKEN, true);
        assertThrows(IOException.class, () -> log.append(begun(2)));
    }

    @Test
    void whoeverComesWhileAnotherAppendsWaitsForTheTurn() throws Exception {
        Path lock = folder.resolve("store").resolve("audit").resolve("lock");
        List<TenantLock> held = new ArrayList<>();
        AuditLog waiting = new AuditLog(Store.open(folder.resolve("store")), time -> {
            waits.add(time);
            if (waits.size() == 3) {
                letGo(held);
            }
        });
        held.add(TenantLock.tryAcquire(lock, "another").orElseThrow());
        waiting.append(begun(1));
        assertEquals(3, waits.size());
        held.add(TenantLock.tryAcquire(lock, "another").orElseThrow());
        IOException busy = assertThrows(IOException.class, () -> log().append(begun(2)));
        letGo(held);
        assertTrue(String.valueOf(busy.getMessage()).contains("kept busy"), busy::getMessage);
        assertEquals(203, waits.size());
    }

    private static void letGo(List<TenantLock> held) {
        try {
            held.removeLast().close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
