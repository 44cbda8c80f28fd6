package dev.shisa.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.bench.KillMoment.From;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The moments of kills are drawn from a seed, over the time that was seen, and no more of them than are wanted. */
final class KillClockTest {
    private static final Map<From, Long> SEEN = Map.of(From.START, 40_000L, From.WRITING, 20_000L, From.LAST_WAVE,
            4_000L);

    private static List<KillMoment> drawn(int seed, int kills) {
        KillClock clock = new KillClock(seed, kills);
        clock.saw(KillClock.Kind.BEGINNING, SEEN);
        List<KillMoment> moments = new ArrayList<>();
        Optional<KillMoment> moment = clock.draw(KillClock.Kind.BEGINNING);
        while (moment.isPresent()) {
            moments.add(moment.get());
            moment = clock.draw(KillClock.Kind.BEGINNING);
        }
        return moments;
    }

    @Test
    void theSameSeedDrawsTheSameAndAsManyAsAreWanted() {
        assertEquals(500, drawn(7, 500).size());
        assertEquals(drawn(7, 500), drawn(7, 500));
        assertTrue(!drawn(7, 500).equals(drawn(8, 500)));
    }

    @Test
    void everyPartOfARunIsStruck() {
        Set<From> struck = EnumSet.noneOf(From.class);
        for (KillMoment moment : drawn(7, 500)) {
            struck.add(moment.from());
            assertTrue(moment.milliseconds() < SEEN.getOrDefault(moment.from(), 0L), moment.toString());
        }
        assertEquals(EnumSet.allOf(From.class), struck);
        assertTrue(drawn(7, 500).stream().anyMatch(kill -> kill.from() == From.START && kill.milliseconds() > 35_000));
    }

    @Test
    void nothingIsDrawnBeforeARunWasSeenAndAKillThatCameTooLateIsDrawnAgain() {
        KillClock clock = new KillClock(7, 1);
        assertTrue(clock.draw(KillClock.Kind.RESUMING).isEmpty());
        clock.saw(KillClock.Kind.BEGINNING, SEEN);
        assertTrue(clock.draw(KillClock.Kind.RESUMING).isPresent(), "taken to last as long as a beginning");
        assertEquals(0, clock.left());
        clock.giveBack();
        assertTrue(clock.draw(KillClock.Kind.BEGINNING).isPresent());
        assertTrue(clock.draw(KillClock.Kind.BEGINNING).isEmpty());
    }
}
