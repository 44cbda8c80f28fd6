package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.run.Progress;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunProgressTest {
    private static final Duration BEGINNING = Duration.ofSeconds(1_000);

    private static RunProgress at(int done, int failed, int onTheirWay) {
        return new RunProgress(12, 53, 146, 60, new Progress.Standing(done, failed, 7_331, onTheirWay, 146), BEGINNING,
                Optional.empty());
    }

    private static String line(RunProgress progress, long seconds, int columns) {
        return progress.line(BEGINNING.plusSeconds(seconds), columns, Locale.ENGLISH);
    }

    @Test
    void everythingIsToldWhereThereIsRoom() {
        assertEquals("wave 12/53  1200/7331 done  2 failed  about 5 min left  3 on their way  unjudged 60/146  20.0/s",
                line(at(1_200, 2, 3), 60, 200));
    }

    @Test
    void whatMattersLessIsLeftOutOnANarrowTerminal() {
        assertEquals("wave 12/53  1200/7331 done  2 failed", line(at(1_200, 2, 3), 60, 40));
        assertEquals("wave 12/53  20.0/s", line(at(1_200, 0, 0), 60, 18));
    }

    @Test
    void theReasonForWaitingIsShownAsLongAsItHolds() {
        RunProgress held = at(0, 0, 0).heldUp(BEGINNING.plusSeconds(12), "the service asks for it (429)");
        assertTrue(line(held, 2, 200).contains("waiting 10.0 s: the service asks for it (429)"), line(held, 2, 200));
        assertEquals("wave 12/53  0/7331 done  unjudged 60/146", line(held, 12, 200));
    }

    @Test
    void nothingIsForetoldBeforeAnythingIsDone() {
        assertEquals("wave 12/53  0/7331 done  unjudged 60/146", line(at(0, 0, 0), 60, 200));
    }

    @Test
    void theTimeLeftIsToldInSecondsMinutesOrHours() {
        assertTrue(line(at(7_231, 0, 0), 7_231, 200).contains("about 100 s left"));
        assertTrue(line(at(7_131, 0, 0), 7_131, 200).contains("about 3 min left"));
        assertTrue(line(at(100, 0, 0), 1_000, 200).contains("about 20 h left"));
    }

    @Test
    void itSpeaksJapanese() {
        assertEquals("ウェーブ 12/53  完了 1200/7331  残り約 5 分  未判定 60/146  毎秒 20.0 件",
                at(1_200, 0, 0).line(BEGINNING.plusSeconds(60), 200, Locale.JAPANESE));
    }
}
