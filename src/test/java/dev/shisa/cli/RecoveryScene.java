package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.opentest4j.AssertionFailedError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A scene in which a run stops, is stopped or dies, and somebody has to go on with it. */
abstract class RecoveryScene extends Scene {
    static final String LOSS = "licences,mailbox";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long PATIENCE_SECONDS = 40;
    private static final long LOOK_MILLIS = 15;

    /** The words that remove the mailboxes of person1 to so many. */
    static String[] removal(int persons) {
        List<String> words = new ArrayList<>(List.of("mailbox", "remove"));
        for (int person = 1; person <= persons; person++) {
            words.add("person" + person + "@contoso.example");
        }
        words.add("--keep-identity");
        return words.toArray(String[]::new);
    }

    /** Removes their mailboxes. */
    Result remove(int persons) {
        return execute(persons + "@contoso.example", LOSS, removal(persons));
    }

    /** Makes the evidence that mailbox removal rests on, so that what follows writes to nobody else. */
    void rehearse() {
        Result plan = shell().json("mailbox", "remove", "person9@contoso.example", "--keep-identity").exits(0);
        shell().json("rehearse", plan.text("plan"), "--confirm", plan.text("confirm"), "--accept-loss", LOSS).exits(0);
    }

    /** One rule: what becomes of the requests of that method and path. */
    static String fault(String match, String effect) {
        return "{\"match\":{" + match + "},\"effect\":{" + effect + "}}";
    }

    /** A rule for the requests that take and give licences. */
    static String onLicences(String which, String effect) {
        return fault("\"method\":\"POST\",\"path\":\"/users/*/assignLicense\"" + which, effect);
    }

    void faults(String... rules) {
        tenant().faults("[" + String.join(",", rules) + "]");
    }

    /** Another terminal. */
    static CompletableFuture<Result> elsewhere(Supplier<Result> line) {
        CompletableFuture<Result> result = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                result.complete(line.get());
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    static Result ended(CompletableFuture<Result> line) {
        try {
            return line.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionFailedError("it does not end: " + e, e);
        }
    }

    static void awaitThat(BooleanSupplier fact) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!fact.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("it does not come to pass");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
        }
    }

    /** The row of a run in the list of all. */
    JsonNode listed(String run) {
        return shell().json("run", "list").exits(0).lines("run").stream()
                .filter(row -> row.path("run").asString().equals(run)).findFirst()
                .orElseThrow(() -> new AssertionError(run + " is not listed"));
    }

    /** A run is listed so. */
    void stands(String run, String status, boolean open, long pending) {
        JsonNode row = listed(run);
        assertEquals(status, row.path("status").asString(), row.toString());
        assertEquals(open, row.path("open").asBoolean(), row.toString());
        assertEquals(pending, row.path("pending").asLong(), row.toString());
    }

    /** The newest run of a kind. */
    String newest(String kind) {
        return shell().json("run", "list").exits(0).lines("run").stream()
                .filter(row -> row.path("kind_of_run").asString().equals(kind)).toList().getLast().path("run")
                .asString();
    }

    Path journal(String run) {
        return shell().store().resolve("runs").resolve(run).resolve("journal.jsonl");
    }

    List<JsonNode> records(String run) throws IOException {
        return Files.readAllLines(journal(run), StandardCharsets.UTF_8).stream().map(JSON::readTree).toList();
    }

    /**
     * Leaves of a journal what a death leaves: the records up to and with the last one of that type, or without it but for its first bytes.
     *
     * @param torn how many bytes of the record behind the last whole one stay; 0 for none
     */
    void cutAfter(String run, Predicate<JsonNode> last, int torn) throws IOException {
        List<String> lines = Files.readAllLines(journal(run), StandardCharsets.UTF_8);
        int keep = lines.size();
        while (keep > 0 && !last.test(JSON.readTree(lines.get(keep - 1)))) {
            keep--;
        }
        assertTrue(keep > 0, "there is such a record");
        StringBuilder left = new StringBuilder();
        lines.subList(0, keep).forEach(line -> left.append(line).append('\n'));
        if (torn > 0) {
            left.append(lines.get(keep), 0, torn);
        }
        Files.writeString(journal(run), left);
    }

    static Predicate<JsonNode> type(String type) {
        return line -> line.path("type").asString().equals(type);
    }

    /** A record of that type about that account. */
    Predicate<JsonNode> about(String type, String account) {
        return type(type).and(line -> line.path("target").asString().equals(account));
    }

    String id(String local) {
        return tenant().account(local).path("id").asString();
    }

    String mailboxOf(String local) {
        return tenant().account(local).path("mailbox").asString();
    }

    /** How many writes took effect on each account, rehearsal accounts left out. */
    Map<String, Integer> writtenTimes(long after) {
        Map<String, Integer> times = new TreeMap<>();
        for (JsonNode request : tenant().applied(after)) {
            String name = SandboxTenant.in(tenant().accounts(), request.path("account").asString())
                    .path("userPrincipalName").asString();
            if (!name.startsWith("rehearsal-")) {
                times.merge(name, 1, Integer::sum);
            }
        }
        return times;
    }

    /** A new guarded command is refused and nothing of it is sent; the refusal names the run that closes the tenant. */
    Result isClosedBy(String run) {
        long seen = tenant().seen();
        Result refused = execute("1@contoso.example", LOSS, "mailbox", "remove", "person8@contoso.example",
                "--keep-identity").exits(11);
        refused.holds(refused.errors().contains(run), "the run that closes is named");
        assertEquals(List.of(), tenant().writes(seen));
        return refused;
    }

    /** A new guarded command goes through. */
    void isOpen() {
        execute("1@contoso.example", LOSS, "mailbox", "remove", "person8@contoso.example", "--keep-identity").exits(0);
    }
}
