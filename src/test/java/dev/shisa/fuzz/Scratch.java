package dev.shisa.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for what can only be read as a file. It is gone when the process ends. */
public final class Scratch {
    private final Path folder;

    /** A new and empty one. */
    public Scratch() {
        try {
            folder = Files.createTempDirectory("shisa-fuzz");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> delete(folder)));
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /** A file in it with that content, and the folders above it. */
    public Path file(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        return Files.write(file, content);
    }

    /** The path of a file in it that is not there. */
    public Path none(String name) throws IOException {
        delete(folder.resolve(name));
        return folder.resolve(name);
    }

    private static void delete(Path entry) {
        if (Files.notExists(entry)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(entry)) {
            List<Path> all = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : all) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
