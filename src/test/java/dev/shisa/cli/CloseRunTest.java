package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shisa.store.TenantLock;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A run that nobody goes on with is closed by somebody who says why, and only then is the tenant open again. */
class CloseRunTest extends RecoveryScene {
    private static final String TENANT = "5a15a000-c0de-4a7e-8000-00000000feed";

    @BeforeEach
    void serve() {
        serve("small");
    }

    private Result close(String run) {
        return shell().json("run", "close", run, "--reason", "put right by hand");
    }

    private void closes(String run, String from) throws IOException {
        assertEquals(from, listed(run).path("status").asString());
        isClosedBy(run);
        shell().json("run", "close", run).exits(2);
        shell().json("run", "close", run, "--reason", " ").exits(2);
        long seen = tenant().seen();
        close(run).exits(0);
        assertEquals(List.<JsonNode>of(), tenant().writes(seen));
        stands(run, "closed", false, 0);
        String note = records(run).getLast().path("note").asString();
        assertEquals(0, note.indexOf("put right by hand ("), note);
        close(run).exits(13);
        shell().json("run", "resume", run, "--confirm", "1@contoso.example", "--accept-loss", LOSS).exits(13);
        assertEquals(List.<JsonNode>of(), tenant().writes(seen));
    }

    private void removeAndWriteAgain() {
        execute("1@contoso.example", LOSS, "mailbox", "remove", "person5@contoso.example", "--keep-identity").exits(0);
    }

    @Test
    void aReasonForgesNoLineOfTheReport() throws IOException {
        rehearse();
        faults(onLicences(",\"nth\":2", "\"status\":403"));
        String run = remove(3).exits(17).text("run");
        shell().json("run", "close", run, "--reason", "x\u001b[31m\n## forged").exits(0);
        Result report = shell().run("run", "report", run).exits(0).shows("x\\u001b[31m\\u000a## forged");
        report.holds(report.out().indexOf('\u001b') < 0, "nothing of a reason reaches the terminal as it is");
        report.holds(report.out().lines().noneMatch(line -> line.startsWith("## forged")), "no line is forged");
    }

    @Test
    void aPausedRunIsClosedButNotWhileSomebodyWorksAndNotTwice() throws IOException {
        rehearse();
        faults(onLicences(",\"nth\":2", "\"status\":403"));
        String run = remove(3).exits(17).text("run");
        tenant().faults("[]");
        try (TenantLock lock = TenantLock
                .tryAcquire(shell().store().resolve("tenants").resolve(TENANT).resolve("lock"), "somebody's work")
                .orElseThrow()) {
            Result refused = close(run).exits(11);
            refused.holds(refused.errors().contains("somebody's work") && lock != null, "who holds it");
        }
        closes(run, "paused");
        removeAndWriteAgain();
        Result back = shell().json("undo", run).exits(0);
        shell().next(back.text("next")).exits(0);
        assertEquals(0, List.of(mailboxOf("person1"), mailboxOf("person2")).indexOf("present"), "also a closed run");
        String whole = newest("run");
        close(whole).exits(13);
    }

    @Test
    void afterHarmARunIsClosedAndNeverGoneOnWith() throws IOException {
        rehearse();
        tenant().faults("[{\"misbehave\":\"address-lost\",\"from\":1}]");
        String run = remove(2).exits(22).text("run");
        tenant().faults("[]");
        shell().json("run", "resume", run, "--confirm", "1@contoso.example", "--accept-loss", LOSS).exits(13);
        closes(run, "violated");
        removeAndWriteAgain();
    }

    @Test
    void aRehearsalThatIsStuckIsClosed() throws IOException {
        faults(onLicences(",\"nth\":2", "\"status\":400"));
        remove(2).exits(14);
        tenant().faults("[]");
        closes(newest("rehearsal"), "stuck");
    }
}
