package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whoever types a line that can write stands in the audit log before anything is done, and so does how it ended. */
class AuditSceneTest extends Scene {
    private static final String WHO = "person1@contoso.example";
    private static final String LOSS = "licences,mailbox";

    @BeforeEach
    void serve() {
        serve("small");
    }

    private Result removal(String confirm) {
        return execute(confirm, LOSS, "mailbox", "remove", WHO, "--keep-identity");
    }

    private List<JsonNode> records() {
        return shell().json("audit", "log").exits(0).lines("audit");
    }

    private static List<String> events(List<JsonNode> records) {
        return records.stream().map(record -> record.path("event").asString()).toList();
    }

    private Path file() {
        return shell().store().resolve("audit.jsonl");
    }

    @Test
    void aRefusalIsRecordedAndALookIsNot() {
        shell().json("mailbox", "remove", WHO, "--keep-identity").exits(0);
        assertEquals(List.of(), records());
        Result refused = removal("2@contoso.example").exits(18);
        List<JsonNode> records = records();
        assertEquals(List.of("begun", "ended"), events(records));
        assertEquals("mailbox remove", records.getFirst().path("command").asString());
        assertTrue(records.getFirst().path("words").toString().contains("\"2@contoso.example\""));
        assertEquals(18, records.getLast().path("exit_code").asInt());
        assertTrue(
                records.getLast().path("refusals").toString().contains("18: The confirmation does not fit the plan."),
                records.getLast().toString());
        assertFalse(refused.text("audit_head").isEmpty());
        shell().json("mailbox", "remove", WHO, "--execute").exits(2);
        shell().json("mailbox", "remove", WHO, "--keep-identity", "--execute", "--no-such-option").exits(2);
        shell().with("SHISA_CONFIRM", "1@contoso.example")
                .json("mailbox", "remove", WHO, "--keep-identity", "--execute")
                .exits(2);
        assertEquals(8, records().size(), "whatever is wrong with a line that could have written");
        shell().json("mailbox", "remove", WHO, "--keep-identity", "--execute=true").exits(2);
        assertEquals(10, records().size(), "however it is spelt");
    }

    @Test
    void aRunIsFoundInTheLogAndTheLogByTheHeadOfItsResult() {
        Result run = removal("1@contoso.example").exits(0);
        List<JsonNode> records = records();
        assertEquals(List.of("begun", "worked", "worked", "ended"), events(records));
        assertEquals("rehearsal", records.get(1).path("kind_of_run").asString());
        assertEquals(run.text("run"), records.get(2).path("run").asString());
        assertEquals(3, records.get(3).path("write_calls").asInt());
        Result check = shell().json("audit", "verify", "--anchor", run.text("audit_head")).exits(0);
        assertEquals(4, check.lines("audit_check").getFirst().path("anchored").asInt());
        assertEquals("", check.lines("audit_check").getFirst().path("unanchored").asString());
        execute("1@contoso.example", "", "undo", run.text("run")).exits(0);
        assertEquals(4, shell().json("audit", "log", "--run", run.text("run")).exits(0).lines("audit").size());
        assertEquals(7, records().size());
        assertEquals(List.of(),
                shell().json("audit", "log", "--since", "2999-01-01T00:00:00Z").exits(0).lines("audit"));
        shell().json("audit", "log", "--since", "yesterday").exits(2);
        String table = shell().table("audit", "log");
        assertTrue(table.startsWith("at,invocation,event,by,command,"), table);
        assertEquals(8, table.lines().count());
    }

    @Test
    void aStoreThatIsNotThereAndAHeadThatIsNoneAreNoGreenResult() {
        Path nowhere = folder.resolve("nowhere");
        for (List<String> look : List.of(List.of("audit", "verify"), List.of("audit", "log"), List.of("run", "list"),
                List.of("plan", "list"), List.of("evidence", "list"), List.of("snapshot", "list"))) {
            List<String> line = new ArrayList<>(look);
            line.addAll(List.of("--store", nowhere.toString()));
            Result refused = shell().withoutStore().raw(line).exits(4);
            assertTrue(refused.talk().contains("There is no store at " + nowhere), refused.talk());
            assertFalse(Files.exists(nowhere), "who looks makes no store");
        }
        shell().json("mailbox", "remove", WHO, "--keep-identity").exits(0);
        shell().run("audit", "verify").exits(0).tells("nothing to verify");
        removal("1@contoso.example").exits(0);
        shell().run("audit", "verify").exits(0).tells("The chain is whole.");
        shell().run("audit", "verify", "--anchor", "abc").exits(2).tells("This is no head of an audit log.");
    }

    @Test
    void aLogThatWasCutIsFoundByTheStoresRuns() throws IOException {
        removal("1@contoso.example").exits(0);
        List<String> lines = Files.readAllLines(file(), StandardCharsets.UTF_8);
        Files.writeString(file(), lines.getFirst() + "\n");
        Result found = shell().json("audit", "verify").exits(20);
        assertTrue(found.out().contains("no record tells of it"), found.out());
    }

    @Test
    void nothingIsBegunOnALogThatWasEditedButTheWayBackIsOpen() throws IOException {
        Result run = removal("1@contoso.example").exits(0);
        String text = Files.readString(file(), StandardCharsets.UTF_8);
        Files.writeString(file(), text.replace("\"status\":\"completed\"", "\"status\":\"refused\""));
        long before = tenant().writes(0).size();
        Result refused = execute("1@contoso.example", LOSS, "mailbox", "remove", "person2@contoso.example",
                "--keep-identity").exits(20);
        assertTrue(refused.out().contains("The audit log does not verify, so nothing is done."), refused.out());
        assertEquals(before, tenant().writes(0).size());
        Result both = shell().json("mailbox", "remove", WHO, "--keep-identity", "--execute", "--no-such-option")
                .exits(2);
        assertTrue(both.out().contains("--no-such-option") && both.out().contains("does not verify"), both.out());
        shell().json("audit", "verify").exits(20);
        shell().json("audit", "log").exits(20);
        execute("1@contoso.example", "", "undo", run.text("run")).exits(0);
        assertEquals("present", tenant().account("person1").path("mailbox").asString());
    }
}
