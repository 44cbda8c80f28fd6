package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.catalog.Catalog;
import dev.shisa.manual.ValueForm.Kind;
import dev.shisa.store.Disk;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreNamesTest {
    @TempDir
    private Path folder;
    private Shell shell;
    private StoreNames names;

    @BeforeEach
    void begin() {
        shell = Shell.embedded(folder);
        names = names(Map.of());
    }

    private StoreNames names(Map<String, String> variables) {
        Map<String, String> all = new TreeMap<>(variables);
        all.put("HOME", folder.toString());
        all.put("SHISA_STORE", shell.store().toString());
        PrintStream nobody = new PrintStream(PrintStream.nullOutputStream());
        GlobalOptions options = new GlobalOptions(new Environment(all, folder.resolve("machine")));
        return new StoreNames(new Desk(List.of(), options, new Catalog(List.of(), ""), nobody, nobody,
                () -> Surface.PIPE, new Interruptions()).looking(options));
    }

    @Test
    void namesAreThoseOfFilesAndNothingIsMade() throws IOException {
        assertEquals(List.of(), names.stored(Kind.PLAN));
        assertFalse(Files.exists(shell.store()));
        Path plans = Files.createDirectories(shell.store().resolve("plans"));
        Files.createFile(plans.resolve("plan-1.json"));
        Files.createFile(plans.resolve("$(touch harm).json"));
        Files.createFile(plans.resolve("plan-\u001b[2J.json"));
        Files.createFile(plans.resolve(".hidden.json"));
        Files.createFile(plans.resolve("plan-2.next"));
        Files.createDirectories(shell.store().resolve("runs/run-7"));
        assertEquals(List.of("$(touch harm)", "plan-1"), names.stored(Kind.PLAN));
        assertEquals(List.of("run-7"), names.stored(Kind.RUN));
        assertEquals(List.of(), names.stored(Kind.SNAPSHOT));
    }

    @Test
    void accountsAreThoseOfTheLastSnapshotOfTheTenantAndNoMoreThanFifty() throws IOException {
        assertEquals(List.of(), names.accounts("person"));
        shell.json("sandbox", "reset", "--seed", "small").exits(0);
        shell.json("snapshot", "take").exits(0);
        assertTrue(names.accounts("PERSON1@").equals(List.of("person1@contoso.example")), "case does not matter");
        assertEquals(List.of(), names.accounts("p"));
        assertEquals(List.of(), names.accounts("nobody"));
        Path snapshots = shell.store().resolve("snapshots");
        Disk disk = Disk.real();
        disk.move(disk.list(snapshots).getFirst(), snapshots.resolve("snapshot-20200101-000000-000000"));
        shell.json("sandbox", "reset", "--seed", "synthetic:500").exits(0);
        shell.json("snapshot", "take").exits(0);
        assertEquals(List.of(), names.accounts("person1@"));
        assertEquals(StoreNames.MOST_ACCOUNTS, names.accounts("USER").size());
    }

    @Test
    void whatIsNoSnapshotIsPassedOverAndADamagedOneIsToldToTheCaller() throws IOException {
        shell.json("sandbox", "reset", "--seed", "small").exits(0);
        String taken = shell.json("snapshot", "take").exits(0).lines("snapshot").getFirst().path("snapshot").asString();
        Path snapshots = shell.store().resolve("snapshots");
        Files.createDirectories(snapshots.resolve("zzz"));
        Files.writeString(Files.createDirectories(snapshots.resolve("zzzz")).resolve("manifest.json"), "{}");
        assertEquals(List.of("person1@contoso.example"), names.accounts("person1@"));
        try (Stream<Path> files = Files.list(snapshots)) {
            Path accounts = files.filter(found -> !found.endsWith("zzz") && !found.endsWith("zzzz")).findFirst()
                    .orElseThrow().resolve("accounts.jsonl.zst");
            Files.writeString(accounts, "damaged");
        }
        assertThrows(UncheckedIOException.class, () -> names.accounts("person1@"), taken);
    }

    @Test
    void whereNobodyCanSayWhichTenantIsMeantNoAccountIsOffered() {
        shell.json("sandbox", "reset", "--seed", "small").exits(0);
        shell.json("snapshot", "take").exits(0);
        assertEquals(List.of(), names(Map.of("SHISA_TENANT", "contoso")).accounts("person1@"));
    }

    @Test
    void pathsGoOnBehindFolders() throws IOException {
        Files.createDirectories(folder.resolve("files/below"));
        Files.createFile(folder.resolve("files/Beside.txt"));
        Files.createFile(folder.resolve("files/.hidden"));
        String begun = folder.resolve("files") + "/";
        assertEquals(List.of(begun + "Beside.txt", begun + "below/"), names.files(begun + "be", false));
        assertEquals(List.of(begun + "below/"), names.files(begun, true));
        assertEquals(List.of(begun + ".hidden"), names.files(begun + ".h", false));
        assertThrows(UncheckedIOException.class, () -> names.files(begun + "none/x", false));
    }
}
