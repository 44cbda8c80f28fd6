package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.store.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineMemoryTest {
    @TempDir
    private Path folder;
    private Path file;
    private LineMemory memory;

    @BeforeEach
    void begin() {
        file = folder.resolve("state").resolve("shell-history");
        memory = new LineMemory(file, Disk.real());
    }

    @ParameterizedTest
    @ValueSource(strings = {"apply plan-1 --confirm 7331@sgu.example", "apply plan-1 --confirm=1@x",
            "apply plan-1 --accept-loss mailbox", "apply plan-1 --con\"firm\" 1@x", "apply plan-1 --con\\firm 1@x",
            "tenant check --reason client_secret=abc", "plan list --reason 'My Password'", "x --ticket TOKEN-1",
            "x eyJhbGciOi.x", "x Bearer abc", " plan list", "", "   ", "plan 'list", "plan\u001b[2J", "plan\nrun"})
    void whatConfirmsOrIsSecretOrNoLineIsNotKept(String line) throws IOException {
        memory.keep(line);
        assertEquals(List.of(), memory.lines());
        assertFalse(Files.exists(file));
    }

    @Test
    void linesAreKeptForTheirOwnerAlone() throws IOException {
        memory.keep("plan list");
        memory.keep("plan list");
        memory.keep("mailbox remove --all --keep-identity --execute");
        assertEquals(List.of("plan list", "mailbox remove --all --keep-identity --execute"),
                new LineMemory(file, Disk.real()).lines());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        memory.keep("run list");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(List.of(file), Disk.real().list(folder.resolve("state")));
    }

    @Test
    void theOldestAreForgotten() throws IOException {
        Files.createDirectories(folder.resolve("state"));
        Files.write(file, IntStream.range(0, 1500).mapToObj(number -> "run show run-" + number).toList());
        memory.keep("run list");
        assertEquals(LineMemory.MOST, memory.lines().size());
        assertEquals("run list", memory.lines().getLast());
        assertEquals("run show run-501", memory.lines().getFirst());
    }

    @Test
    void aFileThatSomebodyFilledWithOtherThingsTellsOnlyWhatWouldHaveBeenKept() throws IOException {
        Files.createDirectories(folder.resolve("state"));
        Files.writeString(file, "plan list\napply p --confirm 1@x\n\u001b[2J\n" + "x".repeat(5000) + "\nrun list");
        assertEquals(List.of("plan list", "run list"), memory.lines());
    }

    @Test
    void whatCannotBeWrittenIsForgotten() throws IOException {
        Files.writeString(folder.resolve("state"), "a file where the folder should be");
        memory.keep("plan list");
        assertEquals(List.of(), memory.lines());
        assertTrue(Files.isRegularFile(folder.resolve("state")));
    }
}
