package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What comes before and after a run: a moment to wait for, a service that is well, evidence at hand, and a later look. */
class LaterTest extends Scene {
    private static final String ONE = "1@contoso.example";
    private static final String LOSS = "licences,mailbox";

    private List<String> paths(long after) {
        return tenant().requests(after).stream().map(request -> request.path("path").asString()).toList();
    }

    private boolean isProvisional(String run) {
        JsonNode row = shell().json("run", "list").exits(0).lines("run").stream()
                .filter(line -> line.path("run").asString().equals(run)).findFirst().orElseThrow();
        return row.path("provisional").asBoolean();
    }

    @Test
    void aBulkRunIsProvisionalUntilSomebodyHasLookedAgainADayLater() {
        serve("small");
        Result planned = shell().json("mailbox", "remove", "--all", "--keep-identity").exits(0);
        Result done = shell().next(planned.text("next")).exits(0);
        String run = done.text("run");
        assertTrue(isProvisional(run));

        Result refused = shell().json("mailbox", "remove", "--all", "--keep-identity").exits(13);
        assertTrue(refused.errors().contains("shisa run verify " + run), refused.errors());
        Result early = shell().json("run", "verify", run).exits(0);
        assertTrue(early.lines("verification").getFirst().path("provisional").asBoolean(), "not due yet");
        assertTrue(isProvisional(run));
        shell().json("user", "disable", "--all").holds(true, "another command is not held up").exits(0);

        tenant().advance("PT24H");
        Result verified = shell().json("run", "verify", run).exits(0);
        assertFalse(verified.lines("verification").getFirst().path("provisional").asBoolean());
        assertFalse(isProvisional(run));
        shell().json("mailbox", "remove", "--all", "--keep-identity").exits(4);
    }

    @Test
    void aLossThatShowsLaterIsFoundAndClosesTheTenant() {
        serve("small");
        Result planned = shell().json("mailbox", "remove", "--all", "--keep-identity").exits(0);
        String run = shell().next(planned.text("next")).exits(0).text("run");
        String id = tenant().account("person1").path("id").asString();
        tenant().graph("DELETE", "/users/" + id, "");
        Result verified = shell().json("run", "verify", run).exits(0);
        assertTrue(verified.lines("finding").stream().anyMatch(finding -> finding.path("id").asString().equals(id)
                && finding.path("outcome").asString().equals("background")
                && finding.path("found").asString().contains(", by ")), "somebody else is named for it");
    }

    @Test
    void aTenantThatStartsAfreshKnowsOfNothingProvisional() {
        Shell embedded = Shell.embedded(folder);
        embedded.json("sandbox", "reset", "--seed", "small").exits(0);
        Result planned = embedded.json("mailbox", "remove", "--all", "--keep-identity").exits(0);
        embedded.next(planned.text("next")).exits(0);
        embedded.json("mailbox", "remove", "--all", "--keep-identity").exits(13);
        embedded.json("sandbox", "reset", "--seed", "small").exits(0);
        embedded.json("mailbox", "remove", "--all", "--keep-identity").exits(0);
    }

    @Test
    void mailboxesThatOutliveTheirLicencesAreJudgedWhenTheyFallDue() {
        serve("small");
        tenant().faults("[{\"condition\":\"delayed-delicensing\"}]");
        Result planned = shell().json("mailbox", "remove", "--all", "--keep-identity").exits(0);
        Result done = shell().next(planned.text("next")).exits(0);
        long targets = done.number("targets");
        assertEquals(targets, done.number("done"));
        assertEquals(targets, done.last().path("judgements").path("deferred").asLong());
        assertEquals("present", tenant().account("person1").path("mailbox").asString());
        String run = done.text("run");
        tenant().advance("PT24H");
        Result early = shell().json("run", "verify", run).exits(0);
        assertTrue(early.lines("verification").getFirst().path("provisional").asBoolean(),
                "the mailboxes are not gone");
        tenant().advance("P30D");
        Result verified = shell().json("run", "verify", run).exits(0);
        assertFalse(isProvisional(run));
        assertEquals("tombstone", tenant().account("person1").path("mailbox").asString());
        assertEquals(2 * targets, verified.lines("verification").getFirst().path("met").asLong());
    }

    @Test
    void aRunThatHasNotEndedCannotBeVerified() {
        serve("small");
        shell().json("run", "verify", "run-of-nobody").exits(4);
    }

    @ParameterizedTest
    @CsvSource({"tomorrow, 2", "2099-01-01T00:00:00Z, 12"})
    void aMomentThatCannotBeWaitedForIsRefused(String moment, int code) {
        serve("small");
        long seen = tenant().seen();
        execute(ONE, LOSS, "mailbox", "remove", "person1@contoso.example", "--keep-identity", "--not-before", moment)
                .exits(code);
        assertEquals(List.of(), tenant().applied(seen));
    }

