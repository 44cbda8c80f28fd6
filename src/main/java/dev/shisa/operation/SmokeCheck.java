package dev.shisa.operation;

import dev.shisa.text.Text;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a smoke check of one decision came to.
 *
 * @param command noun and verb
 * @param words the options and parameters, with dashes; those of a check that was skipped may be incomplete
 * @param result green only when it was rehearsed there and back as declared
 * @param account name of the rehearsal account; empty for one that was skipped before an account was found
 * @param run name of the rehearsal; empty unless it is green
 * @param found why it is not green; empty when it is
 * @param took how long it took
 */
public record SmokeCheck(String command, List<String> words, Result result, Optional<String> account,
        Optional<String> run, List<Text> found, Duration took) {

    public SmokeCheck {
        words = List.copyOf(words);
        found = List.copyOf(found);
    }

    /** What is said of a check. */
    public enum Result {
        /** Rehearsed as declared, there and back. */
        GREEN("green"),
        /** Not as declared, or nobody can tell. */
        RED("red"),
        /** Not rehearsed, which says nothing about the command. */
        SKIPPED("skipped");

        private final String label;

        Result(String label) {
            this.label = label;
        }

        /** The word in files and outputs. */
        public String label() {
            return label;
        }
    }

    /** The command with its options, as typed. */
    public String name() {
        return (command + " " + String.join(" ", words)).strip();
    }
}
