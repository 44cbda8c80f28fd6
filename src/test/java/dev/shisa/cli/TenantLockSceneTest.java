package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.store.TenantLock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One process at a time works on a tenant. Whoever comes second is told who works, may wait, and leaves nothing locked behind. */
class TenantLockSceneTest extends RecoveryScene {
    private static final String TENANT = "5a15a000-c0de-4a7e-8000-00000000feed";

    private boolean isFree() {
        Path file = shell().store().resolve("tenants").resolve(TENANT).resolve("lock");
        try {
            Optional<TenantLock> lock = TenantLock.tryAcquire(file, "a test");
            if (lock.isPresent()) {
                lock.get().close();
            }
            return lock.isPresent();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theSecondIsToldWhoWorksOrWaitsAndWatchingTellsHowItGoes() {
        serve("small");
        rehearse();
        long seen = tenant().seen();
        faults(onLicences("", "\"delay\":\"PT2S\""));
        CompletableFuture<Result> first = elsewhere(() -> remove(3));
        awaitThat(() -> !tenant().writes(seen).isEmpty());
        String run = newest("run");
        assertEquals("running", listed(run).path("status").asString());
        CompletableFuture<Result> watching = elsewhere(() -> shell().json("run", "status", run, "--watch"));
        String[] other = {"mailbox", "remove", "person7@contoso.example", "--keep-identity"};
        Result refused = execute("1@contoso.example", LOSS, other).exits(11);
        refused.holds(refused.errors().contains("mailbox remove, by ") && refused.errors().contains(", since 20"),
                "who works, and since when");
        shell().json("run", "close", run, "--reason", "too slow").exits(11);
        shell().json("run", "resume", run, "--confirm", "3@contoso.example").exits(11);
        shell().json("undo", run, "--execute", "--confirm", "3@contoso.example").exits(11);
        shell().json("mailbox", "remove", "person7@contoso.example", "--keep-identity").exits(0);
        CompletableFuture<Result> second = elsewhere(() -> shell().json("mailbox", "remove", "person7@contoso.example",
                "--keep-identity", "--execute", "--confirm", "1@contoso.example", "--accept-loss", LOSS,
                "--lock-timeout", "30"));
        assertEquals(3, ended(first).exits(0).number("done"));
        Result waited = ended(second);
        assertEquals(1, waited.exits(0).number("done"));

        Result watched = ended(watching).exits(0);
        List<JsonNode> rows = watched.lines("status");
        assertTrue(rows.size() >= 2, watched.out());
        assertEquals("running", rows.getFirst().path("status").asString());
        assertEquals(3, rows.getFirst().path("targets").asInt());
        assertEquals("completed", rows.getLast().path("status").asString());
        assertEquals(3, rows.getLast().path("verified").asInt());
        assertEquals(0, rows.getLast().path("pending").asInt());
        assertTrue(rows.getFirst().path("by").asString().contains("process "), watched.out());
        assertEquals(0, watched.number("write_calls"));
        assertEquals(1, shell().json("run", "status", run).exits(0).lines("status").size());
    }

    @Test
    void everyRefusalLetsGo() {
        serve("small");
        rehearse();
        faults(onLicences(",\"nth\":2", "\"status\":403"));
        String run = remove(3).exits(17).text("run");
        tenant().faults("[]");
        assertTrue(isFree());
        String[] named = {"mailbox", "remove", "person8@contoso.example", "--keep-identity"};
        execute("1@contoso.example", LOSS, named).exits(11);
        assertTrue(isFree(), "closed");
        execute("1@contoso.example", LOSS, "mailbox", "remove", "nobody@contoso.example", "--keep-identity");
        assertTrue(isFree(), "nothing matched");
        for (String[] line : List.of(new String[]{"run", "resume", run, "--confirm", "9@contoso.example"},
                new String[]{"run", "resume", "run-nobody", "--confirm", "9@contoso.example"},
                new String[]{"run", "close", run, "--reason", " "}, new String[]{"run", "close", "x", "--reason", "y"},
                new String[]{"run", "verify", run}, new String[]{"undo", run, "--execute"},
                new String[]{"undo", "run-nobody", "--execute"},
                new String[]{"apply", "plan-nobody", "--confirm", "1@contoso.example"},
                new String[]{"rehearse", "plan-nobody", "--confirm", "1@contoso.example"})) {
            Result refused = shell().json(line);
            refused.holds(refused.code() != 0, "it is refused");
            refused.holds(isFree(), "the lock is let go");
        }
        faults(fault("\"method\":\"GET\"", "\"status\":403"));
        shell().json("run", "resume", run, "--confirm", "1@contoso.example", "--accept-loss", LOSS).exits(23);
        assertTrue(isFree(), "not reachable");
        tenant().faults("[]");
        stands(run, "paused", true, 1);
        shell().json("undo", run).exits(0);
    }
}
