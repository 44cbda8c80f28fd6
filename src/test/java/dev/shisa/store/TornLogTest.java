package dev.shisa.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.store.ChainedLog.Content;
import dev.shisa.store.ChainedLog.Resumed;
import dev.shisa.store.FaultyDisk.Fault;
import dev.shisa.store.FaultyDisk.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** After a power cut a log goes on where it was whole, and no byte of what was torn is lost. */
class TornLogTest {
    private static final Disk DISK = Disk.real();
    private static final List<String> RECORDS = List.of("{\"type\":\"opened\"}",
            "{\"type\":\"intent\",\"name\":\"指差 🦁\"}",
            "{\"type\":\"closed\",\"note\":\"été\"}");

    private static byte[] whole(Path folder) throws IOException {
        Path file = folder.resolve("whole");
        try (ChainedLog log = ChainedLog.create(file, DISK)) {
            for (String record : RECORDS) {
                log.append(record);
            }
        }
        return Files.readAllBytes(file);
    }

    private static int lastLine(byte[] whole) {
        int at = whole.length - 1;
        while (whole[at - 1] != '\n') {
            at--;
        }
        return at;
    }

    private static List<String> lines(Path file) throws IOException {
        Content.Verified content = assertInstanceOf(Content.Verified.class, ChainedLog.read(file, DISK));
        assertEquals(Optional.empty(), content.torn());
        return content.lines();
    }

    private static Optional<Path> goOn(Path file) throws IOException {
        Resumed resumed = ChainedLog.resume(file, DISK);
        try (ChainedLog log = resumed.log()) {
            log.append("{\"type\":\"recovered\"}");
            log.force();
        }
        return resumed.torn();
    }

    @Test
    void aLastRecordTornAtAnyByteCountsAsNotWrittenAndIsKept(@TempDir Path folder) throws IOException {
        byte[] whole = whole(folder);
        int last = lastLine(whole);
        for (int length = last; length < whole.length; length++) {
            Path file = Files.write(folder.resolve("cut-" + length), Arrays.copyOf(whole, length));
            Optional<Path> torn = goOn(file);
            assertEquals(List.of(RECORDS.get(0), RECORDS.get(1), "{\"type\":\"recovered\"}"), lines(file),
                    "cut to " + length);
            assertEquals(length == last ? Optional.empty() : Optional.of(folder.resolve("cut-" + length + ".torn-3")),
                    torn);
            if (torn.isPresent()) {
                assertArrayEquals(Arrays.copyOfRange(whole, last, length), Files.readAllBytes(torn.get()));
            }
        }
    }

