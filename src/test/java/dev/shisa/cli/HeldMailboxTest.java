package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What only Exchange tells decides who is never a target, and everybody can see it. */
class HeldMailboxTest extends Scene {
    private static final Map<String, String> REASONS = Map.of("held1", "held mailbox", "held2", "held mailbox",
            "archive2", "auto-expanding archive", "moving1", "pending migration");

    private static String facet(Result shown, String facet) {
        return shown.lines("facet").stream().filter(line -> line.path("facet").asString().equals(facet))
                .map(line -> line.path("value").asString()).findFirst().orElseThrow();
    }

    @Test
    void heldMailboxesAreRefusedByNameAndLeftOutByReason() {
        serve("small");
        REASONS.forEach((local, reason) -> {
            Result refused = shell().json("mailbox", "remove", local + "@contoso.example", "--keep-identity").exits(13);
            refused.holds(refused.errors().contains(local + "@contoso.example: " + reason + "."), reason);
            refused.holds(!refused.lines("error").getFirst().path("remedy").asString().isBlank(), "the way is told");
        });
        Result all = shell().json("mailbox", "remove", "--all", "--keep-identity").exits(0);
        JsonNode plan = all.lines("plan").getFirst();
        assertEquals(2, plan.path("left_out").path("held mailbox").asInt());
        assertEquals(1, plan.path("left_out").path("auto-expanding archive").asInt());
        assertEquals(1, plan.path("left_out").path("pending migration").asInt());
        assertEquals(0, plan.path("unwatched").size());
        Result talk = shell().run("mailbox", "remove", "--all", "--keep-identity").exits(0);
        talk.holds(!talk.out().contains("Not seen"), "nothing is unseen");
        assertEquals(List.of(), tenant().writes(0));
    }

    @Test
    void anAccountIsShownWithWhatExchangeTells() {
        serve("small");
        assertEquals("[litigation]", facet(shell().json("account", "show", "held1@contoso.example").exits(0), "holds"));
        assertEquals("[mbx9696959191]",
                facet(shell().json("account", "show", "held2@contoso.example").exits(0), "holds"));
        assertEquals("present", facet(shell().json("account", "show", "archive1@contoso.example").exits(0), "archive"));
        assertEquals("hidden",
                facet(shell().json("account", "show", "hidden1@contoso.example").exits(0), "visibility"));
        Result lost = shell().json("account", "show", "tombstone1@contoso.example").exits(0);
        assertTrue(facet(lost, "mailbox").startsWith("tombstone ("), facet(lost, "mailbox"));
        Result moving = shell().json("account", "show", "moving1@contoso.example").exits(0);
        assertEquals("pending-migration", moving.lines("condition").getFirst().path("condition").asString());
    }

    @Test
    void anArchiveGoesWithTheMailboxAndComesBackWithIt() {
        serve("small");
        Result run = execute("1@contoso.example", "licences,mailbox", "mailbox", "remove", "archive1@contoso.example",
                "--keep-identity").exits(0);
        assertEquals("tombstone", tenant().account("archive1").path("mailbox").asString());
        shell().next(shell().next(run.text("next")).exits(0).text("next")).exits(0);
        assertEquals("present", facet(shell().json("account", "show", "archive1@contoso.example").exits(0), "archive"));
    }

    @Test
    void holdsOfManyCostPagesAndNotARequestEach() {
        serve("synthetic:200");
        shell().json("mailbox", "remove", "--all", "--keep-identity").exits(0);
        long asked = tenant().requests(0).stream()
                .filter(request -> request.path("path").asString().endsWith("/InvokeCommand")).count();
        assertTrue(asked < 25, "requests to Exchange: " + asked);
    }

    @Test
    void whatExchangeCannotTellIsNeverNothing() {
        serve("small");
        tenant().faults("[{\"match\":{\"path\":\"/adminapi/**\",\"from\":2},\"effect\":{\"status\":404}}]");
        shell().json("mailbox", "remove", "held1@contoso.example", "--keep-identity").exits(21);
        tenant().faults("[{\"match\":{\"path\":\"/adminapi/**\"},\"effect\":{\"status\":403}}]");
        Result blind = shell().json("mailbox", "remove", "person1@contoso.example", "--keep-identity").exits(13);
        assertTrue(blind.errors().contains("could not be read"), blind.errors());
        shell().json("mailbox", "remove", "--all", "--keep-identity").exits(4);
        assertEquals(List.of(), tenant().writes(0));
    }
}
