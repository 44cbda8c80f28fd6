package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an account takes with it is put by before it goes, told to people, and tied again where nobody has decided otherwise. */
class KeepsakeTest extends Scene {
    private static final String HEAD = "head@contoso.example";

    private final Map<String, String> ids = new HashMap<>();

    /** Names change in the recycle bin, so the first answer counts. */
    private String id(String local) {
        return ids.computeIfAbsent(local, name -> tenant().account(name).path("id").asString());
    }

    private String identity(String local) {
        return SandboxTenant.in(tenant().accounts(), id(local)).path("identity").asString();
    }

    private String managerOf(String local) {
        return tenant().graph("GET", "/users/" + id(local) + "/manager", "").path("id").asString();
    }

    private void manage(String local, String manager) {
        tenant().graph("PUT", "/users/" + id(local) + "/manager/$ref",
                "{\"@odata.id\":\"https://graph.microsoft.com/v1.0/users/" + id(manager) + "\"}");
    }

    private Result delete(String... accounts) {
        List<String> words = new ArrayList<>(List.of("user", "delete"));
        words.addAll(List.of(accounts));
        return shell().next(shell().json(words.toArray(String[]::new)).exits(0).text("next"));
    }

    @Test
    void theUndoTiesAgainWhatIsFreeAndLeavesWhatOthersDecided() throws IOException {
        serve("small");
        String run = delete(HEAD).exits(0).text("run");
        manage("report1", "person1");
        manage("report2", "person1");
        tenant().graph("DELETE", "/users/" + id("report2") + "/manager/$ref", "");
        Result undo = shell().next(shell().json("undo", run).exits(0).text("next")).exits(3);
        assertEquals(id("person1"), managerOf("report1"), "somebody had decided");
        assertEquals("partial", undo.text("status"));
        String report = shell().run("run", "report", undo.text("run")).exits(0).out();
        assertTrue(report.contains("not back: " + HEAD + ": not the manager of person Sam Report"), report);
        boolean tied = tenant().graph("GET", "/users/" + id("head") + "/directReports", "").path("value").valueStream()
                .anyMatch(person -> person.path("id").asString().equals(id("report2")));
        assertEquals(!tied, report.contains("not the manager of person Kim Report"),
                "what the writer has no right to is named, anything else is tied");
        assertEquals("undone", shell().json("run", "show", run).lines("run").getFirst().path("status").asString());
        shell().json("user", "disable", "person2@contoso.example").exits(0);
    }

    @Test
    void anUndoPutsBackGroupsAndRolesOfApplicationsThatWentMeanwhile() {
        serve("small");
        String run = shell().next(shell().json("user", "disable", HEAD).exits(0).text("next")).exits(0).text("run");
        JsonNode owned = tenant().graph("GET", "/users/" + id("head") + "/ownedObjects", "").path("value").path(0);
        String roles = "/users/" + id("head") + "/appRoleAssignments";
        JsonNode role = tenant().graph("GET", roles, "").path("value").path(0);
        tenant().graph("DELETE", "/groups/" + owned.path("id").asString() + "/owners/" + id("head") + "/$ref", "");
        tenant().graph("DELETE", roles + "/" + role.path("id").asString(), "");
        Result undo = shell().next(shell().json("undo", run).exits(0).text("next")).exits(0);
        assertEquals(3, undo.number("write_calls"), undo.toString());
        assertEquals(owned.path("id"), tenant().graph("GET", "/users/" + id("head") + "/ownedObjects", "").path("value")
                .path(0).path("id"));
        assertEquals(role.path("appRoleId"), tenant().graph("GET", roles, "").path("value").path(0).path("appRoleId"));
    }

    @Test
    void whatCanBePutBackByHandStandsInTheReportWithItsLine() throws IOException {
        serve("small");
        assertEquals("active", identity("head"));
        Result plan = shell().run("user", "delete", HEAD).exits(0);
        plan.shows("manager: comes back with the undo", "forwarding: put back by hand from the keepsake");
        String run = delete(HEAD).exits(0).text("run");
        String text = shell().run("run", "report", run, "--keepsake").exits(0).out();
        for (String line : List.of("Set-Mailbox -Identity '" + id("head") + "' -ForwardingAddress '",
                "Add-MailboxPermission -Identity '" + id("head")
                        + "' -User 'report1@contoso.example' -AccessRights 'FullAccess'",
                "PUT https://graph.microsoft.com/v1.0/users/" + id("report2") + "/manager/$ref {\"@odata.id\":",
                "/owners/$ref", "/appRoleAssignments {\"principalId\":\"" + id("head"))) {
            assertTrue(text.contains("\n      " + line) || text.contains(line), line + " is not in " + text);
        }
        List<JsonNode> rows = shell().json("run", "report", run, "--keepsake").exits(0).lines("keepsake");
        assertTrue(rows.stream().anyMatch(row -> row.path("part").asString().equals("manager")
                && row.path("account").asString().equals(id("head")) && !row.path("line").asString().isBlank()));
        Path file = shell().store().resolve("runs").resolve(run).resolve("keepsake.jsonl");
        Files.writeString(file, Files.readString(file).replace("Approver", "x").replace("\"deliver_and_forward\":true",
                "\"deliver_and_forward\":false"));
        shell().json("run", "report", run, "--keepsake").exits(20);
        shell().next(shell().json("undo", run).exits(0).text("next")).exits(3);
        assertEquals("active", identity("head"),
                "a keepsake that does not verify keeps nobody in the recycle bin");
    }

    @Test
    void anAccountWhoseKeepsakeCannotBeTakenIsLeftAlone() {
        serve("small");
        tenant().faults("[{\"match\":{\"method\":\"GET\",\"path\":\"/users/*/appRoleAssignments\",\"account\":\""
                + id("report1") + "\"},\"effect\":{\"status\":403}}]");
        assertEquals("active", identity("report2"));
        Result run = delete("report1@contoso.example", "report2@contoso.example").exits(3);
        assertEquals("active", identity("report1"));
        assertEquals("soft-deleted", identity("report2"));
        String report = shell().run("run", "report", run.text("run")).exits(0).out();
        assertTrue(report.contains("no keepsake could be taken: "), report);
    }
}
