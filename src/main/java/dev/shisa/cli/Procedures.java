package dev.shisa.cli;

import dev.shisa.document.Documents;
import dev.shisa.lint.FileReport;
import dev.shisa.lint.Linter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/** The scripts and documents that words on the command line name. A word is a file, a folder with all scripts and documents below it, or standard input. */
final class Procedures {
    /** More is not read of one file; a procedure of a person is far shorter. */
    private static final int LONGEST = 16 * 1024 * 1024 + 1;
    private static final int MOST_FILES = 100_000;
    /** So many files are read at the same time, and kept until those before them are shown. */
    private static final int ABREAST = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 16);

    private final Linter linter;

    Procedures(Linter linter) {
        this.linter = linter;
    }

    /** One report a file, in the order of the words; within a folder in that of the paths. */
    void read(List<String> words, Consumer<FileReport> reports) {
        words.stream().flatMap(this::files).gather(Gatherers.mapConcurrent(ABREAST, Task::read))
                .forEachOrdered(reports);
    }

    /** Something that has a report. */
    @FunctionalInterface
    private interface Task {
        FileReport read();
    }

    private Stream<Task> files(String word) {
        try {
            return word.equals("-") || !Files.isDirectory(Path.of(word)) ? Stream.of(() -> report(word)) : folder(word);
        } catch (InvalidPathException e) {
            return Stream.of(() -> unreadable(word, "The file " + word + " cannot be read: " + e + "."));
        }
    }

    private Stream<Task> folder(String word) {
        List<String> files;
        // A link that is named is followed, those below it are not.
        try (Stream<Path> all = Files.walk(Path.of(word).resolve("."))) {
            files = all.filter(file -> Documents.isNamed(file.toString()) && Files.isRegularFile(file))
                    .limit(MOST_FILES + 1L).map(file -> file.normalize().toString()).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            return Stream.of(() -> unreadable(word, "The folder " + word + " cannot be read: " + e + "."));
        }
        if (files.isEmpty()) {
            return Stream.of(() -> unreadable(word, "The folder " + word + " holds no script and no document."));
        }
        if (files.size() > MOST_FILES) {
            return Stream.of(() -> unreadable(word, "The folder " + word + " holds more than " + MOST_FILES
                    + " scripts and documents. Name folders in it one by one."));
        }
        return files.stream().map(file -> () -> report(file));
    }

    private FileReport report(String file) {
        try {
            return linter.lint(file, bytes(file));
        } catch (IOException e) {
            return unreadable(file, "The file " + file + " cannot be read: " + e + ".");
        }
    }

    private static FileReport unreadable(String name, String reason) {
        return new FileReport.Unreadable(name, reason);
    }

    private static byte[] bytes(String file) throws IOException {
        if (file.equals("-")) {
            return System.in.readNBytes(LONGEST);
        }
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return in.readNBytes(LONGEST);
        }
    }
}
