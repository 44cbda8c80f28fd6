package dev.shisa.report;

import static dev.shisa.account.AnAccount.id;
import static dev.shisa.account.AnAccount.number;
import static dev.shisa.account.AnAccount.set;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shisa.account.AccountId;
import dev.shisa.catalog.WireCall;
import dev.shisa.journal.Entry;
import dev.shisa.journal.RunKind;
import dev.shisa.journal.RunState;
import dev.shisa.journal.RunStatus;
import dev.shisa.journal.TargetState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a journal tells a help desk, and in which order things happened. */
class JournalViewsTest {
    private static final Instant AT = Instant.parse("2026-11-22T01:02:03.999Z");
    private static final List<Entry> JOURNAL = List.of(
            new Entry.Opened(AT, "run-1", RunKind.RUN, "t", "sgu.example", "mailbox remove", List.of(), "plan-1", "d",
                    4,
                    2, Optional.empty(), "anne, process 1"),
            new Entry.WaveOpened(AT, 1, List.of(id(1), id(2), id(3))),
            new Entry.Intent(AT, id(1), 1, 1, new UUID(0, 1), new WireCall("DELETE", "/users/1", Optional.empty()),
                    number(1).seen()),
            new Entry.Accepted(AT, id(1), 204),
            new Entry.Observed(AT, id(1), TargetState.VERIFIED, List.of()),
            new Entry.Intent(AT, id(2), 1, 1, new UUID(0, 2), new WireCall("DELETE", "/users/2", Optional.empty()),
                    number(2).seen()),
            new Entry.Accepted(AT, id(2), 204),
            new Entry.Observed(AT, id(2), TargetState.VIOLATED, List.of("extra roles: [a, \"b\"] -> none")),
            new Entry.Skipped(AT, id(3), "drifted"),
            new Entry.Paused(AT, set("gate of wave 1 failed")),
            new Entry.Recovered(AT, "bob, process 2", true, Optional.of("journal.jsonl.torn-9")),
            new Entry.Closed(AT, RunStatus.VIOLATED, Optional.of("why")));

    @Test
    void whoNeedsSomebodyComesFirstAndNoCellIsAFormula() {
        Map<AccountId, String> names = new LinkedHashMap<>();
        names.put(id(1), "done@sgu.example");
        names.put(id(2), "=2+3@sgu.example");
        names.put(id(3), "left@sgu.example");
        names.put(id(4), "\uFF1Dlater@sgu.example");
        String one = "00000000-0000-4000-8000-00000000000";
        assertEquals(String.join("\r\n", "state,name,id,found",
                "violated,'=2+3@sgu.example," + one + "2,\"extra roles: [a, \"\"b\"\"] -> none\"",
                "skipped,left@sgu.example," + one + "3,drifted",
                "verified,done@sgu.example," + one + "1,",
                "not-started,'\uFF1Dlater@sgu.example," + one + "4,", ""), People.csv(RunState.fold(JOURNAL), names));
    }

    private static Story story() {
        Story.Telling telling = new Story.Telling();
        JOURNAL.forEach(telling);
        return telling.story();
    }

    @Test
    void aTimeIsToldInLocalTimeAndInUtc() {
        String at = "2026-11-22 10:02:03 +09:00 (2026-11-22T01:02:03Z)  ";
        assertEquals(List.of(at + "begun by anne, process 1, 4 accounts", at + "wave 1 opened, 3 accounts",
                at + "paused: gate of wave 1 failed",
                at + "taken up again by bob, process 2, what was refused is tried again, the torn last record lies in "
                        + "journal.jsonl.torn-9",
                at + "violated: why"), story().lines(ZoneId.of("Asia/Tokyo"), Locale.ENGLISH));
    }
}
