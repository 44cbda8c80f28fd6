package dev.shisa.cli;

import dev.shisa.run.Progress;
import dev.shisa.text.Sentence;
import dev.shisa.text.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a run stands, in one line that fits the terminal. Moments are durations since some moment of a clock that nobody sets.
 *
 * @param wave the wave that is worked on, from 1
 * @param waves how many there are
 * @param exposure the most accounts that may be written and not judged
 * @param unjudged how many are
 * @param standing what the last gate told
 * @param since when the first wave began
 * @param waiting what is waited for
 */
record RunProgress(int wave, int waves, int exposure, int unjudged, Progress.Standing standing, Duration since,
        Optional<Waiting> waiting) {
    private static final String GAP = "  ";
    private static final Duration MINUTES_FROM = Duration.ofMinutes(2);
    private static final Duration HOURS_FROM = Duration.ofHours(2);

    /**
     * Something that holds the run up.
     *
     * @param until when it is over
     * @param why the reason, as a phrase
     */
    record Waiting(Duration until, String why) {
    }

    /** The same, waiting for something. */
    RunProgress heldUp(Duration until, String why) {
        return new RunProgress(wave, waves, exposure, unjudged, standing, since, Optional.of(new Waiting(until, why)));
    }

    /** A wait in words. */
    static Text waiting(Duration wait, String why) {
        return Text.of("waiting {0} s: {1}", String.format(Locale.ROOT, "%.1f", wait.toMillis() / 1000.0),
                new Sentence(why));
    }

    /** The line; what matters less is left out where it does not fit. */
    String line(Duration now, int columns, Locale locale) {
        String line = "";
        for (Text part : parts(now)) {
            String longer = line.isEmpty() ? part.in(locale) : line + GAP + part.in(locale);
            if (line.isEmpty() || Layout.width(longer) <= columns) {
                line = longer;
            }
        }
        return line;
    }

    /** What it tells, what matters most first. */
    private List<Text> parts(Duration now) {
        List<Text> parts = new ArrayList<>();
        parts.add(Text.of("wave {0}/{1}", wave, waves));
        if (standing.targets() > 0) {
            parts.add(Text.of("{0}/{1} done", standing.done(), standing.targets()));
        }
        if (standing.failed() > 0) {
            parts.add(Text.of("{0} failed", standing.failed()));
        }
        left(now).ifPresent(left -> parts.add(worded(left)));
        waiting.filter(held -> held.until().compareTo(now) > 0)
                .ifPresent(held -> parts.add(waiting(held.until().minus(now), held.why())));
        if (standing.onTheirWay() > 0) {
            parts.add(Text.of("{0} on their way", standing.onTheirWay()));
        }
        parts.add(Text.of("unjudged {0}/{1}", unjudged, exposure));
        pace(now).ifPresent(pace -> parts.add(Text.of("{0}/s", String.format(Locale.ROOT, "%.1f", pace))));
        return parts;
    }

    /** Targets a second since the first wave; unknown until something is done. */
    private Optional<Double> pace(Duration now) {
        double seconds = now.minus(since).toMillis() / 1000.0;
        return standing.done() > 0 && seconds > 0 ? Optional.of(standing.done() / seconds) : Optional.empty();
    }

    private Optional<Duration> left(Duration now) {
        return pace(now).map(pace -> Duration.ofSeconds(Math.round((standing.targets() - standing.done()) / pace)));
    }

    private static Text worded(Duration left) {
        if (left.compareTo(MINUTES_FROM) < 0) {
            return Text.of("about {0} s left", left.toSeconds());
        }
        return left.compareTo(HOURS_FROM) < 0
                ? Text.of("about {0} min left", left.toMinutes())
                : Text.of("about {0} h left", left.toHours());
    }
}