    @Test
    void aMomentBelongsToSomethingThatIsDone() {
        serve("small");
        shell().json("mailbox", "remove", "person1@contoso.example", "--keep-identity", "--not-before",
                "2026-01-01T00:00:00Z").exits(2);
    }

    @Test
    void atItsMomentAFreshLookIsShownBeforeAnythingIsWritten() {
        serve("small");
        Result run = execute(ONE, LOSS, "mailbox", "remove", "person1@contoso.example", "--keep-identity",
                "--not-before", "2026-01-01T00:00:00+09:00").exits(0);
        List<String> types = run.lines().stream().map(line -> line.path("type").asString()).toList();
        assertEquals(2, types.stream().filter("plan"::equals).count(), "as planned, and as it is");
        assertTrue(types.lastIndexOf("plan") < types.indexOf("wave"));
        assertEquals(1, run.number("done"));
    }

    @Test
    void aServiceThatSaysThatItIsNotWellIsNotWrittenTo() {
        serve("small");
        tenant().faults("[{\"condition\":\"service-health\",\"service\":\"Exchange\","
                + "\"status\":\"serviceDegradation\"}]");
        long seen = tenant().seen();
        Result refused = execute(ONE, LOSS, "mailbox", "remove", "person1@contoso.example", "--keep-identity")
                .exits(13);
        assertTrue(refused.errors().contains("serviceDegradation"), refused.errors());
        assertEquals(List.of(), tenant().applied(seen));
        assertEquals(0, refused.number("write_calls"));
    }

    @Test
    void onePersonIsPlannedForAndDoneWithoutListingTheTenant() {
        serve("small");
        execute(ONE, LOSS, "mailbox", "remove", "person1@contoso.example", "--keep-identity").exits(0);
        long seen = tenant().seen();
        Result run = execute(ONE, LOSS, "mailbox", "remove", "person2@contoso.example", "--keep-identity").exits(0);
        assertEquals(1, run.number("write_calls"), "the evidence was at hand");
        assertFalse(paths(seen).contains("/v1.0/users/delta"),
                "no listing of the tenant begins; the recycle bin alone is read, for the cap of a day");
        assertEquals("tombstone", tenant().account("person2").path("mailbox").asString());
        assertFalse(isProvisional(run.text("run")));
    }

    @ParameterizedTest
    @CsvSource({"nobody@contoso.example, 4", "x@y'; drop, 4", "sentinel-1@contoso.example, 13",
            "synced1@contoso.example, 13"})
    void whoIsNamedOneByOneIsHeldToTheSameRules(String name, int code) {
        serve("small");
        shell().json("mailbox", "remove", name, "--keep-identity").exits(code);
    }

    @Test
    void aProbeThatHangsPausesTheRunAndItGoesOnWithoutTheProbe() throws java.io.IOException {
        serve("small");
        java.nio.file.Path site = java.nio.file.Files.createDirectory(folder.resolve("site"));
        java.nio.file.Files.writeString(site.resolve("site.yaml"),
                """
                        format_version: "1.0"
                        tenants:
                          - tenant_id: 5a15a000-c0de-4a7e-8000-00000000feed
                            kind: sandbox
                            probes: [{name: test-mail, command: [/bin/sh, -c, sleep 60], on: untouched, timeout: PT0.1S}]
                        """);
        Result paused = shell().with("SHISA_SITE", site.toString()).json("mailbox", "remove", "person1@contoso.example",
                "person2@contoso.example", "--keep-identity", "--execute", "--confirm", "2@contoso.example",
                "--accept-loss", LOSS).exits(17);
        assertEquals("paused", paused.text("status"));
        Result shown = shell().next(paused.text("next")).exits(0);
        assertEquals(ONE, shown.text("confirm"), "what remains");
        assertTrue(shown.lines("pause").toString().contains("probe test-mail gave no answer"), shown.out());
        shell().json("run", "resume", paused.text("run"), "--confirm", "2@contoso.example", "--accept-loss", LOSS)
                .exits(18);
        Result ended = shell().next(shown.text("next")).exits(0);
        assertEquals(2, ended.number("done"));
        assertEquals(1, ended.number("write_calls"));
    }

    @Test
    void coverageTellsWhichShapesAreProved() {
        serve("small");
        Result plan = shell().json("mailbox", "remove", "person1@contoso.example", "--keep-identity").exits(0);
        Result none = shell().json("evidence", "coverage", plan.text("plan")).exits(10);
        assertFalse(none.lines("coverage").getFirst().path("covered").asBoolean());
        assertTrue(none.lines("coverage").getFirst().path("gaps").size() > 0);
        shell().json("rehearse", plan.text("plan"), "--confirm", ONE, "--accept-loss", LOSS).exits(0);
        Result all = shell().json("evidence", "coverage", plan.text("plan")).exits(0);
        assertTrue(all.lines("coverage").getFirst().path("covered").asBoolean());
        assertEquals(0, all.number("write_calls"));
    }
}
