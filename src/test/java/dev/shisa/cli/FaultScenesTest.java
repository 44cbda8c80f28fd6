package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A service that stumbles: what took effect is counted as done, what did not is not, and nothing is sent twice on a guess. */
class FaultScenesTest extends Scene {
    private SortedMap<String, JsonNode> before = new TreeMap<>();

    @BeforeEach
    void serve() {
        serve("small");
        before = tenant().accounts();
    }

    private Result three() {
        return execute("3@contoso.example", "licences,mailbox", "mailbox", "remove", "person1@contoso.example",
                "person2@contoso.example", "person3@contoso.example", "--keep-identity");
    }

    private void onWrite(int nth, String effect) {
        tenant().faults("[{\"match\":{\"method\":\"POST\",\"path\":\"/users/*/assignLicense\",\"nth\":" + nth
                + "},\"effect\":{" + effect + "}}]");
    }

    private List<JsonNode> appliedTwice() {
        List<JsonNode> applied = tenant().applied(0);
        return applied.stream()
                .filter(request -> !SandboxTenant.in(before, request.path("account").asString())
                        .path("userPrincipalName").asString().startsWith("rehearsal-"))
                .filter(request -> applied.stream()
                        .filter(other -> other.path("account").equals(request.path("account")))
                        .count() > 1)
                .toList();
    }

    @Test
    void aThrottledWriteIsSentAgainAfterTheTimeAsked() {
        onWrite(4, "\"status\":429,\"headers\":{\"Retry-After\":\"0.2\"}");
        Result run = three().exits(0);
        assertEquals(3, run.number("done"));
        assertEquals(5, tenant().applied(0).size());
        assertEquals(6, tenant().writes(0).size());
        assertEquals(6, run.number("write_calls"));
    }

    @Test
    void throttledReadsAreReadAgain() {
        tenant().faults("[{\"match\":{\"method\":\"GET\",\"path\":\"/users/**\",\"every\":5},"
                + "\"effect\":{\"status\":429,\"headers\":{\"Retry-After\":\"0.1\"}}},"
                + "{\"match\":{\"method\":\"GET\",\"path\":\"/users\",\"nth\":2},"
                + "\"effect\":{\"status\":429,\"headers\":{\"Retry-After\":\"0.1\"}}}]");
        assertEquals(3, three().exits(0).number("done"));
    }

    @Test
    void aWriteThatTookEffectBehindAGatewayErrorIsSeenAndCounted() {
        onWrite(4, "\"status\":504,\"when\":\"after\"");
        Result run = three().exits(0);
        assertEquals(3, run.number("done"));
        assertEquals(List.of(), appliedTwice());
        assertEquals(5, tenant().writes(0).size(), "not sent again");
    }

    @Test
    void aConnectionCutAfterTheEffectIsSeenAndCounted() {
        onWrite(4, "\"drop\":\"after\"");
        Result run = three().exits(0);
        assertEquals(3, run.number("done"));
        assertEquals(List.of(), appliedTwice());
        assertEquals(5, tenant().writes(0).size(), "not sent again");
    }

    @Test
    void aWriteThatDidNotTakeEffectIsNotCounted() {
        onWrite(4, "\"status\":504,\"when\":\"before\"");
        Result run = three();
        run.holds(run.code() == 17 || run.code() == 19, "it is paused or not visible");
        long tombstones = tenant().names(SandboxTenant.mailbox("tombstone")).size() - 1L;
        assertEquals(tombstones, run.number("done"));
        assertEquals(List.of(), appliedTwice());
        execute("1@contoso.example", "licences,mailbox", "mailbox", "remove", "person9@contoso.example",
                "--keep-identity").exits(11);
        Result shown = shell().next(run.text("next")).exits(0);
        assertTrue(shown.text("next").startsWith("shisa run resume " + run.text("run")), shown.text("next"));
        Result ended = shell().next(shown.text("next")).exits(0);
        assertEquals(3, ended.number("done"));
        assertEquals(List.of(), appliedTwice());
        Result back = shell().json("undo", run.text("run")).exits(0);
        shell().next(back.text("next")).exits(0);
        assertEquals(List.of(), SandboxTenant.changed(before, tenant().accounts()));
    }

    @Test
    void aRefusedRightStopsAtOnce() {
        tenant().faults("[{\"match\":{\"method\":\"POST\",\"path\":\"/users/*/assignLicense\",\"from\":3},"
                + "\"effect\":{\"status\":403}}]");
        Result run = three();
        run.holds(run.code() != 0, "nothing was done");
        assertEquals(0, run.number("done"));
        assertEquals(3, tenant().writes(0).size(), "one attempt, no more");
    }

    @Test
    void aTenantThatFailsWhileItIsReadForTheRehearsalIsLeftOpen() {
        tenant().faults("[{\"match\":{\"method\":\"POST\",\"path\":\"/users/*/assignLicense\"},"
                + "\"effect\":{\"status\":400}}]");
        Result refused = three().exits(14);
        assertEquals(List.of(), tenant().applied(0));
        refused.holds(!refused.errors().isBlank(), "the reason is told");
        tenant().faults("[]");
        three().exits(0);
    }

    @Test
    void anAfterSnapshotThatIsNotCompleteIsNotVisible() {
        Result plan = shell().json("mailbox", "remove", "--filter", "userPrincipalName eq 'person1@contoso.example'",
                "--keep-identity").exits(0);
        String[] said = {"--confirm", "1@contoso.example", "--accept-loss", "licences,mailbox"};
        shell().json("rehearse", plan.text("plan"), said[0], said[1], said[2], said[3]).exits(0);
        long listings = tenant().requests(0).size();
        assertTrue(listings > 0);
        // The first listing, for the plan's fresh look, is whole; the ones after the run are not.
        tenant().faults(
                "[{\"match\":{\"method\":\"GET\",\"path\":\"/users\",\"from\":2},\"effect\":{\"truncate\":20}}]");
        Result run = shell().json("apply", plan.text("plan"), said[0], said[1], said[2], said[3]);
        run.holds(run.code() == 19, "the run was done and cannot be judged whole").exits(19);
        assertEquals("tombstone", tenant().account("person1").path("mailbox").asString());
    }
}
