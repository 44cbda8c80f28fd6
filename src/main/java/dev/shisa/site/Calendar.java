package dev.shisa.site;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * When things may be done. Times are local to a named place; whether it is time is asked with the service's clock.
 *
 * @param freezes windows in which nothing is lost
 * @param begin hours in which bulk runs may begin and have to end; empty where the site pins none
 * @param reachable hours in which the contacts can be reached; empty where the site pins none, and then they never can
 */
public record Calendar(List<Freeze> freezes, Optional<Hours> begin, Optional<Hours> reachable) {
    public Calendar {
        freezes = List.copyOf(freezes);
    }

    /** A calendar in which nothing stands. */
    public static Calendar empty() {
        return new Calendar(List.of(), Optional.empty(), Optional.empty());
    }

    /**
     * A window in which nothing is lost.
     *
     * @param name why
     * @param zone where the clock hangs
     * @param from its first moment
     * @param to the first moment after it
     */
    public record Freeze(String name, ZoneId zone, LocalDateTime from, LocalDateTime to) {
        public Freeze {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("a window that never is: " + from + " to " + to);
            }
        }

        private boolean contains(Instant moment) {
            return !moment.isBefore(from.atZone(zone).toInstant()) && moment.isBefore(to.atZone(zone).toInstant());
        }
    }

    /** The names of the windows in force at that moment. */
    public List<String> frozen(Instant moment) {
        return freezes.stream().filter(freeze -> freeze.contains(moment)).map(Freeze::name).toList();
    }

    /** How long bulk runs may still begin; nothing where it is no such hour or the site pins none. */
    public Duration left(Instant moment) {
        return begin.map(hours -> hours.left(moment)).orElse(Duration.ZERO);
    }

    /** Whether the contacts can be reached at that moment. */
    public boolean isReachable(Instant moment) {
        return reachable.filter(hours -> hours.contains(moment)).isPresent();
    }
}
