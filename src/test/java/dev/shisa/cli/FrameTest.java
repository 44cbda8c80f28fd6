package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.store.TenantLock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What surrounds every command: streams, languages, secrets, locks, the embedded tenant. */
class FrameTest extends Scene {

    @Test
    void languagesDoNotChangeJson() {
        serve("small");
        for (List<String> words : List.of(List.of("mailbox", "remove", "--all"), List.of("exit-codes"),
                List.of("mailbox", "remove", "shared1@contoso.example", "--keep-identity"),
                List.of("catalog", "list"), List.of("catalog", "show", "mailbox", "remove"),
                List.of("mailbox", "remove", "--all", "--keep-identity", "--expect-count", "1"))) {
            Result english = shell().json(words.toArray(String[]::new));
            List<String> asked = new java.util.ArrayList<>(words);
            asked.addAll(List.of("--lang", "ja"));
            Result japanese = shell().json(asked.toArray(String[]::new));
            assertEquals(timeless(english), timeless(japanese));
        }
    }

    private static List<JsonNode> timeless(Result result) {
        List<JsonNode> lines = result.lines();
        lines.forEach(line -> ((ObjectNode) line)
                .remove(List.of("plan", "snapshot", "digest", "next", "undo_deadline")));
        return lines;
    }

    @Test
    void peopleMayReadJapanese() {
        serve("small");
        Result refused = shell().run("mailbox", "remove", "--all", "--lang", "ja").exits(2);
        assertTrue(refused.talk().codePoints().anyMatch(letter -> letter > 0x3000), refused.talk());
    }

    @Test
    void noSecretIsInAnyStreamOrFile() throws IOException {
        serve("small");
        Result run = shell().run("mailbox", "remove", "person1@contoso.example", "--keep-identity", "--execute",
                "--confirm", "1@contoso.example", "--accept-loss", "licences,mailbox", "-v").exits(0);
        assertFalse(run.talk().isEmpty(), "more is told on standard error");
        Shell.at(tenant(), folder).run("tenant", "check", "-v").exits(0);
        try (Stream<Path> files = Files.walk(shell().store())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                tenant().secrets().forEach(secret -> assertFalse(content.contains(secret), "a secret in " + file));
                assertFalse(content.contains("eyJ0") || content.contains("Bearer "), "a token in " + file);
            }
        }
    }

    @Test
    void aSecondProcessIsKeptOutWhileOneWorks() throws IOException {
        serve("small");
        shell().json("run", "list").exits(0);
        Path lock = shell().store().resolve("tenants").resolve("5a15a000-c0de-4a7e-8000-00000000feed").resolve("lock");
        Files.createDirectories(lock.getParent());
        try (TenantLock held = TenantLock.tryAcquire(lock, "another process").orElseThrow()) {
            Result refused = execute("1@contoso.example", "licences,mailbox", "mailbox", "remove",
                    "person1@contoso.example", "--keep-identity").exits(11);
            refused.holds(refused.errors().contains("another process"), "who holds it is told");
            shell().json("mailbox", "remove", "person1@contoso.example", "--keep-identity").exits(0);
            assertEquals(List.of(), tenant().writes(0));
            assertTrue(held != null);
        }
        execute("1@contoso.example", "licences,mailbox", "mailbox", "remove", "person1@contoso.example",
                "--keep-identity").exits(0);
    }

    @Test
    void theEmbeddedTenantKeepsItsStateUntilItIsReset() throws IOException {
        Shell shell = Shell.embedded(folder);
        shell.run("sandbox", "reset", "--seed", "small").exits(0);
        Result run = shell.json("mailbox", "remove", "person1@contoso.example", "--keep-identity", "--execute",
                "--confirm", "1@contoso.example", "--accept-loss", "licences,mailbox").exits(0);
        shell.json("mailbox", "remove", "person1@contoso.example", "--keep-identity").exits(4);
        Path faults = folder.resolve("faults.yaml");
        Files.writeString(faults, "- {misbehave: identity-lost, from: 1}\n");
        Files.writeString(faults, "- {misbehave: identity-lost, from: 2}\n");
        shell.json("sandbox", "reset", "--seed", "small", "--faults", faults.toString()).exits(0);
        shell.json("mailbox", "remove", "person1@contoso.example", "--keep-identity", "--execute", "--confirm",
                "1@contoso.example", "--accept-loss", "licences,mailbox").exits(22);
        shell.json("mailbox", "remove", "person2@contoso.example", "--keep-identity", "--execute", "--confirm",
                "1@contoso.example", "--accept-loss", "licences,mailbox").exits(11);
        shell.json("sandbox", "reset", "--seed", "small").exits(0);
        shell.json("mailbox", "remove", "person2@contoso.example", "--keep-identity", "--execute", "--confirm",
                "1@contoso.example", "--accept-loss", "licences,mailbox").exits(0);
        Files.writeString(faults, "- {misbehave: nonsense, from: 2}\n");
        shell.json("sandbox", "reset", "--faults", faults.toString()).exits(2);
        shell.json("sandbox", "reset", "--seed", "huge").exits(2);
        Path life = folder.resolve("life.yaml");
        Files.writeString(life, "speed: 0\n");
        Result refused = shell.json("sandbox", "reset", "--life", life.toString()).exits(2);
        refused.holds(refused.errors().contains("speed must be greater than 0"), "what is wrong is told");
        Files.writeString(life, "speed: 0.001\nplan-retired: {at: PT0S, plan: OFFICESUBSCRIPTION}\n");
        shell.json("sandbox", "reset", "--seed", "small", "--life", life.toString()).exits(0);
        shell.json("account", "show", "person1@contoso.example").exits(0);
        Path changes = shell.store().resolve("sandbox").resolve("state").resolve("changes.jsonl");
        assertTrue(Files.readString(changes).contains("\"retired\""), "the tenant lives by the file that was given");
        assertTrue(run.number("done") == 1);
    }
}
