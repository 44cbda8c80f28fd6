package dev.shisa.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Windows and hours hang on a place's clock, and end at the minute that is written. */
class CalendarTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Hours OFFICE = new Hours(TOKYO, Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0),
            LocalTime.of(17, 0));

    @ParameterizedTest
    // 23 November 2026 is a Monday; Tokyo is nine hours ahead of UTC.
    @CsvSource({"2026-11-22T23:59:59Z, PT0S", "2026-11-23T00:00:00Z, PT8H", "2026-11-23T07:59:59Z, PT1S",
            "2026-11-23T08:00:00Z, PT0S", "2026-11-24T03:00:00Z, PT0S", "2026-11-27T03:00:00Z, PT5H"})
    void hoursLastUntilTheirLastMinuteWhereTheyHang(Instant moment, Duration left) {
        assertEquals(left, OFFICE.left(moment));
        assertEquals(left.isPositive(), OFFICE.contains(moment));
        assertEquals(left, new Calendar(List.of(), Optional.of(OFFICE), Optional.empty()).left(moment));
        assertEquals(left.isPositive(),
                new Calendar(List.of(), Optional.empty(), Optional.of(OFFICE)).isReachable(moment));
    }

    @Test
    void aDayEndsAtMidnight() {
        Hours all = new Hours(ZoneId.of("UTC"), Set.of(DayOfWeek.MONDAY), LocalTime.MIDNIGHT, LocalTime.of(23, 59));
        assertEquals(Duration.ofSeconds(1), all.left(Instant.parse("2026-11-23T23:59:59Z")));
        assertEquals(Duration.ofHours(24), all.left(Instant.parse("2026-11-23T00:00:00Z")));
        assertEquals(Duration.ZERO, all.left(Instant.parse("2026-11-24T00:00:00Z")));
    }

    @Test
    void anHourThatTheClockSkipsIsNotThere() {
        // On 29 March 2026 the clocks of Berlin go from 2 to 3.
        Hours night = new Hours(ZoneId.of("Europe/Berlin"), Set.of(DayOfWeek.SUNDAY), LocalTime.of(1, 0),
                LocalTime.of(4, 0));
        assertEquals(Duration.ofHours(2), night.left(Instant.parse("2026-03-29T00:00:00Z")));
    }

    @Test
    void whereNothingIsPinnedNobodyIsReachableAndNothingIsFrozen() {
        Instant moment = Instant.parse("2026-11-23T03:00:00Z");
        assertFalse(Calendar.empty().isReachable(moment));
        assertEquals(Duration.ZERO, Calendar.empty().left(moment));
        assertEquals(List.of(), Calendar.empty().frozen(moment));
    }

    @ParameterizedTest
    @CsvSource({"2027-01-14T14:59:59Z, ''", "2027-01-14T15:00:00Z, examinations", "2027-01-17T14:59:59Z, examinations",
            "2027-01-17T15:00:00Z, ''"})
    void aFreezeHoldsFromItsFirstMomentToItsLast(Instant moment, String frozen) {
        Calendar calendar = new Calendar(List.of(new Calendar.Freeze("examinations", TOKYO,
                LocalDateTime.parse("2027-01-15T00:00"), LocalDateTime.parse("2027-01-18T00:00"))), Optional.empty(),
                Optional.empty());
        assertEquals(frozen, String.join(",", calendar.frozen(moment)));
    }

    @Test
    void hoursAndWindowsThatNeverAreCannotBeMade() {
        LocalDateTime moment = LocalDateTime.parse("2027-01-15T00:00");
        assertThrows(IllegalArgumentException.class, () -> new Calendar.Freeze("x", TOKYO, moment, moment));
        assertThrows(IllegalArgumentException.class,
                () -> new Hours(TOKYO, Set.of(DayOfWeek.MONDAY), LocalTime.NOON, LocalTime.NOON));
        assertThrows(IllegalArgumentException.class,
                () -> new Hours(TOKYO, Set.of(), LocalTime.NOON, LocalTime.of(13, 0)));
    }
}
