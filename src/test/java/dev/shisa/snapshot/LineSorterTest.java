package dev.shisa.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.account.ObservationLine;
import dev.shisa.account.RandomObservations;
import dev.shisa.store.AppendFile;
import dev.shisa.store.Disk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineSorterTest {
    @TempDir
    private Path folder;

    private static List<String> lines(int count) {
        RandomObservations random = new RandomObservations(61);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(new String(ObservationLine.write(random.next()), StandardCharsets.UTF_8));
        }
        return lines;
    }

    private List<String> sorted(List<String> lines, String name, int chunk) throws IOException {
        List<String> sorted = new ArrayList<>();
        try (LineSorter sorter = new LineSorter(folder, name, Disk.real(), chunk)) {
            for (String line : lines) {
                sorter.add(line.getBytes(StandardCharsets.UTF_8));
            }
            try (Lines in = sorter.sorted()) {
                while (in.next()) {
                    sorted.add(new String(in.bytes(), in.from(), in.to() - in.from(), StandardCharsets.UTF_8));
                }
            }
        }
        return sorted;
    }

    private static Comparator<String> byId() {
        return Comparator.comparing(line -> line.substring(7, 43));
    }

    @Test
    void whateverTheOrderAndTheMemoryTheResultIsTheSame() throws IOException {
        List<String> lines = lines(300);
        List<String> expected = lines.stream().sorted(byId()).toList();
        for (int chunk : List.of(1, 3_000, 30_000, 10_000_000)) {
            Collections.shuffle(lines, new Random(chunk));
            assertEquals(expected, sorted(lines, "c" + chunk, chunk));
        }
        assertEquals(List.of(), sorted(List.of(), "none", 10));
    }

    @Test
    void linesOfOneAccountKeepTheirOrderAcrossRuns() throws IOException {
        List<String> lines = new ArrayList<>(lines(40));
        List<String> again = lines.stream().map(line -> line.substring(0, 43) + "\",\"again\":true}").toList();
        lines.addAll(again);
        List<String> sorted = sorted(lines, "twice", 4_000);
        assertEquals(lines.stream().sorted(byId()).toList(), sorted);
    }

    @Test
    void aRunThatIsNotWhatWasWrittenIsNoRun() throws IOException {
        List<String> lines = lines(60).stream().sorted(byId()).toList();
        try (LineSorter sorter = new LineSorter(folder, "swapped", Disk.real(), 1)) {
            for (String line : lines) {
                sorter.add(line.getBytes(StandardCharsets.UTF_8));
            }
            try (Lines in = sorter.sorted()) {
                // Whole blocks, of the same accounts, of which one is another than it was.
                try (AppendFile file = Disk.real().create(folder.resolve("other"));
                        BlockWriter writer = new BlockWriter(file, Fingerprint.checksum())) {
                    for (String line : lines.subList(0, 59)) {
                        writer.line(line.replace("active", "absent").getBytes(StandardCharsets.UTF_8));
                    }
                    writer.finish();
                }
                assertTrue(in.next());
            }
            Files.move(folder.resolve("other"), folder.resolve("swapped-0.run"), StandardCopyOption.REPLACE_EXISTING);
            try (Lines in = sorter.sorted()) {
                MalformedBlocksException refused = assertThrows(MalformedBlocksException.class, () -> {
                    while (in.next()) {
                        assertTrue(in.to() > in.from());
                    }
                });
                assertTrue(refused.toString().contains("swapped-0.run"), refused.toString());
            }
        }
    }

    @Test
    void whatComesInOrderMakesASingleRun() throws IOException {
        List<String> lines = lines(300).stream().sorted(byId()).toList();
        assertEquals(lines, sorted(lines, "ordered", 5_000));
        assertEquals(1, Disk.real().list(folder).size());
        List<String> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, new Random(1));
        sorted(shuffled, "shuffled", 5_000);
        assertTrue(Disk.real().list(folder).size() > 10);
    }

    @Test
    void aLineThatIsLongerThanAnyIsRefused() throws IOException {
        try (LineSorter sorter = new LineSorter(folder, "long", Disk.real(), 1)) {
            byte[] line = new byte[Blocks.LONGEST_LINE + 1];
            assertThrows(IOException.class, () -> sorter.add(line));
        }
    }
}
