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
    private static final long BLOCK = 4096;

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

    private long taken() throws IOException {
        long taken = 0;
        for (Path chunk : chunks()) {
            taken += Files.size(chunk);
        }
        return taken;
    }

    @Test
    void noMoreIsGivenBackThanIsDrawn() throws IOException {
        locked(store -> {
            try (Reserve reserve = store.reserve(lock(), 3 * MIB, "The run r-1")) {
                reserve.draw(1);
                assertEquals(3 * MIB - 1, taken());
                reserve.draw(MIB - 1);
                assertEquals(2 * MIB, taken());
                assertEquals(2, chunks().size(), "an empty file has no use");
                assertEquals(2 * MIB, reserve.left());
                reserve.draw(MIB + 1);
                assertEquals(MIB - 1, taken());
                assertEquals(MIB - 1, reserve.left());
                reserve.draw(100 * MIB);
                assertEquals(0, reserve.left());
                assertEquals(0, chunks().size());
            }
        });
    }

    @Test
    void whatTheStoreWritesDrawsOnItsReserve() throws IOException {
        locked(store -> {
            Path file = store.folder("runs/r-1").resolve("journal.jsonl");
            try (Reserve reserve = store.reserve(lock(), 3 * MIB, "The run r-1")) {
                try (ChainedLog log = ChainedLog.create(file, store.disk())) {
                    assertEquals(3 * MIB - BLOCK, reserve.left(), "its name");
                    log.append("{\"a\":1}");
                    assertEquals(3 * MIB - 2 * BLOCK, reserve.left());
                    log.append("{\"b\":2}");
                    assertEquals(3 * MIB - 2 * BLOCK, reserve.left(), "both lines are in one block");
                    log.append("{\"c\":\"" + "x".repeat((int) MIB) + "\"}");
                    assertEquals(2 * MIB - 2 * BLOCK, reserve.left());
                }
                try (ChainedLog log = ChainedLog.resume(file, store.disk()).log()) {
                    log.append("{\"d\":4}");
                    assertEquals(2 * MIB - 2 * BLOCK, reserve.left(), "its last block has room");
                }
                store.write(file.resolveSibling("report.md"), new byte[1000]);
                assertEquals(2 * MIB - 4 * BLOCK, reserve.left());
                assertEquals(reserve.left(), taken());
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
                disk.failing(Step.TRUNCATE, 1, Fault.BROKEN, false);
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
