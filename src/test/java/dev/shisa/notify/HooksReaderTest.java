package dev.shisa.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.site.TenantKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file is understood as a whole or refused as a whole, and what is said of it tells no secret. */
class HooksReaderTest {
    private static final String SECRET = Receiver.SECRET;

    @TempDir
    private Path folder;

    private HooksFile read(String hooks) throws IOException {
        return raw("format_version: \"1.0\"\nhooks:\n" + hooks);
    }

    private HooksFile raw(String text) throws IOException {
        return HooksFile.read(Files.writeString(folder.resolve(HooksFile.NAME), text));
    }

    @Test
    void whereThereIsNoFileNobodyIsTold() {
        assertEquals(new HooksFile.Intact(Hooks.none()), HooksFile.read(folder.resolve("none.yaml")));
    }

    @Test
    void everySortIsRead() throws IOException {
        Hooks hooks = assertInstanceOf(HooksFile.Intact.class,
                raw("""
                        format_version: "1.0"
                        stalled_after: PT3M
                        hooks:
                          - {name: pager, command: [page, "--key", x], events: [halted, stalled], kinds: [production], timeout: PT2S}
                          - {name: one, webhook: "https://contoso.example/w?sig=1"}
                          - {name: two, webhook: "http://127.0.0.1:9/w", format: adaptive-card}
                          - {name: post, mail: {from: shisa@contoso.example, to: [desk@contoso.example]}}
                        """))
                .hooks();
        assertEquals(Duration.ofMinutes(3), hooks.stalledAfter());
        Hook.Terms pager = hooks.all().getFirst().terms();
        assertEquals(new Hook.Terms("pager", Set.of(Event.HALTED, Event.STALLED), Set.of(TenantKind.PRODUCTION),
                Duration.ofSeconds(2)), pager);
        Hook.Terms one = hooks.all().get(1).terms();
        assertEquals(new Hook.Terms("one", EnumSet.allOf(Event.class), EnumSet.allOf(TenantKind.class),
                Duration.ofSeconds(5)), one);
        assertEquals(List.of("pager (command page)", "one (webhook https://contoso.example)",
                "two (webhook http://127.0.0.1)", "post (mail)"),
                hooks.all().stream().map(Hook::describe).toList());
        assertEquals(Hook.Webhook.Format.ADAPTIVE_CARD,
                assertInstanceOf(Hook.Webhook.class, hooks.all().get(2)).format());
    }

    @ParameterizedTest
    @ValueSource(strings = {"  - {name: a}", "  - {command: [x]}", "  - {name: a, command: []}",
            "  - {name: a, command: [x], webhook: \"https://x.example/" + SECRET + "\"}",
            "  - {name: a, webhook: \"http://x.example/" + SECRET + "\"}",
            "  - {name: a, webhook: \"https://u:" + SECRET + "@x.example/\"}",
            "  - {name: a, webhook: \"ftp://x.example/" + SECRET + "\"}",
            "  - {name: a, webhook: \"https://x.example/ " + SECRET + "\"}",
            "  - {name: a, webhook: \"https:///" + SECRET + "\"}",
            "  - {name: a, webhook: \"https://x.example/#" + SECRET + "\"}",
            "  - {name: a, webhook: [\"https://x.example/" + SECRET + "\"]}",
            "  - {name: a, webhok: \"https://x.example/" + SECRET + "\"}",
            "  - {name: a, command: [x], format: json}", "  - {name: a, command: [x], timeout: PT61S}",
            "  - {name: a, command: [x], timeout: PT0S}", "  - {name: a, command: [x], timeout: soon}",
            "  - {name: a, command: [x], events: [begin]}", "  - {name: a, command: [x], events: []}",
            "  - {name: a, command: [x], events: [\"https://x.example/" + SECRET + "\"]}",
            "  - {name: a, command: [x], kinds: [live]}", "  - {name: \"a b\", command: [x]}",
            "  - {name: a, mail: {from: a@x.example, to: []}}",
            "  - {name: a, mail: {from: nobody, to: [b@x.example]}}",
            "  - {name: a, mail: {from: a@x.example, to: [b@x.example], cc: [c@x.example]}}",
            "  - {name: a, command: [x]}\n  - {name: a, command: [y]}",
            "  - {name: a, webhook: https://x.example/" + SECRET + ", webhook: https://x.example/" + SECRET + "}",
            "  - \"https://x.example/" + SECRET + "\"", "  - {https://x.example/" + SECRET + ": x, name: a}",
            "  - {name: a, webhook: !url https://x.example/" + SECRET + "}", "  - {name: a, webhook: \"" + SECRET,
            "  - {name: a, webhook: &w https://x.example/" + SECRET + "}", "  - {name: a, webhook: " + SECRET + "}"})
    void whatIsNotUnderstoodIsAMistakeThatTellsNoSecret(String hooks) throws IOException {
        HooksFile.Mistakes bad = assertInstanceOf(HooksFile.Mistakes.class, read(hooks), hooks);
        String told = String.join("\n", bad.sentences());
        assertTrue(told.contains(HooksFile.NAME + ":"), told);
        assertFalse(told.contains(SECRET), told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hooks: []", "format_version: \"2.0\"\nhooks: []",
            "format_version: \"1.0\"\nstalled_after: P2D\nhooks: []", "\u0000"})
    void aFileThatIsNoneIsAMistake(String text) throws IOException {
        assertInstanceOf(HooksFile.Mistakes.class, raw(text));
    }

    @Test
    void aFileThatCannotBeReadIsAMistake() throws IOException {
        assertInstanceOf(HooksFile.Mistakes.class, HooksFile.read(Files.createDirectory(folder.resolve("folder"))));
    }

    @Test
    void whatAHookPrintsOfItselfIsNoSecret() throws IOException {
        Hooks hooks = assertInstanceOf(HooksFile.Intact.class, read("  - {name: w, webhook: \"https://x.example/"
                + SECRET + "\"}\n  - {name: c, command: [/opt/x/page, " + SECRET + "]}")).hooks();
        assertFalse(hooks.toString().contains(SECRET), hooks.toString());
    }
}
