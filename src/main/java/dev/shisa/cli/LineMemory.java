package dev.shisa.cli;

import dev.shisa.plan.Visible;
import dev.shisa.store.AppendFile;
import dev.shisa.store.Disk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lines that a person typed at a shell, from one shell to the next, in a file that nobody else can read. What confirms a loss is not kept, so
 * that nobody says it again with an arrow key; nor is what looks like a secret. What cannot be read or written is forgotten.
 */
final class LineMemory {
    /** How many lines are kept. */
    static final int MOST = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(LineMemory.class);
    private static final int LONGEST = 4096;
    private static final List<String> NOT_KEPT = List.of("--confirm", "--accept-loss", "token", "secret", "password",
            "bearer ", "eyj");

    private final Path file;
    private final Disk disk;

    /** @param file the memory; made with its folder where there is none */
    LineMemory(Path file, Disk disk) {
        this.file = file;
        this.disk = disk;
    }

    /** Whether a line is one to be kept: as it was typed, and as its words are when the quotes are gone. */
    static boolean isKept(String line) {
        TypedLine typed = TypedLine.of(line, LineShell.backslashKeeps());
        String all = (line + "\n" + String.join(" ", typed.words())).toLowerCase(Locale.ROOT);
        return typed.isWhole() && !line.isBlank() && line.length() <= LONGEST && Visible.escape(line).equals(line)
                && !Character.isWhitespace(line.charAt(0)) && NOT_KEPT.stream().noneMatch(all::contains);
    }

    /** The lines that were kept, oldest first. */
    List<String> lines() {
        try {
            if (!disk.isFile(file)) {
                return List.of();
            }
            try (InputStream in = disk.read(file)) {
                return last(new String(in.readNBytes(MOST * LONGEST), StandardCharsets.UTF_8).lines()
                        .filter(LineMemory::isKept).toList());
            }
        } catch (IOException e) {
            LOG.debug("lines are not remembered", e);
            return List.of();
        }
    }

    /** Keeps a line, if it is one to be kept. Other shells of the same person keep theirs in the same file. */
    void keep(String line) {
        List<String> lines = new ArrayList<>(lines());
        if (!isKept(line) || (!lines.isEmpty() && lines.getLast().equals(line))) {
            return;
        }
        lines.add(line);
        try {
            write(String.join("\n", last(lines)) + "\n");
        } catch (IOException e) {
            LOG.debug("a line is not remembered", e);
        }
    }

    private static List<String> last(List<String> lines) {
        return lines.subList(Math.max(0, lines.size() - MOST), lines.size());
    }

    /** A new file each time: so it is its owner's alone, whatever became of the old one. */
    private void write(String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("not a file: " + file);
        }
        disk.createFolder(folder);
        Path next = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".next");
        try {
            try (AppendFile opened = disk.create(next)) {
                opened.write(text.getBytes(StandardCharsets.UTF_8));
            }
            disk.move(next, file);
        } finally {
            disk.delete(next);
        }
    }
}
