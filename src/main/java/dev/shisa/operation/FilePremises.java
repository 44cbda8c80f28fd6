package dev.shisa.operation;

import dev.shisa.run.Premises;
import dev.shisa.store.Digest;
import dev.shisa.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files and folders as they were at a moment. A folder is what its files say, each with its name; what cannot be read is something that can change, too.
 * Immutable.
 */
public final class FilePremises implements Premises {
    /** Policies, waivers, a catalog: people write these, so they are small and few. */
    private static final int MOST_FILES = 1000;
    private static final int LARGEST = 64 << 20;

    private final Map<Path, String> digests;

    private FilePremises(Map<Path, String> digests) {
        this.digests = digests;
    }

    /** These files and folders as they are now. */
    public static FilePremises of(List<Path> places) {
        Map<Path, String> digests = new LinkedHashMap<>();
        places.forEach(place -> digests.put(place, digest(place)));
        return new FilePremises(digests);
    }

    /** The same, and a file of which somebody read what has this digest. */
    FilePremises with(Path file, String digest) {
        Map<Path, String> all = new LinkedHashMap<>(digests);
        all.put(file, digest);
        return new FilePremises(all);
    }

    /** The same and some more. */
    FilePremises with(List<Path> places) {
        Map<Path, String> all = new LinkedHashMap<>(digests);
        places.forEach(place -> all.put(place, digest(place)));
        return new FilePremises(all);
    }

    @Override
    public Optional<String> changed() {
        List<String> changed = digests.entrySet().stream().filter(was -> !digest(was.getKey()).equals(was.getValue()))
                .map(was -> was.getKey().toString()).toList();
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of(Text.of("not as when it was decided: {0}", String.join(", ", changed)).toString());
    }

    private static String digest(Path place) {
        try {
            return Files.isDirectory(place) ? folder(place) : file(place);
        } catch (IOException | UncheckedIOException e) {
            return "unreadable: " + e.getClass().getSimpleName();
        }
    }

    private static String folder(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> found = Files.list(folder)) {
            for (Path file : found.sorted().limit(MOST_FILES + 1L).toList()) {
                boolean plain = Files.isRegularFile(file);
                lines.add(file.getFileName() + " "
                        + (plain ? file(file) : Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)));
            }
        }
        if (lines.size() > MOST_FILES) {
            throw new IOException("more than " + MOST_FILES + " files in " + folder);
        }
        return Digest.of(String.join("\n", lines));
    }

    private static String file(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Digest.of(in.readNBytes(LARGEST));
        }
    }
}
