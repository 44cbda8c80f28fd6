package dev.shisa.keepsake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.execute.Bench;
import dev.shisa.keepsake.LossTable.Fate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the shipped commands take, and what becomes of it. */
class LossTableTest {
    private static Set<String> parts(Fate fate, String command, String... options) {
        return LossTable.of(Bench.decision(command, options).contract()).stream().filter(row -> row.fate() == fate)
                .map(LossTable.Row::part).collect(Collectors.toSet());
    }

    @Test
    void whoKeepsTheIdentityLosesOnlyWhatHangsOnTheMailbox() {
        assertEquals(Set.of("licences with their disabled plans"),
                parts(Fate.RETURNS, "mailbox remove", "keep-identity"));
        assertEquals(Set.of("forwarding", "delegates", "visibility in address lists", "quotas"),
                parts(Fate.BY_HAND, "mailbox remove", "keep-identity"));
    }

    @Test
    void whoGoesToTheRecycleBinIsTiedAgainByTheUndo() {
        for (List<String> command : List.of(List.of("mailbox remove", "discard-identity"), List.of("user delete"))) {
            String[] options = command.subList(1, command.size()).toArray(String[]::new);
            Set<String> back = parts(Fate.RETURNS, command.getFirst(), options);
            assertTrue(back.containsAll(Set.of("manager", "direct reports", "memberships of groups",
                    "ownerships of groups", "roles of applications")), back::toString);
            assertEquals(Set.of(), parts(Fate.LOST, command.getFirst(), options));
        }
    }

    @Test
    void whatIsPurgedIsLost() {
        assertEquals(3, parts(Fate.LOST, "user purge").size());
        assertEquals(Set.of(), parts(Fate.RETURNS, "user purge"));
    }

    @Test
    void whatTakesNothingHasNoTable() {
        for (String command : List.of("user disable", "user enable", "mailbox restore")) {
            assertEquals(List.of(), LossTable.of(Bench.decision(command).contract()), command);
        }
    }
}
