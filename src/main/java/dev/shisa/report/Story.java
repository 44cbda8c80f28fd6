package dev.shisa.report;

import dev.shisa.journal.Entry;
import dev.shisa.judge.Verdict;
import dev.shisa.text.Sentence;
import dev.shisa.text.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What happened to a run as a whole, and when.
 *
 * @param events the beginning, every wave, gate, stop, return and end, in their order
 * @param waves the waves, in their order
 */
public record Story(List<Event> events, List<Wave> waves) {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx");

    public Story {
        events = List.copyOf(events);
        waves = List.copyOf(waves);
    }

    /**
     * Something that happened.
     *
     * @param at by the clock of the machine
     * @param what in words
     */
    public record Event(Instant at, Text what) {
    }

    /**
     * Accounts that were done together.
     *
     * @param number from 1; a wave that is opened again after a return stands there again
     * @param accounts how many
     * @param opened when, by the clock of the machine
     * @param judged what its gate said; empty where the run stopped before
     */
    public record Wave(int number, int accounts, Instant opened, Optional<Judged> judged) {
    }

    /**
     * What a gate said.
     *
     * @param at when
     * @param verdict its verdict
     */
    public record Judged(Instant at, Verdict verdict) {
    }

    /** One line for each event, in local time and in UTC. */
    public List<String> lines(ZoneId zone, Locale locale) {
        return events.stream().map(event -> time(event.at(), zone) + "  " + event.what().in(locale)).toList();
    }

    /** A moment in local time and in UTC, to the second. */
    static String time(Instant at, ZoneId zone) {
        return LOCAL.format(at.atZone(zone)) + " (" + at.truncatedTo(ChronoUnit.SECONDS) + ")";
    }

    /** Listens to the records of a journal and keeps none of them. For one thread. */
    public static final class Telling implements Consumer<Entry> {
        private final List<Event> events = new ArrayList<>();
        private final List<Wave> waves = new ArrayList<>();

        @Override
        public void accept(Entry entry) {
            event(entry).ifPresent(what -> events.add(new Event(entry.at(), what)));
            switch (entry) {
                case Entry.WaveOpened wave ->
                    waves.add(new Wave(wave.wave(), wave.targets().size(), wave.at(), Optional.empty()));
                case Entry.Gate gate -> judge(gate);
                default -> {
                    // Nothing else opens or ends a wave.
                }
            }
        }

        /** The gate of a wave ends the last one of that number; the completion gate has the number 0 and ends none. */
        private void judge(Entry.Gate gate) {
            for (int at = waves.size() - 1; at >= 0; at--) {
                Wave wave = waves.get(at);
                if (wave.number() == gate.wave()) {
                    waves.set(at, new Wave(wave.number(), wave.accounts(), wave.opened(),
                            Optional.of(new Judged(gate.at(), gate.verdict()))));
                    return;
                }
            }
        }

        /** The story so far. */
        public Story story() {
            return new Story(events, waves);
        }

        private static Optional<Text> event(Entry entry) {
            return switch (entry) {
                case Entry.Opened opened ->
                    Optional.of(Text.of("begun by {0}, {1} accounts", new Sentence(opened.by()), opened.targets()));
                case Entry.WaveOpened wave ->
                    Optional.of(Text.of("wave {0} opened, {1} accounts", wave.wave(), wave.targets().size()));
                case Entry.Gate gate -> Optional.of(gate.wave() == 0
                        ? Text.of("completion gate {0}", Text.word(gate.verdict().label()))
                        : Text.of("gate {0} {1}", gate.wave(), Text.word(gate.verdict().label())));
                case Entry.Paused paused ->
                    Optional.of(Text.of("paused: {0}", Sentence.several(paused.reasons())));
                case Entry.Halted halted -> Optional.of(Text.of("halted: {0}", new Sentence(halted.reason())));
                case Entry.Recovered recovered -> Optional.of(recovered(recovered));
                case Entry.Closed closed -> Optional.of(closed.note()
                        .map(note -> Text.of("{0}: {1}", Text.word(closed.status().label()), new Sentence(note)))
                        .orElse(Text.word(closed.status().label())));
                case Entry.Verified _ -> Optional.of(Text.of("looked at again: as declared"));
                case Entry.Intent _,Entry.Rejected _,Entry.Accepted _,Entry.Unknown _,Entry.Observed _,Entry.Skipped _ ->
                    Optional.empty();
            };
        }

        private static Text recovered(Entry.Recovered recovered) {
            Text again = recovered.retry()
                    ? Text.of("taken up again by {0}, what was refused is tried again", new Sentence(recovered.by()))
                    : Text.of("taken up again by {0}", new Sentence(recovered.by()));
            return recovered.torn().map(file -> Text.of("{0}, the torn last record lies in {1}", again, file))
                    .orElse(again);
        }
    }
}
