package dev.shisa.fuzz;

import dev.shisa.cli.Main;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes the valid files anew, with a run on a sandbox tenant: what {@code bench/fuzz --valid} does after a format was changed. */
public final class ValidFiles {
    private final Path home = new Scratch().folder();
    private final Path store = home.resolve(".local").resolve("share").resolve("shisa");

    private ValidFiles() {
    }

    /** Makes them. */
    public static void main(String[] arguments) throws IOException {
        System.setProperty("user.name", "admin");
        new ValidFiles().make();
    }

    private void make() throws IOException {
        type("sandbox", "reset", "--seed", "small");
        type("mailbox", "remove", "person1@contoso.example", "person2@contoso.example", "--keep-identity", "--execute",
                "--confirm", "2@contoso.example", "--accept-loss", "licences,mailbox", "--reason", "leavers");
        type("halt", "--all", "--reason", "look first");
        keep(only("plans"), "plan", "valid.json");
        keep(only("evidence"), "evidence", "valid.json");
        keep(only("halts"), "halts", "valid.json");
        keep(store.resolve("audit.jsonl"), "audit", "valid.jsonl");
        Path run = longest();
        keep(run.resolve("journal.jsonl"), "journal", "valid.jsonl");
        keep(run.resolve("keepsake.jsonl"), "keepsake", "valid.jsonl");
        keep(run.resolve("summary.json"), "summary", "valid.json");
        Path snapshot = list("snapshots").getLast();
        keep(snapshot.resolve("manifest.json"), "snapshot", "manifest.json");
        keep(snapshot.resolve("accounts.jsonl.zst"), "snapshot", "accounts.jsonl.zst");
    }

    private void type(String... words) throws IOException {
        PrintStream nobody = new PrintStream(PrintStream.nullOutputStream());
        int code = Main.run(words, Map.of("HOME", home.toString()), home.resolve("machine"), nobody, nobody);
        if (code != 0) {
            throw new IOException(String.join(" ", words) + " ended with " + code);
        }
    }

    private static void keep(Path made, String target, String name) throws IOException {
        Files.copy(made, Files.createDirectories(Inputs.FOLDER.resolve(target)).resolve(name),
                StandardCopyOption.REPLACE_EXISTING);
    }

    private Path only(String folder) throws IOException {
        List<Path> files = list(folder);
        if (files.size() != 1) {
            throw new IOException(folder + " holds " + files.size() + " files");
        }
        return files.getFirst();
    }

    /** The rehearsal has a shorter journal than the run. */
    private Path longest() throws IOException {
        Path longest = list("runs").getFirst();
        for (Path run : list("runs")) {
            if (Files.size(run.resolve("journal.jsonl")) > Files.size(longest.resolve("journal.jsonl"))) {
                longest = run;
            }
        }
        return longest;
    }

    private List<Path> list(String folder) throws IOException {
        try (Stream<Path> entries = Files.list(store.resolve(folder))) {
            return entries.filter(entry -> !String.valueOf(entry.getFileName()).startsWith(".")).sorted().toList();
        }
    }
}
