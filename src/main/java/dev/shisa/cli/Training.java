package dev.shisa.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a start-up cache is made from: one process that does what people do most. The launcher starts it with a home folder that is empty and thrown
 * away afterwards; nobody types it. The tenant is the embedded sandbox, and nothing is written in it.
 */
final class Training {
    private static final List<String> PLAN = List.of("plan", "list");
    private static final List<List<String>> STORE = List.of(List.of("exit-codes"), List.of("run", "list"),
            List.of("evidence", "list"), List.of("plan", "list", "-o", "json"));
    private static final List<List<String>> TENANT = List.of(List.of("--help"), List.of("mailbox", "remove", "--help"),
            List.of("catalog", "list"), List.of("sandbox", "reset", "--seed", "small"),
            List.of("mailbox", "remove", "person1@contoso.example", "--keep-identity", "-o", "json"),
            List.of("audit", "verify"));
    private static final List<String> LAST = List.of("mailbox", "remove", "person2@contoso.example",
            "--keep-identity");

    private Training() {
    }

    /**
     * Carries out command lines one after the other, and ends with the exit code of the last one.
     *
     * @param arguments {@code store}, for what only looks into the store, or {@code tenant}; and an empty folder that may be written
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        begin(List.of("--version"));
        begin(PLAN);
        if (arguments[0].equals("store")) {
            STORE.forEach(line -> carryOut(line, folder));
            begin(PLAN);
            return;
        }
        Path script = Files.writeString(folder.resolve("script.ps1"),
                "Get-Mailbox -ResultSize Unlimited | Remove-Mailbox -Confirm:$false\n");
        TENANT.forEach(line -> carryOut(line, folder));
        carryOut(List.of("lint", script.toString()), folder);
        begin(LAST);
    }

    /** As a process of its own would begin it. */
    private static void begin(List<String> line) {
        Main.main(line.toArray(String[]::new));
    }

    private static void carryOut(List<String> line, Path folder) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Main.run(line.toArray(String[]::new), System.getenv(), folder, nowhere, nowhere);
    }
}
