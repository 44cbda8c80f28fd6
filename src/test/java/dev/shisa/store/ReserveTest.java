package dev.shisa.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.store.FaultyDisk.Fault;
import dev.shisa.store.FaultyDisk.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was reserved is really taken, is there when it is needed, and does not stay behind. */
class ReserveTest {
    private static final long MIB = 1 << 20;

    private final FaultyDisk disk = FaultyDisk.on(Disk.real());
    @TempDir
    private Path folder = Path.of("");

    private Path lock() {
        return folder.resolve("tenants/t/lock");
    }

    private Path reserved() {
        return folder.resolve("tenants/t/reserve");
    }

    private List<Path> chunks() throws IOException {
        return Files.isDirectory(reserved()) ? Disk.real().list(reserved()) : List.of();
    }

    private interface Work {
        void with(Store store) throws IOException;
    }

    /** Work of a process that holds the lock. */
    private void locked(Work work) throws IOException {
        Store store = Store.open(folder, disk);
        try (TenantLock held = TenantLock.tryAcquire(lock(), "this test", disk).orElseThrow()) {
            work.with(store);
            assertTrue(TenantLock.isHeld(lock(), disk), held::toString);
        }
    }

    @Test
    void whatIsReservedIsTakenByFilesThatCannotBeMadeSmaller() throws IOException {
        locked(store -> {
            try (Reserve reserve = store.reserve(lock(), 2 * MIB + 1, "The run r-1")) {
                assertEquals(3 * MIB, reserve.left());
                assertEquals(3, chunks().size());
                for (Path chunk : chunks()) {
                    byte[] content = Files.readAllBytes(chunk);
                    assertEquals(MIB, content.length);
                    Deflater deflater = new Deflater();
                    deflater.setInput(content);
                    deflater.finish();
                    assertTrue(deflater.deflate(new byte[content.length]) > MIB * 99 / 100, "it can be compressed");
                    deflater.end();
                }
                assertEquals(3, disk.count(Step.FORCE) - 1, "each file is forced; the lock's holder is another");
            }
        });
        assertFalse(Files.exists(reserved()), "nothing stays behind");
    }

    @Test
    void aFileIsGivenBackBeforeItsWorthIsWritten() throws IOException {
        locked(store -> {
            try (Reserve reserve = store.reserve(lock(), 3 * MIB, "The run r-1")) {
                reserve.draw(1);
                assertEquals(2, chunks().size());
                reserve.draw(MIB - 1);
                assertEquals(2, chunks().size(), "the first file's worth was not drawn in full before");
                assertEquals(2 * MIB, reserve.left());
                reserve.draw(MIB + 1);
                assertEquals(0, chunks().size());
                reserve.draw(100 * MIB);
                assertEquals(0, reserve.left());
            }
        });
    }

    @Test
    void whatTheStoreWritesDrawsOnItsReserve() throws IOException {
        locked(store -> {
            Path file = store.folder("runs/r-1").resolve("journal.jsonl");
            try (Reserve reserve = store.reserve(lock(), 3 * MIB, "The run r-1")) {
                try (ChainedLog log = ChainedLog.create(file, store.disk())) {
                    assertEquals(3 * MIB - 4096, reserve.left(), "the file itself");
                    log.append("{\"a\":\"" + "x".repeat((int) MIB) + "\"}");
                    log.append("{\"b\":2}");
                }
                long drawn = 4096 + Files.size(file);
                assertEquals(3 * MIB - drawn, reserve.left());
                assertEquals(1, chunks().size());
                store.write(file.resolveSibling("report.md"), new byte[1000]);
                assertEquals(3 * MIB - drawn - 5096, reserve.left());
            }
            store.write(file.resolveSibling("later.md"), new byte[1000]);
        });
    }

