package dev.shisa.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shisa.store.FaultyDisk.Fault;
import dev.shisa.store.FaultyDisk.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk that other tests lean on fails where it is told to and nowhere else. */
class FaultyDiskTest {
    private static final byte[] FOUR = {'a', 'b', 'c', 'd'};

    @Test
    void aSingleFaultPasses(@TempDir Path folder) throws IOException {
        FaultyDisk disk = FaultyDisk.on(Disk.real()).failing(2, Fault.FULL, false);
        Path path = folder.resolve("file");
        try (AppendFile file = disk.create(path)) {
            IOException full = assertThrows(IOException.class, () -> file.write(FOUR));
            assertEquals(path + ": No space left on device", full.getMessage());
            file.write(FOUR);
            file.force();
        }
        assertEquals("abcd", Files.readString(path));
        assertEquals(List.of("create file", "write file", "write file", "force file"), disk.steps());
    }

    @Test
    void aLastingFaultOfOneKindLeavesTheOthersAlone(@TempDir Path folder) throws IOException {
        FaultyDisk disk = FaultyDisk.on(Disk.real()).failing(Step.WRITE, 2, Fault.TORN, true);
        Path path = folder.resolve("file");
        try (AppendFile file = disk.create(path)) {
            file.write(FOUR);
            assertThrows(IOException.class, () -> file.write(FOUR));
            file.force();
            assertThrows(IOException.class, () -> file.write(FOUR));
            disk.healed();
            file.write(FOUR);
        }
        assertEquals("abcd" + "ab" + "ab" + "abcd", Files.readString(path));
        assertEquals(4, disk.count(Step.WRITE));
    }

    @Test
    void aFlushMayHaveBeenDoneAndToldToHaveFailed(@TempDir Path folder) throws IOException {
        FaultyDisk disk = FaultyDisk.on(Disk.real()).failing(Step.MOVE, 1, Fault.DONE_AND_FAILED, false);
        Path from = Files.writeString(folder.resolve("from"), "x");
        assertThrows(IOException.class, () -> disk.move(from, folder.resolve("to")));
        assertEquals("x", Files.readString(folder.resolve("to")));
    }
}
