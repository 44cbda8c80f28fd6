package dev.shisa.report;

import dev.shisa.journal.Entry;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happened to a run as a whole, and when, in local time and in UTC. */
public final class Timeline {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx");

    private Timeline() {
    }

    /**
     * One line each for the beginning, every wave, gate, stop, return and end; pure.
     *
     * @param entries the records of a run's journal
     * @param zone the local time zone
     */
    public static List<String> of(List<Entry> entries, ZoneId zone) {
        List<String> lines = new ArrayList<>();
        entries.forEach(entry -> event(entry).ifPresent(event -> lines.add(time(entry.at(), zone) + "  " + event)));
        return lines;
    }

    private static String time(Instant at, ZoneId zone) {
        return LOCAL.format(at.atZone(zone)) + " (" + at.truncatedTo(ChronoUnit.SECONDS) + ")";
    }

    private static Optional<String> event(Entry entry) {
        return switch (entry) {
            case Entry.Opened opened -> Optional.of("begun by " + opened.by() + ", " + opened.targets() + " accounts");
            case Entry.WaveOpened wave ->
                Optional.of("wave " + wave.wave() + " opened, " + wave.targets().size() + " accounts");
            case Entry.Gate gate -> Optional.of((gate.wave() == 0 ? "completion gate " : "gate " + gate.wave() + " ")
                    + gate.verdict().label());
            case Entry.Paused paused -> Optional.of("paused: " + String.join("; ", paused.reasons()));
            case Entry.Halted halted -> Optional.of("halted: " + halted.reason());
            case Entry.Recovered recovered -> Optional.of("taken up again by " + recovered.by()
                    + (recovered.retry() ? ", what was refused is tried again" : "")
                    + recovered.torn().map(file -> ", the torn last record lies in " + file).orElse(""));
            case Entry.Closed closed -> Optional.of(closed.status().label()
                    + closed.note().map(note -> ": " + note).orElse(""));
            case Entry.Verified _ -> Optional.of("looked at again: as declared");
            case Entry.Intent _,Entry.Rejected _,Entry.Accepted _,Entry.Unknown _,Entry.Observed _,Entry.Skipped _ ->
                Optional.empty();
        };
    }
}