    @Test
    void aFirstRecordTornAtAnyByteLeavesAnEmptyLog(@TempDir Path folder) throws IOException {
        byte[] whole = whole(folder);
        for (int length = 1; whole[length - 1] != '\n'; length++) {
            Path file = Files.write(folder.resolve("cut-" + length), Arrays.copyOf(whole, length));
            assertEquals(Optional.of(folder.resolve("cut-" + length + ".torn-1")), goOn(file));
            assertEquals(List.of("{\"type\":\"recovered\"}"), lines(file));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 4096", "255, 100", "123, 7"})
    void aTailOfGarbageIsKeptToo(int value, int length, @TempDir Path folder) throws IOException {
        byte[] whole = whole(folder);
        byte[] tail = new byte[length];
        Arrays.fill(tail, (byte) value);
        byte[] all = Arrays.copyOf(whole, whole.length + length);
        System.arraycopy(tail, 0, all, whole.length, length);
        Path file = Files.write(folder.resolve("log"), all);
        Optional<Path> torn = goOn(file);
        assertEquals(4, lines(file).size());
        assertArrayEquals(tail, Files.readAllBytes(torn.orElseThrow()));
    }

    /** The line feed of a record that is on disk turned into something else: no power cut does that, and the record counts. */
    @Test
    void aRecordThatIsWholeButForAChangedEndIsDamage(@TempDir Path folder) throws IOException {
        byte[] changed = whole(folder);
        changed[changed.length - 1] = 'x';
        Path file = Files.write(folder.resolve("log"), changed);
        IOException refused = assertThrows(IOException.class, () -> ChainedLog.resume(file, DISK));
        assertEquals(file + ": the end of line 3 was changed", refused.getMessage());
        assertArrayEquals(changed, Files.readAllBytes(file));
        changed[changed.length - 1] = 0;
        Files.write(file, changed);
        assertTrue(goOn(file).isPresent(), "zeros are what a power cut leaves of a file that had become longer");
    }

    @Test
    void theLastDigestIsThatOfTheHeadAndATornEndHasNone(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("log");
        try (ChainedLog log = ChainedLog.create(file, DISK)) {
            assertEquals(Optional.empty(), ChainedLog.lastDigest(file, DISK));
            for (String record : RECORDS) {
                log.append(record);
                assertEquals(Optional.of(log.head()), ChainedLog.lastDigest(file, DISK));
            }
        }
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        assertEquals(Optional.empty(), ChainedLog.lastDigest(file, DISK));
    }

    @Test
    void aLineTornThreeTimesIsKeptThreeTimes(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("log");
        for (String torn : List.of("first", "second", "third")) {
            Files.writeString(file, torn);
            ChainedLog.resume(file, DISK).log().close();
        }
        assertEquals("first", Files.readString(folder.resolve("log.torn-1")));
        assertEquals("second", Files.readString(folder.resolve("log.torn-1-2")));
        assertEquals("third", Files.readString(folder.resolve("log.torn-1-3")));
    }

    @Test
    void theSameLineTornAgainTakesNothingFromTheFirstTime(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("log"), "first".getBytes(StandardCharsets.UTF_8));
        ChainedLog.resume(file, DISK).log().close();
        Files.writeString(file, "second");
        assertEquals(Optional.of(folder.resolve("log.torn-1-2")), goOn(file));
        assertEquals("first", Files.readString(folder.resolve("log.torn-1")));
        assertEquals("second", Files.readString(folder.resolve("log.torn-1-2")));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aFaultAtAnyStepOfGoingOnLosesNothing(Fault fault, @TempDir Path folder) throws IOException {
        byte[] whole = whole(folder);
        byte[] cut = Arrays.copyOf(whole, whole.length - 9);
        byte[] tail = Arrays.copyOfRange(cut, lastLine(whole), cut.length);
        for (boolean lasting : List.of(true, false)) {
            int steps = stepsOfGoingOn(folder, cut);
            assertTrue(steps > 8, "every step has to be counted");
            for (int step = 1; step <= steps; step++) {
                String place = fault + " at step " + step + (lasting ? " and after" : "");
                Path here = Files.createDirectory(folder.resolve(place));
                Path file = Files.write(here.resolve("log"), cut);
                FaultyDisk disk = FaultyDisk.on(DISK).failing(step, fault, lasting);
                assertThrows(IOException.class, () -> ChainedLog.resume(file, disk), place);
                assertArrayEquals(Arrays.copyOf(cut, (int) Files.size(file)), Files.readAllBytes(file), place);
                goOn(file);
                assertEquals(List.of(RECORDS.get(0), RECORDS.get(1), "{\"type\":\"recovered\"}"), lines(file), place);
                assertArrayEquals(tail, Files.readAllBytes(here.resolve("log.torn-3")), place);
            }
        }
    }

    private static int stepsOfGoingOn(Path folder, byte[] cut) throws IOException {
        FaultyDisk disk = FaultyDisk.on(DISK);
        Path file = Files.write(folder.resolve("counted"), cut);
        Files.deleteIfExists(folder.resolve("counted.torn-3"));
        ChainedLog.resume(file, disk).log().close();
        return disk.steps().size();
    }

    /** The order is what makes a power cut between two steps harmless. */
    @Test
    void theTornBytesAreOnDiskUnderTheirNameBeforeTheLogIsCut(@TempDir Path folder) throws IOException {
        byte[] whole = whole(folder);
        Path file = Files.write(folder.resolve("log"), Arrays.copyOf(whole, whole.length - 9));
        FaultyDisk disk = FaultyDisk.on(DISK);
        ChainedLog.resume(file, disk).log().close();
        List<String> order = disk.steps().stream().map(step -> step.replaceAll("\\.[0-9a-f-]{36}", ".*"))
                .map(step -> step.replace(String.valueOf(folder.getFileName()), "folder")).toList();
        assertEquals(List.of("read log", "create .log.torn-3.*.next", "write .log.torn-3.*.next",
                "force .log.torn-3.*.next", "move log.torn-3", "force-folder folder", "open log", "truncate log",
                "force log"), order);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void anAppendThatFailsIsFinalAndTheLogGoesOnLater(Fault fault, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("log");
        FaultyDisk disk = FaultyDisk.on(DISK).failing(Step.WRITE, 2, fault, false);
        try (ChainedLog log = ChainedLog.create(file, disk)) {
            log.append(RECORDS.get(0));
            log.force();
            assertThrows(IOException.class, () -> log.append(RECORDS.get(1)));
            assertThrows(IOException.class, () -> log.append(RECORDS.get(2)));
            assertThrows(IOException.class, log::force);
        }
        goOn(file);
        List<String> lines = lines(file);
        assertEquals(RECORDS.get(0), lines.getFirst());
        assertEquals(fault == Fault.DONE_AND_FAILED ? 3 : 2, lines.size(), "nothing stands after the failed line");
    }

    @Test
    void aFlushThatFailsIsFinal(@TempDir Path folder) throws IOException {
        FaultyDisk disk = FaultyDisk.on(DISK).failing(Step.FORCE, 1, Fault.BROKEN, false);
        try (ChainedLog log = ChainedLog.create(folder.resolve("log"), disk)) {
            log.append(RECORDS.get(0));
            assertThrows(IOException.class, log::force);
            assertThrows(IOException.class, log::force);
            assertThrows(IOException.class, () -> log.append(RECORDS.get(1)));
        }
    }
}
