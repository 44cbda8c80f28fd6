package dev.shisa.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One working process per tenant, and a look that finds it taken takes nothing away. */
class TenantLockTest {

    /** Another process: takes the lock if it can, says so, and holds it until its input ends. */
    static final class OtherProcess {
        private OtherProcess() {
        }

        /** Tries once. */
        public static void main(String[] args) throws IOException {
            Optional<TenantLock> lock = TenantLock.tryAcquire(Path.of(args[0]), "the other process");
            System.out.println(lock.isPresent() ? "held" : "refused");
            while (lock.isPresent() && System.in.read() >= 0) {
                // Held until the parent lets go or kills.
            }
        }

        static Process start(Path file) throws IOException {
            return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xshare:auto",
                    "-cp", System.getProperty("java.class.path"), OtherProcess.class.getName(), file.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        }

        static String said(Process process) throws IOException {
            return String.valueOf(new BufferedReader(
                    new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine());
        }

        static String ask(Path file) throws IOException {
            Process process = start(file);
            try {
                return said(process);
            } finally {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void anotherProcessIsRefusedHoweverOftenThisOneLooksAgain(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("tenants/t/lock");
        try (TenantLock lock = TenantLock.tryAcquire(file, "this process").orElseThrow()) {
            assertEquals(Optional.empty(), TenantLock.tryAcquire(file, "a second look"));
            assertEquals(Optional.empty(), TenantLock.tryAcquire(folder.resolve("tenants/x/../t/lock"), "a third"));
            assertEquals("refused", OtherProcess.ask(file), lock::toString);
            assertEquals(Optional.of("this process"), TenantLock.holder(file, Disk.real()));
        }
        assertEquals("held", OtherProcess.ask(file));
    }

    @Test
    void aLookByAnotherNameOfTheFolderDoesNotFreeTheLock(@TempDir Path folder) throws IOException {
        Path real = Files.createDirectories(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        try (TenantLock lock = TenantLock.tryAcquire(real.resolve("lock"), "this process").orElseThrow()) {
            assertEquals(Optional.empty(), TenantLock.tryAcquire(link.resolve("lock"), "by another name"));
            assertEquals("refused", OtherProcess.ask(real.resolve("lock")), lock::toString);
        }
    }

    @Test
    void theDeathOfAProcessFreesItsLock(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("lock");
        Process other = OtherProcess.start(file);
        try {
            assertEquals("held", OtherProcess.said(other));
            assertEquals(Optional.empty(), TenantLock.tryAcquire(file, "this process"));
            assertEquals(Optional.of("the other process"), TenantLock.holder(file, Disk.real()));
        } finally {
            other.destroyForcibly().waitFor();
        }
        try (TenantLock lock = TenantLock.tryAcquire(file, "this process").orElseThrow()) {
            assertEquals(Optional.of("this process"), TenantLock.holder(file, Disk.real()), lock::toString);
        }
    }

    @Test
    void aLookWhetherSomebodyHoldsItNeedsNoRoomAndLeavesTheHoldersName(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("lock");
        FaultyDisk full = FaultyDisk.on(Disk.real()).failing(FaultyDisk.Step.WRITE, 1, FaultyDisk.Fault.FULL, true);
        assertFalse(TenantLock.isHeld(file, full));
        try (TenantLock lock = TenantLock.tryAcquire(file, "this process").orElseThrow()) {
            assertTrue(TenantLock.isHeld(file, full), lock::toString);
            assertEquals("refused", OtherProcess.ask(file), "the look let go of the lock");
            assertEquals(Optional.of("this process"), TenantLock.holder(file, full));
        }
        assertFalse(TenantLock.isHeld(file, full));
    }

    @Test
    void aRefusalReleasesTheLock(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("lock");
        Path inTheWay = Files.createDirectories(folder.resolve("lock.holder"));
        assertThrows(IOException.class, () -> TenantLock.tryAcquire(file, "cannot say its name"));
        Files.delete(inTheWay);
        Optional<TenantLock> lock = TenantLock.tryAcquire(file, "this process");
        assertTrue(lock.isPresent());
        lock.get().close();
        assertTrue(TenantLock.tryAcquire(file, "again").isPresent());
    }
}
