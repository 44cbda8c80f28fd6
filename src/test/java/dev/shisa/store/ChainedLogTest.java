package dev.shisa.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.store.ChainedLog.Content;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a power cut leaves is told apart from what somebody changed. */
class ChainedLogTest {
    private static final Disk DISK = Disk.real();
    private static final List<String> RECORDS = List.of("{\"type\":\"opened\",\"run\":\"r-1\"}",
            "{\"type\":\"intent\",\"name\":\"指差 🦁 \\\"x\\\"\"}", "{\"type\":\"closed\",\"note\":\"été, \uFFFD, 完\"}");

    private static Path written(Path folder) throws IOException {
        Path file = folder.resolve("log.jsonl");
        try (ChainedLog log = ChainedLog.create(file, DISK)) {
            for (String record : RECORDS) {
                log.append(record);
            }
            log.force();
        }
        return file;
    }

    private static Content.Verified verified(Path file) throws IOException {
        return assertInstanceOf(Content.Verified.class, ChainedLog.read(file, DISK));
    }

    @Test
    void isWrittenToTheLetter(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("log.jsonl");
        try (ChainedLog log = ChainedLog.create(file, DISK)) {
            log.append("{\"type\":\"opened\",\"run\":\"r-1\"}");
            log.append("{\"type\":\"closed\"}");
        }
        String zeros = "0000000000000000000000000000000000000000000000000000000000000000";
        String first = "9291ae30c87a1559dc25e65d3a1e7d0a19d8ad9b095ac4e9e543c9d0eb7e0e36";
        String second = "61b638335d0ead3736c8882de99b61753988ee0fe16a7c59f07ec0e126774cfb";
        assertEquals("{\"seq\":1,\"prev\":\"" + zeros + "\",\"type\":\"opened\",\"run\":\"r-1\",\"digest\":\"" + first
                + "\"}\n{\"seq\":2,\"prev\":\"" + first + "\",\"type\":\"closed\",\"digest\":\"" + second + "\"}\n",
                Files.readString(file));
        assertEquals(second, verified(file).head());
    }

    @Test
    void whatWasAppendedIsReadAgain(@TempDir Path folder) throws IOException {
        Path file = written(folder);
        assertEquals(RECORDS, verified(file).lines());
        assertEquals(Optional.empty(), verified(file).torn());
        try (ChainedLog log = ChainedLog.resume(file, DISK).log()) {
            assertEquals(verified(file).head(), log.head());
            log.append("{\"type\":\"more\"}");
        }
        assertEquals(4, verified(file).lines().size());
    }

    @Test
    void aNewLogTakesNobodysPlace(@TempDir Path folder) throws IOException {
        Path file = written(folder);
        assertThrows(FileAlreadyExistsException.class, () -> ChainedLog.create(file, DISK));
    }

