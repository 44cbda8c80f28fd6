package dev.shisa.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.store.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever changes in what a run rests on shows, and nothing else does. */
class FilePremisesTest {
    @TempDir
    private Path folder;
    private Path file = Path.of("");
    private Path rules = Path.of("");

    @BeforeEach
    void somePlaces() throws IOException {
        file = Files.writeString(folder.resolve("site.yaml"), "one");
        rules = Files.createDirectory(folder.resolve("rules"));
        Files.writeString(rules.resolve("a.yaml"), "a");
    }

    private FilePremises premises() {
        return FilePremises.of(List.of(file, rules, folder.resolve("gone")));
    }

    private void changes(Path place, FilePremises was) {
        assertEquals(Optional.of("not as when it was decided: " + place), was.changed());
    }

    @Test
    void whatStaysAsItWasIsNotTold() throws IOException {
        FilePremises was = premises();
        assertEquals(Optional.empty(), was.changed());
        Files.writeString(file, "one");
        Files.writeString(folder.resolve("beside"), "x");
        assertEquals(Optional.empty(), was.changed());
    }

    @Test
    void aFileThatChangesGoesOrComesIsTold() throws IOException {
        FilePremises was = premises();
        Files.writeString(file, "two");
        changes(file, was);
        Files.delete(file);
        changes(file, was);
        Files.writeString(file, "one");
        assertEquals(Optional.empty(), was.changed());
        Files.writeString(folder.resolve("gone"), "");
        changes(folder.resolve("gone"), was);
    }

    @Test
    void aFolderIsItsFilesWithTheirNames() throws IOException {
        FilePremises was = premises();
        Files.writeString(rules.resolve("a.yaml"), "b");
        changes(rules, was);
        Files.delete(rules.resolve("a.yaml"));
        Files.writeString(rules.resolve("b.yaml"), "a");
        changes(rules, was);
        Files.writeString(rules.resolve("a.yaml"), "a");
        changes(rules, was);
        Files.delete(rules.resolve("b.yaml"));
        assertEquals(Optional.empty(), was.changed());
        Files.createDirectory(rules.resolve("more"));
        changes(rules, was);
    }

    @Test
    void whatSomebodyReadCountsAndNotWhatIsThereNow() {
        assertEquals(Optional.empty(), premises().with(file, Digest.of("one")).changed());
        changes(file, premises().with(file, Digest.of("what was read")));
        changes(folder.resolve("gone"), premises().with(folder.resolve("gone"), Digest.of("x")));
    }

    @Test
    void morePlacesAreAsTheyAreNow() throws IOException {
        Path plan = Files.writeString(folder.resolve("plan.json"), "{}");
        FilePremises was = premises().with(List.of(plan));
        assertEquals(Optional.empty(), was.changed());
        Files.writeString(plan, "{ }");
        Files.writeString(file, "two");
        assertTrue(was.changed().orElseThrow().endsWith(file + ", " + plan), was.changed()::toString);
    }
}
