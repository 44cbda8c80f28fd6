package dev.shisa.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What leaves the machine: enough to act on, nobody's name, nothing that forges. */
class NoticeTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource({"gate 1: alice@contoso.example lost it, gate 1: (an account) lost it",
            "<bob.o'neil+x@sub.contoso.example>; end, <bob.o'(an account)>; end",
            "no address at all, no address at all", "3@, 3@"})
    void addressesOfPeopleAreTakenOut(String reason, String told) {
        assertEquals(told, Notices.of(Event.PAUSED, reason).reason().orElse(""));
    }

    @Test
    void aReasonIsOneShortLineThatTurnsNoReadingDirection() {
        assertEquals("one two three", Notices.of(Event.PAUSED, "one\r\n two\u202E three\u0007").reason().orElse("")
                .replaceAll(" +", " "));
        String longest = Notices.of(Event.PAUSED, "\uD83D\uDC15".repeat(5000)).reason().orElse("");
        assertEquals(301, longest.codePointCount(0, longest.length()));
        assertTrue(Notices.of(Event.PAUSED, " \n").reason().isEmpty());
    }

    @ParameterizedTest
    @EnumSource(Event.class)
    void programsAreToldTheSameMembersAtEveryEvent(Event event) {
        JsonNode json = JSON.readTree(NoticeJson.write(Notices.of(event, "because")));
        assertEquals(List.of("at", "command", "domain", "done", "event", "exit_code", "failed", "format_version",
                "kind", "kind_of_run", "next", "program", "reason", "run", "status", "targets", "unsettled"),
                List.copyOf(new TreeSet<>(json.propertyNames())));
        assertEquals(event.label(), json.path("event").asString());
        assertEquals(24, json.path("targets").intValue());
        assertEquals(event.isLast(), json.path("exit_code").isIntegralNumber());
    }

    @ParameterizedTest
    @EnumSource(Event.class)
    void aCardIsAMessageInTheFormOfTeamsWorkflows(Event event) {
        JsonNode message = JSON.readTree(AdaptiveCard.write(Notices.of(event, "[here](https://evil.example)"),
                Locale.ENGLISH));
        assertEquals("message", message.path("type").asString());
        assertEquals(1, message.path("attachments").size());
        JsonNode attachment = message.path("attachments").path(0);
        assertEquals("application/vnd.microsoft.card.adaptive", attachment.path("contentType").asString());
        assertTrue(attachment.path("contentUrl").isNull());
        JsonNode card = attachment.path("content");
        assertEquals("AdaptiveCard", card.path("type").asString());
        assertEquals("1.4", card.path("version").asString());
        assertEquals("http://adaptivecards.io/schemas/adaptive-card.json", card.path("$schema").asString());
        card.path("body").forEach(element -> {
            boolean foreign = element.toString().contains("evil");
            assertFalse(foreign && !element.path("type").asString().equals("RichTextBlock"), element.toString());
        });
        assertEquals(event.isLast() ? 4 : 3, card.path("body").size());
    }

    @Test
    void peopleReadItInTheirLanguage() {
        String english = new Wording(Notices.of(Event.HALTED, "people call"), Locale.ENGLISH).lines();
        assertEquals("""
                A run was halted: mailbox remove (contoso.example, sandbox)

                Run: run-1
                Status: halted, exit 17
                Accounts: 11 of 24 done, 1 failed, 2 not seen yet
                Time: 2026-11-22T12:00:00Z
                Reason: people call

                Next:
                  shisa run show run-1
                """, english);
        assertTrue(new Wording(Notices.of(Event.HALTED, ""), Locale.JAPANESE).headline().startsWith("実行が停止"));
    }
}
