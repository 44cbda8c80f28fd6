package dev.shisa.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of the store is whole, and only its owner reads it. */
class StoreTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aFileIsReplacedAsAWhole(@TempDir Path folder) throws IOException {
        Store store = Store.open(folder.resolve("store"));
        Path file = store.folder("plans").resolve("plan.json");
        store.write(file, bytes("one"));
        store.write(file, bytes("two"));
        assertArrayEquals(bytes("two"), store.read(file).orElseThrow());
        assertEquals(List.of("plan.json"), store.names("plans"));
        assertEquals(Optional.empty(), store.read(store.root().resolve("plans/other.json")));
        assertEquals(List.of(), store.names("nowhere"));
    }

    @Test
    void whatStoodThereSurvivesAWriteThatFails(@TempDir Path folder) throws IOException {
        Store store = Store.open(folder);
        Path occupied = store.folder("plans/plan.json");
        Files.writeString(occupied.resolve("old"), "old");
        assertThrows(IOException.class, () -> store.write(occupied, bytes("new")));
        assertEquals("old", Files.readString(occupied.resolve("old")));
        try (var left = Files.list(store.root().resolve("plans"))) {
            assertEquals(List.of(occupied), left.toList(), "nothing half-written stays behind");
        }
    }

    @Test
    void aReaderSeesTheOldFileOrTheNewOneAndNothingBetween(@TempDir Path folder) throws Exception {
        Store store = Store.open(folder);
        Path file = store.root().resolve("file");
        byte[] old = new byte[200_000];
        byte[] next = new byte[300_000];
        Arrays.fill(old, (byte) 'o');
        Arrays.fill(next, (byte) 'n');
        store.write(file, old);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> writer = threads.submit(() -> {
                for (int i = 0; i < 20; i++) {
                    store.write(file, i % 2 == 0 ? next : old);
                }
                return true;
            });
            while (!writer.isDone()) {
                byte[] seen = store.read(file).orElseThrow();
                assertTrue(Arrays.equals(seen, old) || Arrays.equals(seen, next), "a mixture was read");
            }
            writer.get();
        }
    }

    @Test
    void onlyTheOwnerMayLookIntoItsFolders(@TempDir Path folder) throws IOException {
        Store store = Store.open(folder.resolve("a/b"));
        store.write(store.folder("runs").resolve("r-1/journal/x.json"), bytes("{}"));
        for (String made : List.of("a", "a/b", "a/b/runs", "a/b/runs/r-1", "a/b/runs/r-1/journal")) {
            assertEquals("rwx------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(made))), made);
        }
    }

    @Test
    void onlyTheOwnerMayReadItsFiles(@TempDir Path folder) throws IOException {
        Store store = Store.open(folder);
        store.write(folder.resolve("report.md"), bytes("x"));
        ChainedLog.create(folder.resolve("log"), store.disk()).close();
        for (String made : List.of("report.md", "log")) {
            assertEquals("rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(made))), made);
        }
    }

    @Test
    void aThreadThatIsAskedToStopStillKeepsItsFile(@TempDir Path folder) throws IOException {
        Store store = Store.open(folder);
        Thread.currentThread().interrupt();
        try {
            store.write(folder.resolve("summary.json"), bytes("halted"));
            assertArrayEquals(bytes("halted"), store.read(folder.resolve("summary.json")).orElseThrow());
        } finally {
            assertTrue(Thread.interrupted(), "the wish to stop is not swallowed");
        }
    }

    @Test
    void noFolderLiesOutside(@TempDir Path folder) throws IOException {
        Store store = Store.open(folder.resolve("store"));
        assertThrows(IOException.class, () -> store.folder("../elsewhere"));
        assertThrows(IOException.class, () -> store.folder("a/../../elsewhere"));
    }

    @Test
    void aStoreThatCannotBeAFolderIsNotOpened(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThrows(IOException.class, () -> Store.open(file));
    }
}