    @Test
    void aFlippedBitIsNoticedWhereverItIsAndTheFileIsLeftAsItWas(@TempDir Path folder) throws IOException {
        byte[] whole = Files.readAllBytes(written(folder));
        Path file = folder.resolve("flipped");
        for (int at = 0; at < whole.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = whole.clone();
                changed[at] ^= (byte) (1 << bit);
                Files.write(file, changed);
                String place = "bit " + bit + " of byte " + at;
                assertInstanceOf(Content.Damaged.class, ChainedLog.read(file, DISK), place);
                assertThrows(IOException.class, () -> ChainedLog.resume(file, DISK), place);
                assertArrayEquals(changed, Files.readAllBytes(file), place);
            }
        }
        assertEquals(List.of("flipped", "log.jsonl"), names(folder));
    }

    @Test
    void anOtherByteAnywhereIsNoticedAndTheFileIsLeftAsItWas(@TempDir Path folder) throws IOException {
        byte[] whole = Files.readAllBytes(written(folder));
        Path file = folder.resolve("changed");
        for (int at = 0; at < whole.length - 1; at++) {
            for (byte other : new byte[]{0, ' ', '0', '}', '\n', (byte) 0xff}) {
                if (whole[at] == other) {
                    continue;
                }
                byte[] changed = whole.clone();
                changed[at] = other;
                Files.write(file, changed);
                assertThrows(IOException.class, () -> ChainedLog.resume(file, DISK), other + " at " + at);
                assertArrayEquals(changed, Files.readAllBytes(file), other + " at " + at);
            }
        }
        assertEquals(List.of("changed", "log.jsonl"), names(folder));
    }

    private static List<String> names(Path folder) throws IOException {
        return DISK.list(folder).stream().map(entry -> String.valueOf(entry.getFileName())).toList();
    }

    @Test
    void linesThatAreMissingDoubledOrInAnotherOrderAreNoticed(@TempDir Path folder) throws IOException {
        List<String> lines = Files.readString(written(folder)).lines().toList();
        for (List<Integer> order : List.of(List.of(1, 0, 2), List.of(0, 2), List.of(1, 2), List.of(0, 1, 1, 2),
                List.of(0, 0, 1, 2), List.of(2), List.of(0, 2, 1))) {
            Path file = folder.resolve("order" + order);
            Files.write(file, order.stream().map(lines::get).toList());
            assertInstanceOf(Content.Damaged.class, ChainedLog.read(file, DISK), order.toString());
            assertThrows(IOException.class, () -> ChainedLog.resume(file, DISK).log());
        }
    }

    @Test
    void aLineThatBelongsToAnotherLogIsNoticed(@TempDir Path folder) throws IOException {
        List<String> lines = Files.readString(written(folder)).lines().toList();
        Path other = folder.resolve("other.jsonl");
        try (ChainedLog log = ChainedLog.create(other, DISK)) {
            log.append("{\"type\":\"opened\",\"run\":\"r-2\"}");
            log.append(RECORDS.get(1));
        }
        List<String> mixed = new ArrayList<>(lines);
        mixed.set(1, Files.readString(other).lines().toList().get(1));
        Path file = Files.write(folder.resolve("mixed"), mixed);
        assertEquals(2, assertInstanceOf(Content.Damaged.class, ChainedLog.read(file, DISK)).line());
    }

    @Test
    void afterAFailedWriteNothingIsTakenAnyMore(@TempDir Path folder) throws IOException {
        Path file = written(folder);
        ChainedLog log = ChainedLog.resume(file, DISK).log();
        log.close();
        assertThrows(IOException.class, () -> log.append("{\"a\":1}"));
        IOException again = assertThrows(IOException.class, () -> log.append("{\"a\":1}"));
        assertEquals("an earlier write to this log failed", again.getMessage());
        assertThrows(IOException.class, log::force);
        assertEquals(RECORDS, verified(file).lines());
    }

    @Test
    void aThreadThatIsAskedToStopStillGetsItsRecordOnDiskAndSoDoTheOthers(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("log.jsonl");
        try (ChainedLog log = ChainedLog.create(file, DISK)) {
            Thread.currentThread().interrupt();
            try {
                log.append("{\"type\":\"accepted\"}");
                log.force();
            } finally {
                assertTrue(Thread.interrupted(), "the wish to stop is not swallowed");
            }
            log.append("{\"type\":\"other\"}");
            log.force();
        }
        assertEquals(2, verified(file).lines().size());
    }

    @Test
    void manyThreadsShareALogAndItsFlushes(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("log.jsonl");
        try (ChainedLog log = ChainedLog.create(file, DISK);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> writers = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                int number = thread;
                writers.add(threads.submit(() -> {
                    for (int i = 0; i < 25; i++) {
                        String record = "{\"thread\":" + number + ",\"i\":" + i + "}";
                        log.append(record);
                        log.force();
                        if (!Files.readString(file).contains(record.substring(1, record.length() - 1))) {
                            return false;
                        }
                    }
                    return true;
                }));
            }
            for (Future<Boolean> writer : writers) {
                assertTrue(writer.get(), "force came back before the record was in the file");
            }
        }
        assertEquals(200, new TreeSet<>(verified(file).lines()).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[1]", "{\"a\":\n1}", "x"})
    void whatIsNotAnObjectOnOneLineIsRefused(String record, @TempDir Path folder) throws IOException {
        try (ChainedLog log = ChainedLog.create(folder.resolve("log"), DISK)) {
            assertThrows(IllegalArgumentException.class, () -> log.append(record));
        }
        assertFalse(Files.readString(folder.resolve("log")).contains("seq"));
    }

    @Test
    void linesOfEveryLengthAreReadWholeWhereverABlockEnds(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("long");
        List<String> wanted = new ArrayList<>();
        try (ChainedLog log = ChainedLog.create(file, DISK)) {
            for (int length : List.of(1, 65_300, 200, 65_536, 3, 140_000, 65_535, 2)) {
                String object = "{\"a\":\"" + "x".repeat(length) + "\"}";
                log.append(object);
                wanted.add(object);
            }
            log.force();
        }
        assertEquals(wanted, verified(file).lines());
    }
}
