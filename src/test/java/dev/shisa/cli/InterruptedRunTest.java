package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A process is gone. What it left is told, keeps the tenant closed, and comes to its end without a second write for anybody. */
class InterruptedRunTest extends RecoveryScene {
    private static final int TORN = 60;
    private static final Map<String, Integer> EACH_ONCE = Map.of("person1@contoso.example", 1,
            "person2@contoso.example", 1, "person3@contoso.example", 1);

    private SortedMap<String, JsonNode> before = new TreeMap<>();

    @BeforeEach
    void serve() {
        serve("small");
        before = tenant().accounts();
    }

    /** A run whose third request is refused for good, so that two accounts are done and the third is as it was. */
    private String stoppedAtTheThird() {
        faults(onLicences(",\"nth\":3", "\"status\":403"));
        String run = remove(3).exits(3).text("run");
        tenant().faults("[]");
        return run;
    }

    private List<String> intents(String run) throws IOException {
        return records(run).stream().filter(type("intent")).map(record -> record.path("target").asString()).distinct()
                .toList();
    }

    private Result resume(String run, String confirm) {
        return shell().json("run", "resume", run, "--confirm", confirm, "--accept-loss", LOSS);
    }

    @Test
    void aTornAnswerLeavesAnIntentThatIsSentAgainBecauseItDidNothing() throws IOException {
        rehearse();
        long seen = tenant().seen();
        String run = stoppedAtTheThird();
        cutAfter(run, type("intent"), TORN);
        String left = Files.readString(journal(run));
        String bytes = left.substring(left.lastIndexOf('\n') + 1);
        assertEquals(TORN, bytes.length());

        stands(run, "interrupted", true, 1);
        Result closed = isClosedBy(run);
        closed.holds(closed.errors().contains("is interrupted") && closed.errors().contains(", by ")
                && closed.errors().contains("process " + ProcessHandle.current().pid()), "who, since when, and what");
        Result shown = shell().json("run", "show", run).exits(0);
        assertEquals("1@contoso.example", shown.text("confirm"));
        resume(run, "3@contoso.example").exits(18);
        shell().json("run", "resume", run, "--confirm", "1@contoso.example").exits(18);
        assertEquals(left, Files.readString(journal(run)), "a refused resume leaves no trace");

        Result done = shell().next(shown.text("next")).exits(0);
        assertEquals("completed", done.text("status"));
        assertEquals(3, done.number("done"));
        assertEquals(1, done.number("write_calls"));
        assertEquals(EACH_ONCE, writtenTimes(seen));
        JsonNode recovered = records(run).stream().filter(type("recovered")).findFirst().orElseThrow();
        Path torn = journal(run).resolveSibling(recovered.path("torn").asString());
        assertEquals(bytes, Files.readString(torn, StandardCharsets.UTF_8));
        stands(run, "completed", false, 0);
        isOpen();
    }

    @Test
    void anIntentThatDidSomethingIsNotSentAgain() throws IOException {
        rehearse();
        long seen = tenant().seen();
        String run = stoppedAtTheThird();
        cutAfter(run, about("intent", intents(run).get(1)), 0);
        stands(run, "interrupted", true, 2);
        Result shown = shell().json("run", "show", run).exits(0);
        assertEquals("2@contoso.example", shown.text("confirm"), "of one nobody knows what its request did");
        long resumed = tenant().seen();
        Result done = shell().next(shown.text("next")).exits(0);
        assertEquals(1, done.number("write_calls"));
        assertEquals(1, tenant().writes(resumed).size());
        assertEquals(EACH_ONCE, writtenTimes(seen));
        assertEquals(3, done.number("done"));
    }

