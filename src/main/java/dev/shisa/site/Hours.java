package dev.shisa.site;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Hours of the week, as people say them.
 *
 * @param zone where the clock hangs
 * @param days on which days they begin
 * @param from when they begin
 * @param to when they end, later on the same day; 23:59 stands for the end of the day
 */
public record Hours(ZoneId zone, Set<DayOfWeek> days, LocalTime from, LocalTime to) {
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    public Hours {
        if (days.isEmpty() || !from.isBefore(to)) {
            throw new IllegalArgumentException("hours that never are: " + days + " " + from + " to " + to);
        }
        days = Collections.unmodifiableSet(EnumSet.copyOf(days));
    }

    /** Whether that moment lies in them. */
    public boolean contains(Instant moment) {
        return left(moment).isPositive();
    }

    /** How long they last from that moment on; nothing outside of them. */
    public Duration left(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        LocalDate day = local.toLocalDate();
        ZonedDateTime end = to.equals(LAST_MINUTE)
                ? day.plusDays(1).atStartOfDay(zone)
                : day.atTime(to).atZone(zone);
        boolean within = days.contains(day.getDayOfWeek()) && !local.isBefore(day.atTime(from).atZone(zone))
                && local.isBefore(end);
        return within ? Duration.between(local, end) : Duration.ZERO;
    }
}
