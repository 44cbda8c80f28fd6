package dev.shisa.bypass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.site.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line that the tables start from does write: a refusal in them is the guard's doing. */
class LineThatWritesTest {
    @TempDir
    private Path folder;

    @Test
    void theLineAloneIsCarriedOut() throws Exception {
        try (Stage stage = Stage.in(Files.createDirectories(folder.resolve("stage")))) {
            stage.removed("person12");
            long seen = stage.tenant().seen();
            Attempt.Ended ended = new Attempt(stage, Files.createDirectories(folder.resolve("home"))).run();
            assertEquals(0, ended.code(), ended.said());
            assertEquals(1, stage.tenant().applied(seen).size());
        }
    }

    @Test
    void anExposureThatSomebodyWroteIntoThePlanIsNotBelieved() throws Exception {
        try (Stage stage = Stage.in(Files.createDirectories(folder.resolve("stage")))) {
            stage.removed("person12");
            String plan = stage.planned("person1");
            Attempt attempt = new Attempt(stage, Files.createDirectories(folder.resolve("home")));
            Forgery.resealed(attempt.store().resolve("plans").resolve(plan + ".json"),
                    object -> object.put("exposure", 5_000));
            Attempt.Ended ended = attempt.words(Attempt.applying(plan)).and("-o", "json").runHere();
            assertEquals(0, ended.code(), ended.said());
            assertTrue(ended.said().contains("\"exposure\":1,"), ended.said());
        }
    }

    @Test
    void aPlanMadeBeforeIsCarriedOut() throws Exception {
        try (Stage stage = Stage.in(Files.createDirectories(folder.resolve("stage")))) {
            stage.removed("person12");
            String plan = stage.planned("person1");
            long seen = stage.tenant().seen();
            Attempt attempt = new Attempt(stage, Files.createDirectories(folder.resolve("home")));
            attempt.site("format_version: \"1.0\"\ntenants:\n  - {tenant_id: " + Site.SANDBOX_TENANT
                    + ", kind: sandbox, rehearsal: [\"nobody-*@contoso.example\"]}\n");
            Attempt.Ended ended = attempt.words(Attempt.applying(plan)).run();
            assertEquals(0, ended.code(), ended.said());
            assertEquals(1, stage.tenant().applied(seen).size());
        }
    }
}
