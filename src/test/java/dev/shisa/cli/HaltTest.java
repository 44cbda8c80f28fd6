package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Somebody stops a run from elsewhere: nothing more is sent, it says so, and it goes on when that is taken back. */
class HaltTest extends RecoveryScene {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Map<String, Integer> EACH_ONCE = Map.of("person1@contoso.example", 1,
            "person2@contoso.example", 1, "person3@contoso.example", 1);

    private List<JsonNode> licenceWrites(long after) {
        return tenant().writes(after).stream()
                .filter(request -> request.path("path").asString().endsWith("/assignLicense")).toList();
    }

    private Set<String> runFolders() {
        return Set.of(Objects.requireNonNull(shell().store().resolve("runs").toFile().list()));
    }

    private long intents(String run) {
        try {
            return !Files.exists(journal(run))
                    ? 0
                    : Files.readString(journal(run)).lines().filter(line -> line.contains("\"type\":\"intent\""))
                            .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void order(String... whom) {
        List<String> words = new ArrayList<>(List.of("halt"));
        words.addAll(List.of(whom));
        words.addAll(List.of("--reason", "people call"));
        shell().json(words.toArray(String[]::new)).exits(0);
    }

    /** Goes on with the line that {@code run show} names. */
    private Result goOn(String run) {
        return shell().next(shell().json("run", "show", run).exits(0).text("next"));
    }

    private static Result isHalted(Result run) {
        run.exits(17);
        assertEquals("halted", run.text("status"));
        return run;
    }

    @Test
    void aRunThatIsToldToWaitAMinuteStopsAtOnceAndGoesOnWhenThatIsTakenBack() {
        serve("small");
        rehearse();
        long seen = tenant().seen();
        faults(onLicences(",\"nth\":2", "\"status\":429,\"headers\":{\"Retry-After\":\"60\"}"));
        CompletableFuture<Result> running = elsewhere(() -> remove(3));
        awaitThat(() -> licenceWrites(seen).size() == 2);
        String run = newest("run");
        order("--all");
        Instant ordered = Instant.now();
        Result halted = isHalted(ended(running));
        assertTrue(Duration.between(ordered, Instant.now()).compareTo(Duration.ofSeconds(8)) < 0, "nobody waits");
        assertEquals(2, licenceWrites(seen).size());
        assertEquals(1, halted.number("done"));
        assertEquals(0, halted.number("failed"), "it may still be sent");
        assertEquals(2, halted.number("not_started"));
        stands(run, "halted", true, 2);

        Result refused = goOn(run).exits(11);
        refused.holds(refused.errors().contains("people call"), "the reason is told");
        isClosedBy(run);
        shell().json("halt", run, "--clear", "--reason", "not this one").exits(0);
        goOn(run).exits(11);
        assertEquals(2, licenceWrites(seen).size());
        shell().json("halt", "--all", "--clear", "--reason", "settled").exits(0);
        Result done = goOn(run).exits(0);
        assertEquals(3, done.number("done"));
        assertEquals(EACH_ONCE, writtenTimes(seen));
        stands(run, "completed", false, 0);
    }

    @Test
    void aRunThatWaitsAtAGateWritesNobodyElseAndIsBroughtBack() {
        serve("small");
        SortedMap<String, JsonNode> before = tenant().accounts();
        rehearse();
        long seen = tenant().seen();
        tenant().faults("[{\"condition\":\"licence-change-late\",\"by\":\"PT2S\"}]");
        CompletableFuture<Result> running = elsewhere(() -> remove(3));
        awaitThat(() -> licenceWrites(seen).size() == 1);
        String run = newest("run");
        order(run);
        Result halted = isHalted(ended(running));
        assertEquals(1, licenceWrites(seen).size());
        assertEquals(3, halted.number("done") + halted.number("pending") + halted.number("not_started"),
                "the counts add up");
        isClosedBy(run);
        Result plan = shell().json("undo", run).exits(0);
        shell().next(plan.text("next")).exits(11);
        assertEquals(1, licenceWrites(seen).size());
        shell().json("halt", run, "--clear", "--reason", "settled").exits(0);
        tenant().faults("[]");
        shell().next(plan.text("next")).exits(0);
        assertEquals(List.of(), SandboxTenant.changed(before, tenant().accounts()));
        stands(run, "undone", false, 0);
    }

    @Test
    void noWriteBeginsInTheMiddleOfAWaveAfterTheOrder() {
        serve("synthetic:520");
        String[] few = {"mailbox", "remove", "user3@contoso.example", "--keep-identity"};
        execute("1@contoso.example", LOSS, few).exits(0);
        long seen = tenant().seen();
        faults(onLicences("", "\"delay\":\"PT1S\""));
        Result plan = shell().json("mailbox", "remove", "--all", "--keep-identity").exits(0);
        Set<String> earlier = runFolders();
        CompletableFuture<Result> running = elsewhere(() -> shell().next(plan.text("next")));
        awaitThat(() -> runFolders().size() > earlier.size());
        String run = runFolders().stream().filter(folder -> !earlier.contains(folder)).findFirst().orElseThrow();
        awaitThat(() -> intents(run) > 1);
        Instant before = Instant.now();
        order(run);
        Instant ordered = Instant.now();
        Result halted = isHalted(ended(running));
        List<JsonNode> writes = licenceWrites(seen);
        Instant last = writes.stream().map(write -> Instant.parse(write.path("at").asString()))
                .max(Instant::compareTo).orElseThrow();
        Duration latency = Duration.between(before, last);
        assertTrue(latency.compareTo(SOON) < 0, "from the order to the last write: " + latency);
        assertTrue(writes.stream().filter(write -> Instant.parse(write.path("at").asString()).isAfter(ordered))
                .count() <= halted.number("exposure_max"), "only what was in flight");
        assertEquals(halted.number("done") + halted.number("unknown") + halted.number("pending"),
                writes.stream().filter(write -> write.path("applied").asBoolean()).count(), halted.toString());
        assertTrue(writes.size() < 11, "the wave of ten is not written to its end: " + writes.size());
        shell().json("run", "close", run, "--reason", "the rest is done by hand").exits(0);
        stands(run, "closed", false, 0);
    }
}
