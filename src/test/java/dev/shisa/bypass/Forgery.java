package dev.shisa.bypass;

import dev.shisa.store.ChainedLog;
import dev.shisa.store.Disk;
import dev.shisa.store.SealedObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Changes files of a store, with and without mending what shows it. */
final class Forgery {
    private Forgery() {
    }

    /** The only file of a folder. */
    static Path single(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            if (all.size() != 1) {
                throw new IOException("not one file: " + all);
            }
            return all.getFirst();
        }
    }

    /** Replaces a text that must be there. */
    static void replaced(Path file, String text, String other) throws IOException {
        String content = Files.readString(file);
        if (!content.contains(text)) {
            throw new IOException(file + " does not hold " + text);
        }
        Files.writeString(file, content.replace(text, other));
    }

    /** Flips one bit of the byte in the middle of the first line, so that what follows it still stands. */
    static void bent(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int line = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n', Math.min(text.length() - 1, 200));
        bytes[line / 2] ^= 1;
        Files.write(file, bytes);
    }

    /** Changes a sealed object and seals it again. */
    static void resealed(Path file, Consumer<ObjectNode> change) throws IOException {
        if (!(SealedObject.open(Files.readAllBytes(file)) instanceof SealedObject.Content.Intact intact)) {
            throw new IOException(file + " is not sealed");
        }
        change.accept(intact.object());
        Files.write(file, SealedObject.seal(intact.object()));
    }

    /** Changes the records of a log and chains them again. */
    static void relinked(Path file, UnaryOperator<String> change) throws IOException {
        if (!(ChainedLog.read(file, Disk.real()) instanceof ChainedLog.Content.Verified verified)) {
            throw new IOException(file + " is not chained");
        }
        Files.delete(file);
        try (ChainedLog log = ChainedLog.create(file, Disk.real())) {
            for (String line : verified.lines()) {
                log.append(change.apply(line));
            }
        }
    }
}
