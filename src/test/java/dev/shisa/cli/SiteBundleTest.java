package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The owners of a tenant pin what it is; who types the command does not. Nothing is written by any of these. */
class SiteBundleTest extends Scene {
    private static final Path DRILL = Path.of("policies", "production-drill");
    private static final String SANDBOX = "5a15a000-c0de-4a7e-8000-00000000feed";
    private static final String[] RUN = {"mailbox", "remove", "person1@contoso.example", "--keep-identity", "--execute",
            "--confirm", "1@contoso.example", "--accept-loss", "licences,mailbox"};

    @BeforeEach
    void serve() {
        serve("small");
    }

    @AfterEach
    void nothingWasWritten() {
        assertEquals(List.of(), tenant().writes(0));
    }

    private Path bundle(String folderName, String text) throws IOException {
        Path bundle = Files.createDirectories(folder.resolve(folderName));
        Files.writeString(bundle.resolve("site.yaml"), text);
        return bundle;
    }

    private static String sandbox(String members) {
        return "format_version: \"1.0\"\ntenants:\n  - {tenant_id: " + SANDBOX + ", " + members + "}\n";
    }

    @Test
    void aCheckTellsWhatIsPinned() {
        JsonNode drilled = shell().with("SHISA_SITE", DRILL.toString()).json("tenant", "check").exits(0)
                .lines("tenant").getFirst();
        assertEquals("production", drilled.path("kind").asString());
        assertTrue(drilled.path("site").asString().endsWith("site.yaml"), drilled.toString());
        assertEquals("[\"sentinel-*@sgu.example\",\"sentinel-*@contoso.example\"]",
                drilled.path("sentinels").toString());
        assertEquals(50, drilled.path("exposure").asInt());
        JsonNode plain = shell().json("tenant", "check").exits(0).lines("tenant").getFirst();
        assertEquals("sandbox", plain.path("kind").asString());
        assertEquals("built in", plain.path("site").asString());
    }

    @Test
    void theBundleOfTheMachineCountsWithoutBeingNamed() throws IOException {
        bundle("machine", sandbox("kind: test, rehearsal: [\"rehearsal-*@contoso.example\"]"));
        assertEquals("test", shell().json("tenant", "check").exits(0).text("kind"));
        assertEquals("production", shell().with("SHISA_SITE", DRILL.toString()).json("tenant", "check").exits(0)
                .text("kind"));
    }

    @Test
    void everyMistakeOfABundleIsToldAndNothingIsDone() throws IOException {
        bundle("machine", sandbox("kind: prod, knid: test"));
        Result refused = shell().json(RUN).exits(2);
        assertTrue(refused.out().contains("'prod' is not one of sandbox, test, production"), refused.out());
        assertTrue(refused.out().contains("there is no key 'knid' here"), refused.out());
        assertEquals("production", refused.text("kind"), "what cannot be told is the worst");
        shell().json("tenant", "check").exits(2);
    }

    @Test
    void aStoreThatIsPinnedIsTheOnlyOne() throws IOException {
        Path pinned = Files.createDirectory(folder.resolve("pinned"));
        bundle("machine", sandbox("kind: sandbox, store: \"" + pinned + "\""));
        Result refused = shell().json(RUN).exits(13);
        assertTrue(refused.out().contains("This tenant is worked on from another store."), refused.out());
        shell().withStore("pinned").json("tenant", "check").exits(0);
        Result found = shell().withoutStore().json("mailbox", "remove", "--all", "--keep-identity").exits(0);
        assertTrue(Files.exists(pinned.resolve("plans").resolve(found.text("plan") + ".json")), found.out());
    }

    @Test
    void aPinnedStoreThatIsNotThereIsNotMadeByNamingAnother() throws IOException {
        bundle("machine", sandbox("kind: sandbox, store: \"" + folder.resolve("gone") + "\""));
        shell().json(RUN).exits(13);
        assertTrue(Files.notExists(folder.resolve("gone")));
    }

    @Test
    void whoeverIsListedByTheSiteIsNoTarget() throws IOException {
        bundle("machine", sandbox("kind: sandbox, break_glass: [\"person1@contoso.example\"]"));
        shell().json(RUN).exits(13);
    }
}
