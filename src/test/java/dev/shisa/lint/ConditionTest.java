package dev.shisa.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A condition holds where it is seen to, and may hold wherever it is not seen not to. */
class ConditionTest {

    private static Given given(String parameter, String value) {
        return new Given(Map.of(parameter, Optional.of(value)), false);
    }

    @ParameterizedTest
    @CsvSource({"Archive, Archive, true, true", "Archive, archive, 1, true", "Archive, Archive, False, false",
            "Archive, Other, true, false", "Method=DELETE, Method, delete, true", "Method=DELETE, Method, GET, false",
            "Enabled=false, Enabled, FALSE, true", "Enabled=false, Enabled, true, false",
            "Path=AD:*, Path, ad:\\x, true", "Path=AD:*, Path, C:\\AD:, false", "A=*b*c, A, xxbyyc, true",
            "A=*b*c, A, xxbyyd, false", "A=*b*c, A, bcbc, true", "A=*, A, '', true", "A=a=b, A, a=b, true",
            "A=ab, A, abc, false", "A=abc, A, ab, false"})
    void itIsAskedOfWhatIsGiven(String condition, String parameter, String value, boolean holds) {
        Condition parsed = Condition.parse(condition);
        assertEquals(condition, parsed.describe());
        assertEquals(holds, parsed.holds(given(parameter, value)));
        assertEquals(holds, parsed.mayHold(given(parameter, value)));
    }

    @Test
    void whatCannotBeSeenMayBe() {
        Condition archive = Condition.parse("Archive");
        Given hidden = new Given(Map.of("Archive", Optional.empty()), false);
        Given open = new Given(Map.of(), true);
        assertTrue(archive.mayHold(hidden) && archive.mayHold(open));
        assertFalse(archive.holds(hidden) || archive.holds(open));
        assertFalse(archive.mayHold(new Given(Map.of(), false)));
    }

    @Test
    void inDoubtAnEffectApplies() {
        Occasion occasion = new Occasion(Optional.of(Condition.parse("Purge")), List.of(Condition.parse("Cancel")));
        Given purge = given("Purge", "true");
        assertTrue(occasion.applies(purge));
        assertFalse(occasion.applies(new Given(Map.of(), false)));
        assertTrue(occasion.applies(new Given(Map.of(), true)));
        assertTrue(occasion.applies(
                new Given(Map.of("Purge", Optional.of("true"), "Cancel", Optional.empty()), false)));
        assertFalse(occasion.applies(
                new Given(Map.of("Purge", Optional.of("true"), "Cancel", Optional.of("true")), false)));
        assertTrue(Occasion.ALWAYS.covers(occasion));
        assertFalse(occasion.covers(Occasion.ALWAYS));
    }

    @Test
    void aPatternOfManyStarsIsQuick() {
        Condition many = Condition.parse("A=" + "*a".repeat(60) + "b");
        assertFalse(many.holds(given("A", "a".repeat(20_000))));
    }
}
