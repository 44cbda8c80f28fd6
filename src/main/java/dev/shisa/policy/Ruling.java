package dev.shisa.policy;

import dev.shisa.catalog.Texts;
import dev.shisa.diag.ExitStatus;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one policy says to a situation.
 *
 * @param policy its name
 * @param source the file it stands in, for people
 * @param summary what it says, in one sentence
 * @param outcome what follows
 * @param values what it reckoned, by name, for people
 */
public record Ruling(String policy, String source, Texts summary, Outcome outcome, SortedMap<String, String> values) {
    public Ruling {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** What a demand is about. */
    public enum Demand {
        /** Approvals of other people. */
        APPROVALS,
        /** Accounts written and not yet judged. */
        EXPOSURE,
        /** Writes a second. */
        PACE;

        /** The name in files and output. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What follows from a policy. */
    public sealed interface Outcome {

        /** It does not speak of such a plan. */
        record NotApplicable() implements Outcome {
        }

        /** What it demands holds. */
        record Passed() implements Outcome {
        }

        /**
         * What it demands does not hold.
         *
         * @param status what the command ends with
         * @param message why
         * @param waivable whether a waiver could let it pass
         */
        record Refused(ExitStatus status, Texts message, boolean waivable) implements Outcome {
        }

        /**
         * What it demands does not hold, and a waiver lets it pass.
         *
         * @param waiver the waiver's name
         * @param message why it would have refused
         */
        record Waived(String waiver, Texts message) implements Outcome {
        }

        /**
         * It sets a bound.
         *
         * @param demand for what
         * @param amount how much
         */
        record Demands(Demand demand, double amount) implements Outcome {
        }

        /**
         * Nobody can say whether it holds; so it does not.
         *
         * @param sentence why, without its full stop
         */
        record Unevaluable(String sentence) implements Outcome {
        }
    }

    /** The outcome in one word, for machines. */
    public String word() {
        return switch (outcome) {
            case Outcome.NotApplicable _ -> "not-applicable";
            case Outcome.Passed _ -> "passed";
            case Outcome.Refused _ -> "refused";
            case Outcome.Waived _ -> "waived";
            case Outcome.Demands demands -> demands.demand().label();
            case Outcome.Unevaluable _ -> "unevaluable";
        };
    }
}
