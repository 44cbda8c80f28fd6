package dev.shisa.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The inputs that are kept: valid files, and all on which something went wrong once. */
public final class Inputs {
    /** The folder that holds one folder a target. */
    public static final Path FOLDER = Path.of("src", "test", "resources", "fuzz");

    private Inputs() {
    }

    /** All that are kept for a target, by name. */
    public static List<Path> of(String target) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(target))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file as the program wrote it, from the folder of that target. */
    public static byte[] valid(String target, String file) {
        try {
            return Files.readAllBytes(FOLDER.resolve(target).resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
