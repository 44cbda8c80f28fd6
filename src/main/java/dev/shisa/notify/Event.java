package dev.shisa.notify;

import dev.shisa.text.Text;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** At what people are told. A run has one start and one last notice: paused, halted, violated, or ended in any other way. */
public enum Event {
    /** A run or an undo begins, or goes on. */
    START,
    /** A gate spoke. */
    GATE,
    /** It stopped by itself and may go on. */
    PAUSED,
    /** Somebody stopped it. */
    HALTED,
    /** Something was lost that was not declared. */
    VIOLATED,
    /** It came to its end, done or not. */
    ENDED,
    /** Nothing was heard of it for longer than the bound. */
    STALLED;

    /** The word of the files and outputs. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The event of that word. */
    static Optional<Event> of(String label) {
        return Arrays.stream(values()).filter(event -> event.label().equals(label)).findFirst();
    }

    /** Whether nothing more is to be expected of the run. */
    boolean isLast() {
        return switch (this) {
            case START, GATE, STALLED -> false;
            case PAUSED, HALTED, VIOLATED, ENDED -> true;
        };
    }

    /** What happened, for people. */
    Text sentence() {
        return switch (this) {
            case START -> Text.of("A run began");
            case GATE -> Text.of("A gate spoke");
            case PAUSED -> Text.of("A run paused");
            case HALTED -> Text.of("A run was halted");
            case VIOLATED -> Text.of("A run did what was not declared");
            case ENDED -> Text.of("A run ended");
            case STALLED -> Text.of("A run does not get on");
        };
    }
}
