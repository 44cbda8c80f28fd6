package dev.shisa.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.bench.FailCase.Failure;
import dev.shisa.store.Disk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A part of the bench: every so many steps fail, and what the journals claim is so. */
class FailNthTest {
    private static final int ACCOUNTS = 11;
    private static final int FILE_STEP = 61;

    @Test
    void everySoManyStepsWithAFileOneMayFail() throws Exception {
        List<String> bad = new ArrayList<>();
        int cases = 0;
        for (int nth = 3;; nth += FILE_STEP) {
            List<FailPlay.Outcome> outcomes = FailNth.nth(true, nth, ACCOUNTS);
            outcomes.stream().filter(FailPlay.Outcome::isNotable).forEach(one -> bad.add(one.line()));
            if (!outcomes.getFirst().fired()) {
                break;
            }
            cases += outcomes.size();
        }
        assertEquals(List.of(), bad);
        assertTrue(cases > 5, "cases " + cases);
    }

    @Test
    void theServiceMayGoAwayBeforeTheFirstWrite() throws Exception {
        FailPlay.Outcome outcome = FailNth.play(FailCase.parse("http 60 UNAVAILABLE lasting resume"), ACCOUNTS);
        assertTrue(outcome.fired());
        assertEquals(List.of(), outcome.wrong());
        assertEquals(List.of(), outcome.unresolved());
    }

    @Test
    void aTenantThatIsNotAsClaimedIsFound(@TempDir Path folder) throws Exception {
        MemoryStage stage = new MemoryStage(ACCOUNTS);
        Worker worker = new Worker(stage, folder.resolve("store"), Disk.real());
        worker.execute();
        FailClaims good = new FailClaims(stage, worker.archive());
        good.hold();
        assertEquals(List.of(), good.wrong());
        stage.tenant().alter(stage.targetIds().getFirst(), account -> account.withEnabled(false));
        FailClaims bad = new FailClaims(stage, worker.archive());
        bad.hold();
        assertEquals(1, bad.wrong().size(), bad.wrong()::toString);
    }

    @Test
    void aCaseIsReadAsItIsWritten() {
        FailCase one = new FailCase(17, Failure.TORN, true, true);
        assertEquals("file 17 TORN lasting undo", one.label());
        assertEquals(one, FailCase.parse(one.label()));
        assertFalse(FailCase.parse("http 4 CUT_AFTER once").lasting());
    }
}
