package dev.shisa.cli;

import dev.shisa.run.Progress;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;

/** A run as it goes on, in the lowest line of a terminal; nothing at all where there is no terminal. Safe for several threads. */
final class LiveRun {
    private static final long BEAT = 1000;

    private final LiveLine line;
    private final Locale locale;
    private final boolean shown;
    private Optional<RunProgress> progress = Optional.empty();
    private Optional<Timer> beat = Optional.empty();

    /**
     * A run that has not begun.
     *
     * @param shown whether anything is ever shown
     */
    LiveRun(LiveLine line, Locale locale, boolean shown) {
        this.line = line;
        this.locale = locale;
        this.shown = shown;
    }

    synchronized void waveOpened(int wave, int waves, int unjudged, int exposure) {
        Duration now = now();
        tell(new RunProgress(wave, waves, exposure, unjudged,
                progress.map(RunProgress::standing).orElse(new Progress.Standing(0, 0, 0, 0, 0)),
                progress.map(RunProgress::since).orElse(now), Optional.empty()));
    }

    synchronized void gatePassed(Progress.Standing standing) {
        progress.ifPresent(last -> tell(new RunProgress(last.wave(), last.waves(), last.exposure(),
                standing.onTheirWay(), standing, last.since(), last.waiting())));
    }

    /** Tells what the run waits for; whether it is shown here. */
    synchronized boolean waiting(Duration wait, String why) {
        if (!shown || progress.isEmpty()) {
            return false;
        }
        tell(progress.get().heldUp(now().plus(wait), why));
        return true;
    }

    private void tell(RunProgress next) {
        progress = Optional.of(next);
        if (!shown) {
            return;
        }
        line.say(columns -> next.line(now(), columns, locale));
        if (beat.isEmpty()) {
            // What is left, and what is waited for, change while nothing is told.
            Timer clock = new Timer("live-line", true);
            clock.schedule(new TimerTask() {
                @Override
                public void run() {
                    line.again();
                }
            }, BEAT, BEAT);
            beat = Optional.of(clock);
        }
    }

    private static Duration now() {
        return Duration.ofNanos(System.nanoTime());
    }

    /** Makes way for what is printed. */
    void behind(Runnable printing) {
        line.behind(printing);
    }

    /** Goes away; a further wave brings it back. */
    synchronized void end() {
        beat.ifPresent(Timer::cancel);
        beat = Optional.empty();
        line.end();
    }
}
