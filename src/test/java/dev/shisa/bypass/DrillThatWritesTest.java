package dev.shisa.bypass;

import static dev.shisa.bypass.Attempt.applying;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line that the tables of a production-like tenant start from does write: a refusal in them is what the row changed. */
class DrillThatWritesTest {
    @TempDir
    private Path folder;

    @Test
    void anApprovedPlanIsCarriedOut() throws Exception {
        try (Stage stage = Stage.in(Files.createDirectories(folder.resolve("stage")))) {
            Drill drill = Drill.of(stage);
            String plan = drill.approved("person1");
            Attempt attempt = new Attempt(stage, Files.createDirectories(folder.resolve("home")));
            drill.lay(attempt);
            long seen = stage.tenant().seen();
            Attempt.Ended ended = attempt.words(applying(plan)).run();
            assertEquals(0, ended.code(), ended.said());
            assertEquals(1, stage.tenant().applied(seen).size());
        }
    }
}
