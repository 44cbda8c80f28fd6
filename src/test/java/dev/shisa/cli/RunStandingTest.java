package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who changes what, and how it is stopped, as somebody else sees it at another terminal. */
class RunStandingTest extends RecoveryScene {
    private static final String[] ALL = {"mailbox", "remove", "--all", "--keep-identity"};

    @Test
    void aRunThatIsOverIsToldWithoutAWayToHaltIt() {
        serve("small");
        String run = execute(shell().json(ALL).exits(0).text("confirm"), "licences,mailbox", ALL).exits(0).text("run");
        JsonNode status = shell().json("run", "status", run, "--watch").exits(0).lines("status").getFirst();
        assertEquals("mailbox remove", status.path("command").asString());
        assertEquals("completed", status.path("status").asString());
        assertTrue(status.path("verified").asInt() > 0, status.toString());
        assertTrue(status.path("halt_line").isMissingNode(), status.toString());
        shell().run("run", "status", run).exits(0).shows("Run       " + run, "completed: wave ", " verified");
        shell().run("run", "status", run, "--lang", "ja").exits(0).shows("実行者", "確認済み");
    }

    @Test
    void withoutANameItIsTheOneThatGoesOn() {
        serve("small");
        shell().run("run", "status").exits(4).tells("No run goes on now.");
    }

    @Test
    void whoeverLooksIsToldHowToHaltIt() {
        serve("small");
        rehearse();
        long seen = tenant().seen();
        faults(onLicences(",\"nth\":2", "\"status\":429,\"headers\":{\"Retry-After\":\"60\"}"));
        CompletableFuture<Result> running = elsewhere(() -> remove(3));
        awaitThat(() -> tenant().writes(seen).size() >= 2);
        Result status = shell().json("run", "status").exits(0);
        JsonNode standing = status.lines("status").getFirst();
        assertEquals("running", standing.path("status").asString());
        assertEquals(3, Stream.of("not-started", "intended", "accepted", "verified", "rejected")
                .mapToInt(state -> standing.path(state).asInt()).sum(), status::toString);
        String line = status.lines("status").getFirst().path("halt_line").asString();
        assertTrue(line.contains(" halt " + newest("run") + " --reason TEXT"), line);
        shell().run("run", "status").exits(0).shows("To halt   " + line);
        shell().next(line).exits(0);
        assertEquals("halted", ended(running).exits(17).text("status"));
        String run = newest("run");
        shell().run("run", "show", run).exits(0).tells("A halt is in force: \"TEXT\", by ",
                "shisa halt " + run + " --clear --reason TEXT");
        shell().json("run", "resume", run).exits(11);
        shell().run("halt", run, "--clear", "--reason", "settled").exits(0);
        Result shown = shell().run("run", "show", run).exits(0);
        assertFalse(shown.talk().contains("in force"), shown.talk());
        shell().run("halt", run, "--reason", "again").exits(0).tells("does not run now");
    }
}
