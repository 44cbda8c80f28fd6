package dev.shisa.lint;

import java.util.Locale;
import java.util.Optional;

/** What a cmdlet does in the first place. */
public enum Action {
    /** Reads, shows, filters or connects; nothing is other than before. */
    READ,
    /** Makes or changes something; some of its parameters may take something away, and then effects or marks say so. */
    CHANGE,
    /** Takes something away. */
    REMOVE,
    /** Sends something to people. */
    SEND,
    /** Runs code, other commands or requests that its arguments hold. */
    RUN;

    /** The name in files and output. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The action of that label. */
    static Optional<Action> parse(String label) {
        for (Action action : values()) {
            if (action.label().equals(label)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }

    /** Whether an entry of this action admits at least as much as one of the other. */
    boolean admits(Action other) {
        return this == other || other == READ || (other == CHANGE && this == REMOVE);
    }
}
