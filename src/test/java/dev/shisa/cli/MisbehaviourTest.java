package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A tenant that does something else than it was told. What is told is held against the server's own truth. */
class MisbehaviourTest extends Scene {
    private static final String[] ALL = {"mailbox", "remove", "--all", "--keep-identity"};

    private Result all() {
        String confirm = shell().json(ALL).exits(0).text("confirm");
        return execute(confirm, "licences,mailbox", ALL);
    }

    private void misbehave(String kind, int from) {
        tenant().faults("[{\"misbehave\":\"" + kind + "\",\"from\":" + from + "}]");
    }

    private List<String> writtenAccounts() {
        return tenant().applied(0).stream().map(request -> request.path("account").asString()).distinct().toList();
    }

    @Test
    void identityLostOnTheRehearsalAccountStopsEverything() {
        serve("small");
        misbehave("identity-lost", 1);
        SortedMap<String, JsonNode> before = tenant().accounts();
        Result refused = all().exits(14);
        assertEquals("refused", refused.text("status"));
        refused.holds(refused.errors().contains("identity"), "what was lost is told");
        assertEquals(1, writtenAccounts().size(), "one account was written");
        JsonNode written = SandboxTenant.in(tenant().accounts(), writtenAccounts().getFirst());
        assertTrue(written.path("userPrincipalName").asString().startsWith("rehearsal-"));
        assertEquals(List.of(), SandboxTenant.changed(before, tenant().accounts()), "everything is as it was");
        assertEquals(refused.number("write_calls"), tenant().writes(0).size());

        tenant().faults("[]");
        execute("1@contoso.example", "licences,mailbox", "mailbox", "remove", "person1@contoso.example",
                "--keep-identity").exits(0);
    }

    @Test
    void identityLostLaterIsNamedAndComesBack() {
        serve("synthetic:200");
        misbehave("identity-lost", 25);
        SortedMap<String, JsonNode> before = tenant().accounts();
        Result violated = all().exits(22);
        assertEquals("violated", violated.text("status"));
        List<JsonNode> lost = tenant().accounts().values().stream()
                .filter(account -> account.path("identity").asString().equals("soft-deleted")).toList();
        assertTrue(!lost.isEmpty() && lost.size() <= 4, "not more than the exposure: " + lost.size());
        assertTrue(writtenAccounts().size() <= 24 + 4, "written: " + writtenAccounts().size());
        String report = shell().json("run", "report", violated.text("run")).exits(0).lines("document").getFirst()
                .path("text").asString();
        for (JsonNode account : lost) {
            assertTrue(report.contains(account.path("id").asString()), "named: " + account);
        }
        assertTrue(report.contains("identity"));
        Result shown = shell().json("run", "show", violated.text("run")).exits(0);
        for (JsonNode account : lost) {
            shown.holds(shown.out().contains(account.path("id").asString()), "named in the journal");
        }

        long seen = tenant().seen();
        Result closed = execute("1@contoso.example", "licences,mailbox", "mailbox", "remove",
                "user3@contoso.example", "--keep-identity").exits(11);
        closed.holds(closed.errors().contains(violated.text("run")), "the run that closes is named");
        shell().json("run", "resume", violated.text("run"), "--confirm", "1@contoso.example", "--accept-loss",
                "licences,mailbox").exits(13);
        assertEquals(List.of(), tenant().applied(seen));

        Result plan = shell().next(violated.text("next")).exits(0);
        shell().json("undo", violated.text("run"), "--execute").exits(18);
        assertEquals(List.of(), tenant().applied(seen));
        Result undone = shell().next(plan.text("next")).exits(0);
        assertEquals("completed", undone.text("status"));
        assertEquals(List.of(), SandboxTenant.changed(before, tenant().accounts()), "everybody is as before");
        tenant().faults("[]");
        execute("1@contoso.example", "licences,mailbox", "mailbox", "remove", "user3@contoso.example",
                "--keep-identity").exits(0);
    }

    @ParameterizedTest
    @CsvSource({"address-lost,14", "password-reset,14", "nothing-done,14", "new-mailbox,14", "other-account-hit,14"})
    void theRehearsalNotices(String kind, int code) {
        serve("small");
        misbehave(kind, 1);
        SortedMap<String, JsonNode> before = tenant().accounts();
        Result refused = all().exits(code);
        List<String> changed = SandboxTenant.changed(before, tenant().accounts());
        assertTrue(changed.size() <= 1, "at most one account is not as it was: " + changed);
        assertTrue(writtenAccounts().size() <= 1, "only the rehearsal account was written by shisa");
        refused.holds(refused.number("write_calls") > 0, "the rehearsal's writes are told");
    }

    @ParameterizedTest
    @CsvSource({"address-lost,22", "password-reset,22", "nothing-done,17", "other-account-hit,22"})
    void theRunNotices(String kind, int code) {
        serve("small");
        misbehave(kind, 6);
        SortedMap<String, JsonNode> before = tenant().accounts();
        Result ended = all().exits(code);
        SortedMap<String, JsonNode> after = tenant().accounts();
        long done = ended.number("done");
        List<String> changed = SandboxTenant.changed(before, after);
        long tombstones = changed.stream().map(id -> SandboxTenant.in(after, id))
                .filter(SandboxTenant.mailbox("tombstone")).count();
        assertTrue(done <= tombstones, "nothing is told as done that is not: " + done + " " + tombstones);
        assertTrue(changed.size() <= 8, "it stopped soon: " + changed.size());
        shell().json(ALL).exits(0);
        execute("1@contoso.example", "licences,mailbox", ALL).exits(11);
    }

    @Test
    void anUndoThatGivesAnotherMailboxIsAViolation() {
        serve("small");
        Result run = execute("2@contoso.example", "licences,mailbox", "mailbox", "remove", "person1@contoso.example",
                "person2@contoso.example", "--keep-identity").exits(0);
        misbehave("new-mailbox", 1);
        Result undone = shell().next(shell().next(run.text("next")).exits(0).text("next")).exits(22);
        assertEquals("violated", undone.text("status"));
        execute("1@contoso.example", "licences,mailbox", "mailbox", "remove", "person3@contoso.example",
                "--keep-identity").exits(11);
    }

    @Test
    void anUndoThatGotStuckIsTriedAgain() {
        serve("small");
        SortedMap<String, JsonNode> before = tenant().accounts();
        Result run = execute("2@contoso.example", "licences,mailbox", "mailbox", "remove", "person1@contoso.example",
                "person2@contoso.example", "--keep-identity").exits(0);
        tenant().faults("[{\"match\":{\"method\":\"POST\",\"path\":\"/users/*/assignLicense\"},"
                + "\"effect\":{\"status\":400}}]");
        Result stuck = shell().next(shell().next(run.text("next")).exits(0).text("next"));
        stuck.holds(stuck.code() != 0, "nothing came back");
        tenant().faults("[]");
        String undo = stuck.text("run");
        Result ofUndo = shell().json("undo", undo);
        ofUndo.holds(ofUndo.code() != 0, "an undo is not undone: the run is undone again");
        Result again = shell().json("undo", run.text("run")).exits(0);
        shell().next(again.text("next")).exits(0);
        assertEquals(List.of(), SandboxTenant.changed(before, tenant().accounts()));
        execute("1@contoso.example", "licences,mailbox", "mailbox", "remove", "person3@contoso.example",
                "--keep-identity").exits(0);
    }
}
