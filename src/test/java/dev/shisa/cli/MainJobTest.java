package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The job the program exists for, held against the server's own log and truth. */
class MainJobTest extends Scene {
    private static final String ALL = "mailbox remove --all --keep-identity";

    @ParameterizedTest
    @CsvSource({"small,24,29,2", "synthetic:200,177,14,1"})
    void allMailboxesGoAndNobodyElseIsTouched(String seed, int count, int leftOut, int shapes) {
        serve(seed);
        SortedMap<String, JsonNode> before = tenant().accounts();
        Result result = execute(count + "@contoso.example", "licences,mailbox", ALL.split(" "));
        result.exits(0).holds(result.number("done") == count, "all should be done")
                .holds(result.number("left_out") == leftOut, "left out")
                .holds(result.number("collateral") == 0, "no collateral");

        SortedMap<String, JsonNode> after = tenant().accounts();
        List<JsonNode> applied = tenant().applied(0);
        assertEquals(result.number("write_calls"), tenant().writes(0).size(), "the log has what was told");
        assertEquals(count + 2 * shapes, applied.size(),
                "each account once, a rehearsal account there and back per shape");
        List<String> changed = SandboxTenant.changed(before, after);
        assertEquals(count, changed.size());
        for (String id : changed) {
            assertEquals("active", SandboxTenant.in(after, id).path("identity").asString());
            assertEquals("tombstone", SandboxTenant.in(after, id).path("mailbox").asString());
            assertEquals(SandboxTenant.in(before, id).path("mailboxGuid"),
                    SandboxTenant.in(after, id).path("mailboxGuid"));
            assertEquals(SandboxTenant.in(before, id).path("addresses"), SandboxTenant.in(after, id).path("addresses"));
            assertEquals(SandboxTenant.in(before, id).path("roles"), SandboxTenant.in(after, id).path("roles"));
            assertEquals(SandboxTenant.in(before, id).path("groups"), SandboxTenant.in(after, id).path("groups"));
        }
        for (JsonNode request : applied) {
            String account = request.path("account").asString();
            boolean rehearsal = SandboxTenant.in(before, account).path("userPrincipalName").asString()
                    .startsWith("rehearsal-");
            assertTrue(rehearsal || changed.contains(account), "nobody else is written: " + request);
        }
    }

    @Test
    void undoBringsEveryMailboxBack() {
        serve("small");
        SortedMap<String, JsonNode> before = tenant().accounts();
        Result run = execute("3@contoso.example", "licences,mailbox", "mailbox", "remove", "person1@contoso.example",
                "person2@contoso.example", "two1@contoso.example", "--keep-identity").exits(0);
        assertEquals(3, SandboxTenant.changed(before, tenant().accounts()).size());

        Result shown = shell().next(run.text("next")).exits(0);
        assertEquals("planned", shown.text("status"));
        long seen = tenant().seen();
        Result undone = shell().next(shown.text("next")).exits(0);
        assertEquals(3, undone.number("done"));
        assertEquals(3, tenant().applied(seen).size());
        assertEquals(List.of(), SandboxTenant.changed(before, tenant().accounts()));
        Result runs = shell().json("run", "list").exits(0);
        assertEquals(List.of("rehearsal completed", "run undone", "undo completed"), runs.lines("run").stream()
                .map(line -> line.path("kind_of_run").asString() + " " + line.path("status").asString()).toList());
    }

    @Test
    void withoutExecuteNothingIsWrittenAndTheLogAgrees() {
        serve("small");
        SortedMap<String, JsonNode> before = tenant().accounts();
        Result plan = shell().run(ALL.split(" ")).exits(0);
        assertTrue(plan.out().endsWith("write calls: 0\n"), plan.out());
        plan.shows("24@contoso.example", "licences", "shisa apply plan-");
        assertEquals(List.of(), tenant().writes(0));
        assertEquals(before, tenant().accounts());
    }

    @Test
    void withoutAChoiceBothWaysAreNamedWithWhatTheyLose() {
        serve("small");
        Result refused = shell().run("mailbox", "remove", "--all").exits(2);
        refused.tells("--keep-identity", "--discard-identity", "(loses: ", "mailbox, licences", "identity");
        Result json = shell().json("mailbox", "remove", "--all").exits(2);
        json.holds(json.errors().contains("--discard-identity"), "both ways are named");
        assertEquals("refused", json.text("status"));
        assertEquals(0, tenant().seen(), "nobody was asked");
        shell().json("mailbox", "remove", "--all", "--keep-identity", "--discard-identity").exits(2);
        assertEquals(0, tenant().seen());
    }

    @Test
    void discardingIdentitiesIsAnotherLossAndComesBackWhole() {
        serve("small");
        SortedMap<String, JsonNode> before = tenant().accounts();
        String id = tenant().account("person3").path("id").asString();
        execute("1@contoso.example", "licences,mailbox", "mailbox", "remove", id, "--discard-identity").exits(18);
        assertEquals(List.of(), tenant().writes(0));
        Result run = execute("1@contoso.example", "identity", "mailbox", "remove", id, "--discard-identity").exits(0);
        assertEquals("soft-deleted", SandboxTenant.in(tenant().accounts(), id).path("identity").asString());
        shell().next(shell().next(run.text("next")).exits(0).text("next")).exits(0);
        assertEquals(before.get(id), tenant().accounts().get(id));
    }
}
