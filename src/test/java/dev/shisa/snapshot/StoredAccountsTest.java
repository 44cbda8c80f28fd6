package dev.shisa.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.account.AccountId;
import dev.shisa.account.Observation;
import dev.shisa.account.ObservationLine;
import dev.shisa.account.RandomObservations;
import dev.shisa.store.AppendFile;
import dev.shisa.store.Disk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredAccountsTest {
    @TempDir
    private Path folder;
    private final TreeMap<AccountId, Observation> all = new TreeMap<>();

    /** Enough for several blocks. */
    private StoredAccounts written() throws IOException {
        RandomObservations random = new RandomObservations(51);
        for (int i = 0; i < 1_500; i++) {
            Observation account = random.next();
            all.put(account.id(), account);
        }
        Path file = folder.resolve("accounts");
        try (AppendFile out = Disk.real().create(file); BlockWriter writer = new BlockWriter(out, Fingerprint.seal())) {
            for (Observation account : all.values()) {
                writer.line(ObservationLine.write(account));
            }
            BlockWriter.Written written = writer.finish();
            assertTrue(written.blocks().size() > 2, "one block proves little: " + written.blocks());
            assertEquals(all.size(), written.seal().lines());
            return new StoredAccounts(file, Disk.real(), written.blocks(), written.seal().lines());
        }
    }

    @Test
    void itIsTheMapThatMemoryWouldHold() throws IOException {
        StoredAccounts stored = written();
        assertEquals(all.size(), stored.size());
        assertEquals(new ArrayList<>(all.values()), new ArrayList<>(stored.values()));
        assertEquals(List.copyOf(all.keySet()), List.copyOf(stored.keySet()));
        all.forEach((id, account) -> {
            assertEquals(account, stored.get(id));
            assertTrue(stored.containsKey(id));
        });
        RandomObservations others = new RandomObservations(52);
        for (int i = 0; i < 200; i++) {
            AccountId id = others.next().id();
            assertNull(stored.get(id));
            assertEquals(false, stored.containsKey(id));
        }
        AccountId first = new AccountId("00000000-0000-0000-0000-000000000000");
        AccountId last = new AccountId("ffffffff-ffff-ffff-ffff-ffffffffffff");
        assertNull(stored.get(first));
        assertNull(stored.get(last));
    }

    @Test
    void aFileThatIsGoneOrAlteredIsNotTakenForAnEmptyOne() throws IOException {
        StoredAccounts stored = written();
        Path file = folder.resolve("accounts");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, new byte[0]);
        assertThrows(UncheckedIOException.class, () -> stored.get(all.firstKey()));
        whole[40] ^= 1;
        Files.write(file, whole);
        assertThrows(UncheckedIOException.class, () -> stored.values().forEach(account -> {
        }));
        Files.delete(file);
        assertThrows(UncheckedIOException.class, () -> stored.get(all.firstKey()));
    }
}
