package dev.shisa.cli;

import dev.shisa.site.TenantKind;
import dev.shisa.text.Text;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How a run stands at a moment.
 *
 * @param run its name
 * @param command noun and verb
 * @param kind what is at stake in its tenant
 * @param domain the tenant's default domain
 * @param status how it stands
 * @param by who works, or worked, on it
 * @param started when it began
 * @param wave the wave that was opened last; 0 before the first
 * @param targets number of targets
 * @param pending targets whose outcome is not settled
 * @param counts targets by state; those of which nothing was sent yet are not in it
 * @param halt why it was told to halt; empty when it was not
 * @param haltLine what halts it; empty when it does not run
 * @param last when its journal grew last
 */
record RunStanding(String run, String command, TenantKind kind, String domain, String status, String by,
        Instant started, int wave, int targets, int pending, SortedMap<String, Integer> counts, Optional<String> halt,
        Optional<String> haltLine, Instant last) {
    RunStanding {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /**
     * What changes, in one line.
     *
     * @param counted puts numbers and what they count into words
     */
    Text line(Function<Map<String, Integer>, Text> counted) {
        return counts.isEmpty()
                ? Text.of("{0}  {1}: nothing was sent yet, {2} accounts", last.truncatedTo(ChronoUnit.SECONDS),
                        Text.word(status), targets)
                : Text.of("{0}  {1}: wave {2}, of {3} accounts {4}", last.truncatedTo(ChronoUnit.SECONDS),
                        Text.word(status), wave, targets, counted.apply(counts));
    }
}