    @Test
    void nothingFoundAfterOurOwnDeletionIsNoReasonToDeleteAgain() throws IOException {
        Result plan = shell().json("user", "delete", "person1@contoso.example", "person2@contoso.example").exits(0);
        shell().json("rehearse", plan.text("plan"), "--confirm", "2@contoso.example", "--accept-loss", "identity")
                .exits(0);
        String person1 = id("person1");
        String person2 = id("person2");
        long seen = tenant().seen();
        String deletion = "\"method\":\"DELETE\",\"path\":\"/users/*\"";
        faults(fault(deletion + ",\"nth\":1", "\"status\":404,\"when\":\"after\""),
                fault(deletion + ",\"nth\":2", "\"drop\":\"after\""));
        Result run = shell().next(plan.text("next"));
        tenant().faults("[]");
        run.exits(0);
        assertEquals(2, run.number("done"));
        cutAfter(run.text("run"), type("intent"), 0);
        Result shown = shell().json("run", "show", run.text("run")).exits(0);
        assertEquals("1@contoso.example", shown.text("confirm"));
        Result done = shell().next(shown.text("next")).exits(0);
        assertEquals(0, done.number("write_calls"));
        assertEquals(2, tenant().writes(seen).size());
        for (String id : List.of(person1, person2)) {
            assertEquals("soft-deleted", SandboxTenant.in(tenant().accounts(), id).path("identity").asString());
        }
    }

    @Test
    void anInterruptedRunIsBroughtBack() throws IOException {
        rehearse();
        String run = stoppedAtTheThird();
        cutAfter(run, about("intent", intents(run).get(1)), TORN);
        Result plan = shell().json("undo", run).exits(0);
        assertEquals("2@contoso.example", plan.text("confirm"), "what looks different, whoever knows of it");
        Result undone = shell().next(plan.text("next")).exits(0);
        assertEquals("completed", undone.text("status"));
        assertEquals(List.of(), SandboxTenant.changed(before, tenant().accounts()));
        stands(run, "undone", false, 0);
        resume(run, "1@contoso.example").exits(13);
        isOpen();
    }

    @Test
    void theAccountOfADeadRehearsalComesBackAndTheRunIsNotGoneOnWith() throws IOException {
        faults(onLicences(",\"nth\":2", "\"status\":400"));
        remove(2).exits(14);
        tenant().faults("[]");
        String rehearsal = newest("rehearsal");
        stands(rehearsal, "stuck", true, 1);
        cutAfter(rehearsal, type("intent").and(record -> record.path("body").asString().contains("[]")), 0);
        cutAfter(rehearsal, type("accepted"), TORN);
        stands(rehearsal, "interrupted", true, 1);
        isClosedBy(rehearsal);
        shell().json("run", "resume", rehearsal, "--confirm", "2@contoso.example").exits(18);
        long seen = tenant().seen();
        Result ended = shell().next(shell().json("run", "show", rehearsal).exits(0).text("next")).exits(0);
        assertEquals("completed", ended.text("status"));
        assertEquals(1, tenant().writes(seen).size());
        assertEquals(List.of(), SandboxTenant.changed(before, tenant().accounts()));
        assertEquals(List.of(), shell().json("evidence", "list").exits(0).lines("evidence"), "it proves nothing");
        stands(rehearsal, "completed", false, 0);
    }

    @Test
    void aDeadUndoGoesOnAndAHaltedOneWaits() throws IOException {
        rehearse();
        String run = remove(3).exits(0).text("run");
        faults(onLicences(",\"nth\":3", "\"status\":403"));
        Result stopped = shell().next(shell().json("undo", run).exits(0).text("next"));
        stopped.holds(stopped.code() != 0, "one is not back");
        tenant().faults("[]");
        String undo = stopped.text("run");
        cutAfter(undo, about("intent", intents(undo).get(1)), TORN);
        stands(undo, "interrupted", true, 2);
        isClosedBy(undo);
        shell().json("undo", undo).exits(13);
        Result again = shell().next(shell().json("undo", run).exits(0).text("next")).exits(11);
        again.holds(again.errors().contains(undo), "the undo that was cut off goes on first");
        Result shown = shell().json("run", "show", undo).exits(0);
        shell().json("halt", undo, "--reason", "wait for me").exits(0);
        long seen = tenant().seen();
        Result refused = shell().next(shown.text("next")).exits(11);
        refused.holds(refused.errors().contains("wait for me"), "the reason is told");
        assertEquals(List.of(), tenant().writes(seen));
        shell().json("halt", undo, "--clear", "--reason", "go on").exits(0);
        Result done = shell().next(shown.text("next")).exits(0);
        assertEquals(1, done.number("write_calls"));
        assertEquals(List.of(), SandboxTenant.changed(before, tenant().accounts()));
        stands(undo, "completed", false, 0);
        stands(run, "undone", false, 0);
        assertTrue(records(undo).stream().anyMatch(type("recovered")), "it is told that it was taken up");
        isOpen();
    }
}
