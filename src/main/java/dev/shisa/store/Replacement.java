package dev.shisa.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

/** Puts a whole file in place of another. */
final class Replacement {
    private Replacement() {
    }

    /** The old file stays readable until the new one is on disk under its name; when this fails the old one is still there. */
    static void write(Path file, byte[] content, Disk disk) throws IOException {
        Path parent = parentOf(file);
        disk.createFolder(parent);
        Path next = parent.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".next");
        try {
            try (AppendFile opened = disk.create(next)) {
                opened.write(content);
                opened.force();
            }
            disk.move(next, file);
        } catch (IOException e) {
            withdraw(next, disk, e);
            throw e;
        }
        disk.forceFolder(parent);
    }

    private static void withdraw(Path next, Disk disk, IOException cause) {
        try {
            disk.delete(next);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    static Path parentOf(Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IOException("not a file: " + file);
        }
        return parent;
    }
}