    /** The room is given back before the bytes are written, and not after. */
    @Test
    void aLogWhoseReserveCannotBeGivenBackTakesNothingAnyMore() throws IOException {
        locked(store -> {
            try (Reserve reserve = store.reserve(lock(), 2 * MIB, "The run r-2");
                    ChainedLog log = ChainedLog.create(folder.resolve("other"), store.disk())) {
                log.append("{\"a\":1}");
                disk.failing(Step.DELETE, 1, Fault.BROKEN, false);
                assertThrows(IOException.class, () -> log.append("{\"a\":\"" + "x".repeat((int) MIB) + "\"}"));
                assertThrows(IOException.class, log::force);
                assertTrue(Files.size(folder.resolve("other")) < 1000, reserve::toString);
            }
        });
    }

    @Test
    void tooLittleRoomIsToldInNumbersAndNothingIsTaken() throws IOException {
        disk.withUsableSpace(3 * MIB - 1);
        locked(store -> {
            TooLittleSpaceException told = assertThrows(TooLittleSpaceException.class,
                    () -> store.reserve(lock(), 2 * MIB + 1, "The run r-1"));
            assertEquals(3 * MIB, told.needed());
            assertEquals(3 * MIB - 1, told.found());
            assertEquals("The run r-1 needs 3072 KiB of room in " + folder.resolve("tenants/t")
                    + ", and there are 3071 KiB", told.getMessage());
            assertFalse(Files.exists(reserved()));
            disk.withUsableSpace(3 * MIB);
            store.reserve(lock(), 3 * MIB, "The run r-1").close();
        });
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aFaultAtAnyStepOfReservingLeavesNothingOnceTheDiskIsWell(Fault fault) throws IOException {
        locked(store -> {
            int begun = disk.steps().size();
            store.reserve(lock(), 2 * MIB, "The run r-1").close();
            int steps = disk.steps().size() - begun - 4;
            assertTrue(steps >= 8, "every step has to be counted");
            for (int step = 1; step <= steps; step++) {
                for (boolean lasting : List.of(true, false)) {
                    disk.failing(step, fault, lasting);
                    assertThrows(IOException.class, () -> store.reserve(lock(), 2 * MIB, "The run r-1"));
                    disk.healed();
                    try (Reserve reserve = store.reserve(lock(), 2 * MIB, "The run r-2")) {
                        assertEquals(2 * MIB, reserve.left());
                        assertEquals(2, chunks().size());
                    }
                    assertFalse(Files.exists(reserved()));
                }
            }
        });
    }

    /** A quota, or somebody who was faster. */
    @Test
    void aDiskThatFillsWhileItIsReservedHasTooLittle() throws IOException {
        locked(store -> {
            disk.withUsableSpace(2 * MIB, MIB / 2).failing(Step.WRITE, 2, Fault.TORN, false);
            TooLittleSpaceException told = assertThrows(TooLittleSpaceException.class,
                    () -> store.reserve(lock(), 2 * MIB, "The run r-1"));
            assertEquals(2 * MIB, told.needed());
            assertEquals(MIB + MIB / 2, told.found());
            assertFalse(Files.exists(reserved()));
        });
    }

    @Test
    void whatADeadProcessLeftIsDeletedByTheNextOneThatHoldsTheLock() throws IOException {
        Files.createDirectories(reserved());
        Files.write(reserved().resolve("1"), new byte[10]);
        Files.write(reserved().resolve("9"), new byte[10]);
        Store store = Store.open(folder, disk);
        assertThrows(IllegalStateException.class, () -> store.reserve(lock(), 1, "Without the lock"));
        assertEquals(2, chunks().size(), "who does not hold the lock touches nothing");
        locked(again -> {
            try (Reserve reserve = again.reserve(lock(), 1, "The run r-2")) {
                assertEquals(1, chunks().size());
                assertEquals(MIB, reserve.left());
                assertThrows(IllegalStateException.class, () -> again.reserve(lock(), 1, "A second one"));
                assertEquals(1, chunks().size());
            }
        });
    }
}
