package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.notify.HookMain;
import dev.shisa.notify.Receiver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People elsewhere are told of a run; a hook that fails is told of, and does nothing to the run. */
class NoticeSceneTest extends RecoveryScene {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    private Path hooks(String... entries) throws IOException {
        Path file = Files.createDirectories(folder.resolve(".config").resolve("shisa")).resolve("notify.yaml");
        return Files.writeString(file, "format_version: \"1.0\"\nhooks:\n  - " + String.join("\n  - ", entries) + "\n");
    }

    private String webhook(String name, String path) {
        return "{name: " + name + ", webhook: \"" + receiver.address(path) + "\"}";
    }

    private static String quoted(List<String> words) {
        return JSON.writeValueAsString(words);
    }

    /** Nothing that was shown or kept holds the secret of an address. */
    private void isSilent(Result result) throws IOException {
        result.holds(!(result.out() + result.talk()).contains(Receiver.SECRET), "the secret was shown");
        try (Stream<Path> files = Files.walk(shell().store())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                        .contains(Receiver.SECRET), file.toString());
            }
        }
    }

    private JsonNode lastAuditRecord() throws IOException {
        return JSON.readTree(Files.readAllLines(shell().store().resolve("audit.jsonl")).getLast());
    }

    private static void isWhole(List<String> events, String last) {
        assertEquals("start", events.getFirst(), events.toString());
        assertEquals(last, events.getLast(), events.toString());
        assertTrue(events.size() > 2 && events.subList(1, events.size() - 1).stream().allMatch("gate"::equals),
                events.toString());
    }

    @Test
    void aRunIsToldFromItsStartToItsEndAndNobodyIsNamed() throws IOException {
        serve("small");
        rehearse();
        Path kept = folder.resolve("kept");
        hooks(webhook("board", "/ok"), webhook("team", "/accepted").replace("}", ", format: adaptive-card}"),
                "{name: keep, command: " + quoted(HookMain.command("keep", kept.toString()))
                        + ", events: [ended], timeout: PT30S}",
                "{name: post, mail: {from: person9@contoso.example, to: [desk@contoso.example]}, events: [start, ended], timeout: PT30S}",
                webhook("elsewhere", "/broken").replace("}", ", kinds: [production]}"));
        long seen = tenant().seen();
        Result done = remove(3).exits(0);
        assertEquals(List.of(), done.lines("warning"), done.toString());
        isWhole(receiver.events("/ok"), "ended");
        JsonNode end = receiver.posted("/ok").getLast().body();
        assertEquals("completed", end.path("status").asString());
        assertEquals(3, end.path("done").intValue());
        assertEquals(0, end.path("exit_code").intValue());
        assertEquals(done.text("next"), end.path("next").asString());
        assertEquals("sandbox", end.path("kind").asString());
        assertEquals(end, JSON.readTree(Files.readString(kept)));
        assertEquals("message", receiver.posted("/accepted").getLast().body().path("type").asString());
        List<JsonNode> mails = tenant().writes(seen).stream()
                .filter(request -> request.path("path").asString().endsWith("/sendMail")).toList();
        assertEquals(2, mails.size());
        mails.forEach(mail -> assertEquals(202, mail.path("status").intValue()));
        assertEquals(3, done.number("write_calls"), "mail is no write");
        Stream.of("/ok", "/accepted").flatMap(path -> receiver.posted(path).stream()).forEach(
                request -> assertFalse(request.body().toString().contains("person"), request.body().toString()));
        assertEquals(0, lastAuditRecord().path("unheard").asInt(0));
        isSilent(done);

        Result undone = shell().next(shell().json("undo", done.text("run")).exits(0).text("next")).exits(0);
        JsonNode last = receiver.posted("/ok").getLast().body();
        assertEquals("undo", last.path("kind_of_run").asString());
        assertEquals(undone.text("run"), last.path("run").asString());
    }

    @Test
    void everyHookThatFailsIsToldOfAndTheRunGoesOn() throws IOException {
        serve("small");
        rehearse();
        hooks(webhook("broken", "/broken"), webhook("moved", "/elsewhere"),
                webhook("silent", "/silent").replace("}", ", timeout: PT0.05S}"),
                "{name: nobody, webhook: \"http://127.0.0.1:1/" + Receiver.SECRET + "\"}",
                "{name: gone, command: [no-such-program, \"" + Receiver.SECRET + "\"]}",
                "{name: angry, command: " + quoted(HookMain.command("exit", "1"))
                        + ", events: [start], timeout: PT30S}",
                "{name: post, mail: {from: nobody@contoso.example, to: [a@contoso.example]}, events: [start], timeout: PT30S}",
                webhook("board", "/ok"));
        Result done = remove(2).exits(0);
        assertEquals(2, done.number("done"));
        isWhole(receiver.events("/ok"), "ended");
        List<String> told = done.lines("warning").stream().map(line -> line.path("message").asString()).toList();
        for (String missed : List.of(
                "broken (webhook http://127.0.0.1) was not told of \"ended\": it was answered with 500.",
                "moved (webhook http://127.0.0.1) was not told of \"ended\": it was answered with 307.",
                "silent (webhook http://127.0.0.1) was not told of \"ended\": it took longer than PT0.05S.",
                "nobody (webhook http://127.0.0.1) was not told of \"ended\": there was no answer (ConnectException).",
                "gone (command no-such-program) was not told of \"ended\": it does not start.",
                "angry (command java) was not told of \"start\": it ended with 1.",
                "post (mail) was not told of \"start\": it was answered with 404 ErrorInvalidUser.")) {
            assertTrue(told.contains("The hook " + missed), missed + " is not among " + told);
        }
        assertEquals(told.size(), lastAuditRecord().path("unheard").asInt(0));
        isSilent(done);

        hooks(webhook("broken", "/broken"));
        Result screen = shell().run("undo", done.text("run"), "--execute", "--confirm", "2@contoso.example").exits(0);
        screen.tells("warning: The hook broken (webhook http://127.0.0.1) was not told of \"ended\"");
        isSilent(screen);
    }

    @Test
    void aRunThatIsHaltedIsToldWithItsReason() throws IOException {
        serve("small");
        rehearse();
        hooks(webhook("board", "/ok"));
        faults(onLicences(",\"nth\":2", "\"status\":429,\"headers\":{\"Retry-After\":\"60\"}"));
        CompletableFuture<Result> running = elsewhere(() -> remove(3));
        awaitThat(() -> receiver.events("/ok").contains("gate"));
        shell().json("halt", "--all", "--reason", "person1@contoso.example calls").exits(0);
        Result halted = ended(running).exits(17);
        JsonNode last = receiver.posted("/ok").getLast().body();
        assertEquals("halted", last.path("event").asString());
        assertEquals(17, last.path("exit_code").intValue());
        assertEquals(halted.text("next"), last.path("next").asString());
        assertFalse(last.toString().contains("person1@"), last.toString());
        assertTrue(last.path("reason").asString().contains("calls"), last.toString());
    }

    @Test
    void aRunThatViolatesIsTold() throws IOException {
        serve("small");
        rehearse();
        hooks(webhook("board", "/ok"));
        tenant().faults("[{\"misbehave\":\"identity-lost\",\"from\":1}]");
        remove(3).exits(22);
        isWhole(receiver.events("/ok"), "violated");
        assertEquals(22, receiver.posted("/ok").getLast().body().path("exit_code").intValue());
    }

    @Test
    void aListOfHooksWithAMistakeRefusesBeforeAnythingIsWrittenButNotTheWayBack() throws IOException {
        serve("small");
        Result done = remove(1).exits(0);
        long seen = tenant().seen();
        hooks("{name: a, webhok: \"https://x.example/" + Receiver.SECRET + "\"}");
        Result refused = execute("1@contoso.example", LOSS, "mailbox", "remove", "person2@contoso.example",
                "--keep-identity").exits(2);
        refused.holds(refused.errors().contains("notify.yaml:3:"), "the place is told");
        isSilent(refused);
        assertEquals(seen, tenant().seen(), "nobody was asked");
        shell().json("mailbox", "remove", "person2@contoso.example", "--keep-identity").exits(0);
        Result undone = execute("1@contoso.example", "", "undo", done.text("run")).exits(0);
        assertEquals(1, undone.lines("warning").size());
        isSilent(undone);
    }
}
