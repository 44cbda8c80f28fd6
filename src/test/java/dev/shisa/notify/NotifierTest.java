package dev.shisa.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.text.Text;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways in which a notice leaves, and each way in which it does not. */
@Timeout(60)
class NotifierTest {
    private static final Notice GATE = Notices.of(Event.GATE, "gate 1 passed");

    private final Receiver receiver = new Receiver();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        receiver.close();
    }

    private static Optional<String> post(String address) throws InterruptedException {
        return new WebhookNotifier(URI.create(address), NoticeJson::write).tell(GATE).map(Text::toString);
    }

    private static Optional<String> run(List<String> command) throws InterruptedException {
        return new CommandNotifier(command).tell(GATE).map(Text::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ok", "/accepted"})
    void aWebhookIsPostedTheNotice(String path) throws Exception {
        assertEquals(Optional.empty(), post(receiver.address(path)));
        Receiver.Posted posted = receiver.posted(path).getFirst();
        assertEquals("POST", posted.method());
        assertEquals("application/json; charset=utf-8", posted.type());
        assertEquals("gate 1 passed", posted.body().path("reason").asString());
    }

    @Test
    void everyAnswerButSuccessIsAFailure() throws Exception {
        assertEquals(Optional.of("it was answered with 500"), post(receiver.address("/broken")));
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        assertEquals(Optional.of("it was answered with 307"), post(receiver.address("/elsewhere")));
        assertEquals(List.of(), receiver.posted("/ok"));
    }

    @Test
    void whereNobodyListensThereIsNoAnswer() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String why = post("http://127.0.0.1:" + port + "/" + Receiver.SECRET).orElse("");
        assertEquals("there was no answer (ConnectException)", why);
    }

    @Test
    void aCommandIsHandedTheNoticeAndNoCredential() throws Exception {
        Path file = folder.resolve("told");
        assertEquals(Optional.empty(), run(HookMain.command("keep", file.toString())));
        assertEquals(NoticeJson.write(GATE) + "\n", Files.readString(file));
        Set<String> names = new TreeSet<>();
        Files.readAllLines(Path.of(file + ".env")).forEach(name -> names.add(name.toUpperCase(Locale.ROOT)));
        names.removeAll(Set.of("PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR"));
        assertEquals(Set.of(), names);
    }

    @ParameterizedTest
    @CsvSource({"1", "3"})
    void aCommandThatEndsOtherwiseIsAFailure(int status) throws Exception {
        assertEquals(Optional.of("it ended with " + status),
                run(HookMain.command("exit", String.valueOf(status))));
    }

    @Test
    void aCommandThatIsNotThereIsAFailureThatRepeatsNoWord() throws Exception {
        assertEquals(Optional.of("it does not start"), run(List.of("no-such-program-" + Receiver.SECRET)));
    }

    @Test
    void aCommandThatIsGivenUpIsEnded() throws Exception {
        Thread telling = Thread.ofVirtual().start(() -> {
            try {
                run(HookMain.command("hang"));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Optional<ProcessHandle> child = Optional.empty();
        while (child.isEmpty()) {
            Thread.onSpinWait();
            child = ProcessHandle.current().children().filter(one -> one.info().arguments()
                    .map(words -> List.of(words).contains("hang")).orElse(false)).findFirst();
        }
        telling.interrupt();
        assertFalse(child.get().onExit().get(30, TimeUnit.SECONDS).isAlive());
        telling.join();
    }

    @Test
    void mailGoesThroughThePost() throws Exception {
        Hook mail = new Hook.Mail(Notices.hook("post", Duration.ofSeconds(1)).terms(),
                "shisa@contoso.example", List.of("desk@contoso.example"));
        Notifier notifier = new Ways(Locale.ENGLISH, (from, to, subject, text) -> {
            assertEquals("shisa@contoso.example", from);
            assertEquals(List.of("desk@contoso.example"), to);
            assertEquals("shisa: A gate spoke: mailbox remove (contoso.example, sandbox)", subject);
            assertTrue(text.contains("Reason: gate 1 passed\n"), text);
            return Optional.of(Text.of("it was answered with {0}", "404 ErrorInvalidUser"));
        }).apply(mail);
        assertEquals("it was answered with 404 ErrorInvalidUser", notifier.tell(GATE).orElseThrow().toString());
    }
}
