package dev.shisa.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.account.AccountId;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.store.Disk;
import dev.shisa.tenant.FakeTenant;
import dev.shisa.tenant.TenantFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotComparisonTest {
    @TempDir
    private Path folder;
    private final FakeTenant tenant = new FakeTenant();
    private final List<AccountId> people = tenant.addUsers("person", 700);

    @BeforeEach
    void take() throws TenantFailure, IOException {
        SnapshotTaker.take(tenant.reader(), "earlier", folder, Disk.real(), Headway.untold());
        tenant.pass(Duration.ofHours(5));
        for (int i = 0; i < 90; i += 3) {
            tenant.alter(people.get(i), a -> a.withEnabled(false));
            tenant.alter(people.get(i + 1), a -> a.withIdentity(Identity.ABSENT, Optional.empty()));
            tenant.addUser("joiner" + i);
        }
        SnapshotTaker.take(tenant.reader(), "later", folder, Disk.real(), Headway.untold());
    }

    private List<Difference> differences(int remembered) throws IOException, RefusedException {
        List<Difference> told = new ArrayList<>();
        long count = SnapshotComparison.compare(folder.resolve("earlier"), folder.resolve("later"), Disk.real(),
                remembered, told::add);
        assertEquals(count, told.size());
        return told;
    }

    @Test
    void everyAccountThatDiffersIsToldInTheOrderOfTheIds() throws IOException, RefusedException {
        List<Difference> told = differences(1_000);
        assertEquals(30, told.stream().filter(Difference.Changed.class::isInstance).count());
        assertEquals(30, told.stream().filter(Difference.Removed.class::isInstance).count());
        assertEquals(30, told.stream().filter(Difference.Added.class::isInstance).count());
        assertEquals(90, told.size());
        assertEquals(told.stream().map(Difference::id).sorted().toList(), told.stream().map(Difference::id).toList());
    }

    @Test
    void moreThanAreRememberedAreToldAllTheSame() throws IOException, RefusedException {
        assertEquals(differences(1_000), differences(89));
        assertEquals(differences(1_000), differences(90));
    }

    @Test
    void nothingIsToldOfASnapshotThatWasAltered() throws IOException {
        Path file = folder.resolve("later").resolve("accounts.jsonl.zst");
        byte[] whole = Files.readAllBytes(file);
        String text = new String(BlockText.plain(whole), StandardCharsets.UTF_8);
        int end = text.indexOf('\n') + 1;
        assertRefused("altered", text.replaceFirst("person7", "person8"));
        assertRefused("altered", text.substring(end));
        assertRefused("not sorted", text.substring(end) + text.substring(0, end));
        assertRefused("not sorted", text.substring(0, end) + text);
        assertRefused("without an id", "{}\n" + text);
        assertRefused("not understood", text.replace("\"active\"", "\"happy\""));
        Files.write(file, Arrays.copyOf(whole, whole.length - 9));
        assertRefused("cut off");
    }

    private void assertRefused(String why, String text) throws IOException {
        Files.write(folder.resolve("later").resolve("accounts.jsonl.zst"),
                BlockText.compressed(text.getBytes(StandardCharsets.UTF_8)));
        assertRefused(why);
    }

    private void assertRefused(String why) {
        for (int remembered : List.of(0, 1_000)) {
            List<Difference> told = new ArrayList<>();
            RefusedException refused = assertThrows(RefusedException.class,
                    () -> SnapshotComparison.compare(folder.resolve("earlier"), folder.resolve("later"), Disk.real(),
                            remembered, told::add));
            assertEquals(ExitStatus.NOT_VERIFIED, refused.diagnostics().getFirst().status());
            assertTrue(String.valueOf(refused.getMessage()).contains(why), refused.getMessage());
            assertEquals(List.of(), told);
        }
    }
}
