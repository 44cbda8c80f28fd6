package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every command of the catalog, there and back where there is a way back. */
class CommandsTest extends Scene {
    private static final String E3 = "6fd2c87f-b296-42f0-b197-1e91e994b900";
    private SortedMap<String, JsonNode> before = new TreeMap<>();

    @BeforeEach
    void serve() {
        serve("small");
        before = tenant().accounts();
    }

    private Result run(String loss, String... words) {
        return execute("1@contoso.example", loss, words);
    }

    private void undo(Result run) {
        shell().next(shell().next(run.text("next")).exits(0).text("next")).exits(0);
        assertEquals(List.of(), SandboxTenant.changed(before, tenant().accounts()));
    }

    private String of(String local, String member) {
        return tenant().account(local).path(member).asString();
    }

    @Test
    void usersAreDeletedAndComeBack() {
        Result run = run("identity", "user", "delete", "person1@contoso.example").exits(0);
        assertEquals(1, SandboxTenant.changed(before, tenant().accounts()).size());
        undo(run);
    }

    @Test
    void usersAreDisabledAndEnabledAgain() {
        Result run = run("enabled", "user", "disable", "person1@contoso.example").exits(0);
        assertEquals("false", of("person1", "enabled"));
        assertEquals(1, SandboxTenant.changed(before, tenant().accounts()).size());
        undo(run);
        Result again = run("enabled", "user", "disable", "person1@contoso.example").exits(0);
        Result enabled = run("", "user", "enable", "person1@contoso.example");
        enabled.exits(0);
        assertEquals("true", of("person1", "enabled"));
        shell().json("run", "show", again.text("run")).exits(0);
        shell().json("user", "enable", "person1@contoso.example").exits(13);
    }

    @Test
    void mailboxesAreRestored() {
        run("licences,mailbox", "mailbox", "remove", "person1@contoso.example", "--keep-identity").exits(0);
        String loss = String.join(",", shell().json("mailbox", "restore", "person1@contoso.example").exits(0).last()
                .path("loss").values().stream().map(JsonNode::asString).toList());
        run(loss, "mailbox", "restore", "person1@contoso.example").exits(0);
        assertEquals(List.of(), SandboxTenant.changed(before, tenant().accounts()));
        shell().json("mailbox", "restore", "person1@contoso.example").exits(4);
    }

    @Test
    void licencesAreRemovedAndAssigned() {
        shell().json("license", "remove", "two1@contoso.example", "--sku", E3).exits(2);
        shell().json("license", "remove", "two1@contoso.example", "--keep-mailbox").exits(2);
        shell().json("license", "remove", "two1@contoso.example", "--sku", E3, "--keep-mailbox").exits(13);
        shell().json("license", "remove", "two1@contoso.example", "--sku", "nonsense", "--keep-mailbox").exits(13);
        Result run = run("licences,mailbox", "license", "remove", "person1@contoso.example", "--sku", E3,
                "--lose-mailbox").exits(0);
        assertEquals("tombstone", of("person1", "mailbox"));
        undo(run);
    }

    @Test
    void usersAreRestoredFromTheBin() {
        Result plan = shell().json("user", "restore", "gone1@contoso.example", "--keep-addresses").exits(0);
        Result run = run(String.join(",", plan.last().path("loss").values().stream().map(JsonNode::asString).toList()),
                "user", "restore", "gone1@contoso.example", "--keep-addresses");
        run.exits(0);
        assertEquals("active", of("gone1", "identity"));
    }

    @Test
    void usersArePurgedAfterTheWaitingTimeOnly() {
        shell().json("user", "purge", "gone1@contoso.example").exits(13);
        shell().json("user", "purge", "rehearsal-purge-1@contoso.example").exits(13);
        JsonNode all = shell().json("user", "purge", "--all").exits(0).last();
        assertEquals(List.of(1, 3), List.of(all.path("targets").asInt(), all.path("left_out").asInt()));
        Result plan = shell().json("user", "purge", "gone3@contoso.example").exits(0);
        assertEquals("identity", plan.last().path("loss").path(0).asString());
        assertEquals(true, plan.last().path("undo_deadline").isNull());
        Result run = run("identity", "user", "purge", "gone3@contoso.example");
        run.exits(0);
        assertEquals(2, tenant().accounts().values().stream()
                .filter(account -> account.path("identity").asString().equals("absent")).count(),
                "the account, and the rehearsal account that the rehearsal used up");
        shell().json("user", "purge", "person1@contoso.example").exits(4);
    }
}
