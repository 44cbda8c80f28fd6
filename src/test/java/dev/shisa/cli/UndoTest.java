package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The way back goes by what is different now, says what it takes, and names whom it cannot bring back. */
class UndoTest extends RecoveryScene {
    private final Map<String, String> ids = new HashMap<>();
    private SortedMap<String, JsonNode> before = new TreeMap<>();

    @BeforeEach
    void serve() {
        serve("small");
        for (String local : List.of("person1", "person2", "person3")) {
            ids.put(local, id(local));
        }
        before = tenant().accounts();
    }

    private String of(String local) {
        return String.valueOf(ids.get(local));
    }

    private JsonNode truth(String local) {
        return SandboxTenant.in(tenant().accounts(), of(local));
    }

    private String delete(String... accounts) {
        List<String> words = new ArrayList<>(List.of("user", "delete"));
        words.addAll(List.of(accounts));
        return shell().next(shell().json(words.toArray(String[]::new)).exits(0).text("next")).exits(0).text("run");
    }

    private Result undo(String run) {
        return shell().next(shell().json("undo", run).exits(0).text("next"));
    }

    private List<String> changed() {
        return SandboxTenant.changed(before, tenant().accounts());
    }

    @Test
    void anUndoThatIsUndoneHarmsAgainAndHasToBeToldSo() {
        rehearse();
        String run = remove(2).exits(0).text("run");
        String undo = undo(run).exits(0).text("run");
        assertEquals(List.of(), changed());
        Result plan = shell().json("undo", undo).exits(0);
        assertEquals("2@contoso.example", plan.text("confirm"));
        assertEquals(LOSS, String.join(",", plan.last().path("loss").valueStream().map(JsonNode::asString).toList()));
        shell().json("undo", undo, "--execute", "--confirm", "2@contoso.example").exits(18);
        assertEquals(List.of(), changed());
        Result again = shell().next(plan.text("next")).exits(0);
        assertEquals(2, again.number("done"));
        assertEquals("tombstone", mailboxOf("person1"));
        assertEquals("tombstone", mailboxOf("person2"));
        undo(run).exits(0);
        assertEquals(List.of(), changed());
    }

    @Test
    void whoWasDisabledComesBackDisabledAndWhoseAddressIsTakenIsNamed() {
        tenant().graph("PATCH", "/users/" + of("person1"), "{\"accountEnabled\":false}");
        String run = delete("person1@contoso.example", "person2@contoso.example", "person3@contoso.example");
        JsonNode newcomer = tenant().graph("POST", "/users", """
                {"accountEnabled":true,"displayName":"Newcomer","mailNickname":"person2",
                 "userPrincipalName":"person2@contoso.example","passwordProfile":{"password":"Xy12345678!"}}""");
        String other = newcomer.path("id").asString();

        Result plan = shell().json("undo", run).exits(0);
        assertEquals("2@contoso.example", plan.text("confirm"));
        assertTrue(plan.out().contains("person2@contoso.example is "), "whose address is taken is named: " + plan);
        Result stuck = shell().next(plan.text("next")).exits(3);
        assertEquals(2, stuck.number("done"));
        assertEquals("stuck", listed(stuck.text("run")).path("status").asString());
        assertEquals("active", truth("person1").path("identity").asString());
        assertEquals("false", truth("person1").path("enabled").asString());
        assertEquals("active", truth("person3").path("identity").asString());
        assertEquals("true", truth("person3").path("enabled").asString());
        assertEquals("soft-deleted", truth("person2").path("identity").asString());
        assertEquals("active", SandboxTenant.in(tenant().accounts(), other).path("identity").asString());
        String report = shell().run("run", "report", stuck.text("run")).exits(0).out();
        assertTrue(report.contains("not brought back: person2@contoso.example: "), report);
        assertTrue(report.contains("Give the accounts that were done back"), report);
        isClosedBy(stuck.text("run"));

        Result nothing = shell().json("undo", run).exits(13);
        assertTrue(nothing.errors().contains("person2@contoso.example"), nothing.errors());
        tenant().graph("DELETE", "/users/" + other, "");
        assertEquals(1, undo(run).exits(0).number("done"));
        assertEquals("active", truth("person2").path("identity").asString());
        stands(stuck.text("run"), "closed", false, 0);
        stands(run, "undone", false, 0);
        isOpen();
    }

    @Test
    void theRecycleBinKeepsThirtyDays() {
        String run = delete("person1@contoso.example");
        tenant().advance("P29D");
        undo(run).exits(0);
        assertEquals(SandboxTenant.in(before, of("person1")), truth("person1"));
        String again = delete("person1@contoso.example");
        tenant().advance("P31D");
        Result late = shell().json("undo", again).exits(13);
        assertTrue(late.errors().contains("person1@contoso.example") && late.errors().contains("30 days"),
                late.errors());
        long seen = tenant().seen();
        shell().json("undo", again, "--execute", "--confirm", "1@contoso.example").exits(13);
        assertEquals(List.<JsonNode>of(), tenant().writes(seen));
    }
}
