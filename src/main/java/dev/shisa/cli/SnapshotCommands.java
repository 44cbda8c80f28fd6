package dev.shisa.cli;

import dev.shisa.text.Text;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.operation.Connection;
import dev.shisa.operation.Planning;
import dev.shisa.snapshot.Difference;
import dev.shisa.snapshot.Snapshot;
import dev.shisa.snapshot.SnapshotComparison;
import dev.shisa.snapshot.SnapshotFolder;
import dev.shisa.snapshot.SnapshotManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Snapshots of the whole tenant. */
final class SnapshotCommands {
    private SnapshotCommands() {
    }

    /** Takes one. */
    @Command(name = "take", description = "Take a snapshot that is provably complete, or say why none can be had.")
    static final class Take implements BuiltIn {
        @Override
        public int run(Desk desk) {
            return desk.carryOut("snapshot take", session -> {
                Connection connection = session.connect();
                Snapshot snapshot = Planning
                        .complete(session.archive().take(connection.reader(), session.names().snapshot()));
                row(snapshot.manifest(), session.view());
                return session.outcome().ending("completed", ExitStatus.DONE, session.writeCalls());
            });
        }
    }

    /** Lists them. */
    @Command(name = "list", description = "Snapshots in the store, oldest first.")
    static final class ListSnapshots implements BuiltIn {
        @Override
        public int run(Desk desk) {
            return desk.carryOut("snapshot list", session -> {
                List<Path> folders;
                try (Stream<Path> entries = Files.list(session.archive().snapshots())) {
                    folders = entries.filter(Files::isDirectory).sorted().toList();
                }
                for (Path folder : folders) {
                    new Rows().with("snapshot", String.valueOf(folder.getFileName())).show(session.view(), "snapshot");
                }
                return session.outcome();
            });
        }
    }

    /** Shows one. */
    @Command(name = "show", description = "What a snapshot knows about itself, and why it is held to be complete.")
    static final class Show implements BuiltIn {
        @Parameters(paramLabel = "SNAPSHOT", description = "Name of the snapshot.")
        private String name = "";

        @Override
        public int run(Desk desk) {
            return desk.carryOut("snapshot show", session -> {
                SnapshotManifest manifest = SnapshotFolder.read(folder(session, name), session.store().disk())
                        .manifest();
                row(manifest, session.view());
                manifest.completeness()
                        .forEach(sentence -> new Rows().with("because", sentence).show(session.view(), "completeness"));
                return session.outcome();
            });
        }
    }

    /** Compares two. */
    @Command(name = "diff", description = "What is different between two snapshots. Exit 10 when anything is.")
    static final class Diff implements BuiltIn {
        @Parameters(index = "0", paramLabel = "EARLIER", description = "Name of the earlier snapshot.")
        private String earlier = "";

        @Parameters(index = "1", paramLabel = "LATER", description = "Name of the later snapshot.")
        private String later = "";

        @Override
        public int run(Desk desk) {
            return desk.carryOut("snapshot diff", session -> {
                long differences = SnapshotComparison.compare(folder(session, earlier), folder(session, later),
                        session.store().disk(), difference -> show(difference, session.view()));
                return differences == 0
                        ? session.outcome()
                        : session.outcome().ending("completed", ExitStatus.DIFFERENCES, session.writeCalls());
            });
        }
    }

    private static void show(Difference difference, View view) {
        Rows row = new Rows().with("what", word(difference)).with("name", difference.name())
                .with("id", difference.id().value())
                .with("harm", difference.harm().name().toLowerCase(Locale.ROOT));
        if (difference instanceof Difference.Changed changed) {
            row.with("facet", changed.facet().label()).with("before", changed.before().describe()).with("after",
                    changed.after().describe());
        }
        if (difference instanceof Difference.Unseen unseen) {
            row.with("facet", unseen.facet().label()).with("reason", unseen.reason());
        }
        row.show(view, "difference");
    }

    private static String word(Difference difference) {
        return switch (difference) {
            case Difference.Added _ -> "added";
            case Difference.Removed _ -> "removed";
            case Difference.Changed _ -> "changed";
            case Difference.Unseen _ -> "unseen";
        };
    }

    /** Verifies one. */
    @Command(name = "verify", description = "Whether a snapshot is as it was written. Exit 20 when it is not.")
    static final class Verify implements BuiltIn {
        @Parameters(paramLabel = "SNAPSHOT", description = "Name of the snapshot.")
        private String name = "";

        @Override
        public int run(Desk desk) {
            return desk.carryOut("snapshot verify", session -> {
                List<Diagnostic> findings = SnapshotFolder.verify(folder(session, name));
                if (!findings.isEmpty()) {
                    throw new RefusedException(findings);
                }
                new Rows().with("snapshot", name).with("verified", true).show(session.view(), "snapshot");
                return session.outcome();
            });
        }
    }

    private static Path folder(Session session, String name) throws RefusedException, IOException {
        Path folder = session.archive().snapshots().resolve(name);
        if (!name.matches("[a-z0-9][a-z0-9-]{0,80}") || !Files.isDirectory(folder)) {
            throw new RefusedException(
                    Diagnostic.refusal(ExitStatus.NOTHING_MATCHED, Text.of("There is no snapshot {0}.", name))
                            .remedy(Text.of("List them: shisa snapshot list.")));
        }
        return folder;
    }

    private static void row(SnapshotManifest manifest, View view) {
        new Rows().with("snapshot", manifest.id()).with("taken_at", manifest.takenAt().toString())
                .with("domain", manifest.domain())
                .with("active", manifest.active().kept()).with("deleted", manifest.deleted().kept())
                .with("pages", manifest.pages())
                .with("tries", manifest.tries()).show(view, "snapshot");
    }
}
