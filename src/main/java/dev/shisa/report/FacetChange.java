package dev.shisa.report;

import dev.shisa.judge.Outcome;
import dev.shisa.text.Text;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was declared of a facet, and what accounts showed; accounts that showed the same are counted together.
 *
 * @param facet the facet
 * @param declared what was declared to become of it; {@link #UNCHANGED} where nothing was
 * @param before how it was; {@link #VARIOUS} where too many differ
 * @param after how it is; {@link #VARIOUS} where too many differ
 * @param outcome what was made of it
 * @param accounts how many showed this, at least 1
 */
public record FacetChange(String facet, String declared, String before, String after, String outcome, long accounts) {
    /** Said of a facet that a command declares to leave alone. */
    public static final String UNCHANGED = "unchanged";
    /** Said of values that are not told one by one. */
    public static final String VARIOUS = "various";
    /** Said of a value that could not be read. */
    public static final String UNSEEN = "unseen";

    private static final Set<String> BAD = Stream
            .of(Outcome.EXTRA, Outcome.COLLATERAL, Outcome.UNEXPLAINED, Outcome.MISSING, Outcome.UNOBSERVED)
            .map(Outcome::label).collect(Collectors.toUnmodifiableSet());

    /** What was declared, in words; what has none, such as the names of licences, stays as it is. */
    Text expected() {
        return value(declared);
    }

    /** From what to what, in words. */
    Text seen() {
        return outcome.equals(Outcome.IMPLIED.label())
                ? Text.of("gone with what it belongs to")
                : Text.of("{0} → {1}", value(before), value(after));
    }

    /** Whether the outcome is one that a person has to look at. */
    boolean isBad() {
        return BAD.contains(outcome);
    }

    /** A value of a facet in words. The flag has the name of its facet, so that a word alone would not say which is meant. */
    public static Text value(String value) {
        return switch (value) {
            case "enabled" -> Text.of("sign-in allowed");
            case "disabled" -> Text.of("sign-in blocked");
            case "[]" -> Text.of("none");
            default -> Text.word(value);
        };
    }
}
