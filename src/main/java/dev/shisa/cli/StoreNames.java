package dev.shisa.cli;

import dev.shisa.diag.RefusedException;
import dev.shisa.manual.ValueForm;
import dev.shisa.plan.Visible;
import dev.shisa.snapshot.SignInNames;
import dev.shisa.store.Disk;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Names for a line that is being typed, as they lie on this machine. No tenant is asked, no folder is made and no file is verified. What cannot be
 * read ends in an {@link UncheckedIOException}.
 */
final class StoreNames implements Offers.Names {
    /** With fewer letters nobody looks for a certain account. */
    static final int FEWEST_LETTERS = 2;
    static final int MOST_ACCOUNTS = 50;

    private static final int MOST_FILES = 1000;

    private final Session session;
    private final Disk disk = Disk.real();

    /** @param session says which store and which tenant the line means */
    StoreNames(Session session) {
        this.session = session;
    }

    @Override
    public List<String> stored(ValueForm.Kind kind) {
        return switch (kind) {
            case PLAN -> below("plans").stream().filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length())).toList();
            case RUN -> below("runs");
            case SNAPSHOT -> below("snapshots");
            case NOTHING, WORDS, FILE, FOLDER, ACCOUNT -> List.of();
        };
    }

    private List<String> below(String name) {
        Path folder = session.storeFolder().resolve(name);
        try {
            return disk.isFolder(folder) ? names(disk.list(folder)) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A terminal would take control characters in a name for its own; nobody could type it anyway. */
    private static List<String> names(List<Path> entries) {
        return entries.stream().map(entry -> String.valueOf(entry.getFileName()))
                .filter(name -> !name.startsWith(".") && isVisible(name)).toList();
    }

    private static boolean isVisible(String name) {
        return Visible.escape(name).equals(name);
    }

    @Override
    public List<String> accounts(String begun) {
        if (begun.length() < FEWEST_LETTERS) {
            return List.of();
        }
        try {
            String tenant = session.choice().tenantId();
            for (String snapshot : below("snapshots").reversed()) {
                Path folder = session.storeFolder().resolve("snapshots").resolve(snapshot);
                if (isOf(tenant, folder)) {
                    return SignInNames.beginning(folder, disk, begun, MOST_ACCOUNTS).stream()
                            .filter(StoreNames::isVisible).toList();
                }
            }
            return List.of();
        } catch (RefusedException e) {
            // Which tenant is meant cannot be told; the line will be refused when it is carried out.
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A snapshot that is not understood, or is just being made, is not the last one of any tenant. */
    private boolean isOf(String tenant, Path folder) {
        try {
            return SignInNames.tenantOf(folder, disk).equals(tenant);
        } catch (IOException | RefusedException e) {
            return false;
        }
    }

    @Override
    public List<String> files(String begun, boolean foldersOnly) {
        int end = Math.max(begun.lastIndexOf('/'), begun.lastIndexOf(File.separatorChar)) + 1;
        String parent = begun.substring(0, end);
        String name = begun.substring(end).toLowerCase(Locale.ROOT);
        try (Stream<Path> entries = Files.list(Path.of(parent))) {
            return entries.filter(entry -> !foldersOnly || Files.isDirectory(entry))
                    .filter(entry -> isOffered(String.valueOf(entry.getFileName()), name)).sorted().limit(MOST_FILES)
                    .map(entry -> parent + entry.getFileName() + (Files.isDirectory(entry) ? "/" : "")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOffered(String name, String begun) {
        return name.toLowerCase(Locale.ROOT).startsWith(begun) && isVisible(name)
                && name.startsWith(".") == begun.startsWith(".");
    }
}
