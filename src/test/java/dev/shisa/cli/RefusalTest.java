package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What has to be said aloud before a write, and in which order refusals count. Nothing is written by any of these. */
class RefusalTest extends Scene {

    @BeforeEach
    void serve() {
        serve("small");
    }

    @AfterEach
    void nothingWasWritten() {
        assertEquals(List.of(), tenant().writes(0));
    }

    @Test
    void whatIsSaidMustBeWhatThePlanSays() {
        List<Map.Entry<String, Integer>> said = List.of(
                Map.entry("--confirm 23@contoso.example --accept-loss licences,mailbox", 18),
                Map.entry("--confirm 25@contoso.example --accept-loss licences,mailbox", 18),
                Map.entry("--confirm 24@sgu.example --accept-loss licences,mailbox", 18),
                Map.entry("--confirm 24 --accept-loss licences,mailbox", 18),
                Map.entry("--confirm 24@ --accept-loss licences,mailbox", 18),
                Map.entry("--confirm \uFF12\uFF14@contoso.example --accept-loss licences,mailbox", 18),
                Map.entry("--confirm 24\uFF20contoso.example --accept-loss licences,mailbox", 18),
                Map.entry("--confirm 024@contoso.example --accept-loss licences,mailbox", 18),
                Map.entry("--confirm yes --accept-loss licences,mailbox", 18),
                Map.entry("--confirm 24@contoso.example", 18),
                Map.entry("--accept-loss licences,mailbox", 18),
                Map.entry("--confirm 24@contoso.example --accept-loss mailbox", 18),
                Map.entry("--confirm 24@contoso.example --accept-loss licences,mailbox,identity", 18),
                Map.entry("--confirm 24@contoso.example --accept-loss identity", 18),
                Map.entry("--confirm 24@contoso.example --accept-loss licences,mailbox,", 18),
                Map.entry("--confirm 24@contoso.example --accept-loss licences,mailbox,mailbox", 18),
                Map.entry("--confirm 24@contoso.example --accept-loss all", 18),
                Map.entry("--confirm 24@contoso.example --accept-loss licences,mailbox --expect-count 23", 15),
                Map.entry("--confirm 23@contoso.example --accept-loss mailbox --expect-count 23", 15),
                Map.entry("--no-input", 18));
        String plan = shell().json("mailbox", "remove", "--all", "--keep-identity").exits(0).text("plan");
        for (Map.Entry<String, Integer> words : said) {
            List<String> line = new ArrayList<>(List.of("apply", plan));
            line.addAll(List.of(words.getKey().split(" ")));
            Result refused = shell().json(line.toArray(String[]::new)).exits(words.getValue());
            assertEquals("refused", refused.text("status"));
            assertEquals("24@contoso.example", refused.text("confirm"), "what would have to be said is told");
            assertEquals(0, refused.number("write_calls"));
        }
    }

    @Test
    void lettersThatJavaCouldNotReadAreNotTakenForOthers() {
        Result halt = shell().json("halt", "--all", "--reason", "\uFFFD\uFFFD\uFFFD").exits(2);
        assertTrue(halt.errors().startsWith(
                "Argument 4 holds letters that the character encoding of this process cannot read."), halt::toString);
        shell().json("run", "list").exits(0);
        shell().json("mailbox", "remove", "--all", "--keep-identity").exits(0);
        shell().json("mailbox", "remove", "j\uFFFDrg@contoso.example", "--keep-identity").exits(2);
    }

    @Test
    void oneGoIsHeldToTheSameWords() {
        String[] line = {"mailbox", "remove", "--all", "--keep-identity"};
        execute("24@contoso.example", "", line).exits(18);
        execute("\uFF12\uFF14@contoso.example", "licences,mailbox", line).exits(18).holds(true, "");
    }

    @Test
    void everyRefusalIsShownAndTheFirstOfTheOrderCounts() {
        Result both = execute("26@contoso.example", "mailbox", "mailbox", "remove", "--all", "--keep-identity",
                "--expect-count", "3").exits(15);
        assertEquals(List.of(15, 18, 18),
                both.lines("error").stream().map(error -> error.path("exit_code").asInt()).sorted().toList());
    }

    @Test
    void anExpectedCountHoldsForAPlanToo() {
        shell().json("mailbox", "remove", "--all", "--keep-identity", "--expect-count", "26").exits(15);
        shell().json("mailbox", "remove", "--all", "--keep-identity", "--expect-count", "24").exits(0);
    }

    @Test
    void aTruncatedListingIsNoListing() {
        tenant().faults("[{\"match\":{\"method\":\"GET\",\"path\":\"/users\"},\"effect\":{\"truncate\":20}}]");
        Result plan = shell().json("mailbox", "remove", "--all", "--keep-identity").exits(21);
        plan.holds(plan.errors().contains("20"), "the numbers are told");
        execute("24@contoso.example", "licences,mailbox", "mailbox", "remove", "--all", "--keep-identity").exits(21);
        shell().json("snapshot", "take").exits(21);
    }

    @Test
    void aListingThatLagsIsNoListing() {
        String id = tenant().account("person1").path("id").asString();
        tenant().faults("[{\"match\":{\"method\":\"GET\",\"path\":\"/users\"},\"effect\":{\"lag\":\"PT60S\"}}]");
        Result plan = shell().json("mailbox", "remove", id, "--keep-identity").exits(0);
        assertEquals(1, plan.number("targets"));
    }

    @Test
    void aRefusalReleasesTheLock() {
        execute("1@contoso.example", "licences,mailbox", "mailbox", "remove", "--all", "--keep-identity").exits(18);
        execute("1@contoso.example", "licences,mailbox", "mailbox", "remove", "nobody@contoso.example",
                "--keep-identity").exits(4);
        execute("1@contoso.example", "licences", "mailbox", "remove", "--all", "--keep-identity").exits(18);
    }

    @Test
    void aTenantThatDoesNotAnswerIsTold() {
        Shell elsewhere = Shell.embedded(folder);
        Result refused = elsewhere.json("mailbox", "remove", "--all", "--keep-identity", "--tenant",
                "https://127.0.0.1:1").exits(23);
        assertEquals("refused", refused.text("status"));
        elsewhere.json("tenant", "check", "--tenant", "https://graph.microsoft.com").exits(2);
        elsewhere.json("tenant", "check", "--tenant", "nobody").exits(2);
    }

    @Test
    void aStoreThatIsAFileIsRefused() throws java.io.IOException {
        java.nio.file.Files.writeString(folder.resolve("store"), "not a folder");
        shell().json("run", "list").exits(24);
        shell().json("mailbox", "remove", "--all", "--keep-identity").exits(24);
    }
}
