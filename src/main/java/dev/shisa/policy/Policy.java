package dev.shisa.policy;

import dev.shisa.catalog.Texts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One rule with its conditions, understood. Immutable. */
public final class Policy {
    /** A place in a message where a value is put in. */
    static final Pattern PLACE = Pattern.compile("\\{([a-z][a-z0-9_.]*)}");
    private static final long MOST_APPROVALS = 5;

    private final String name;
    private final String source;
    private final Texts summary;
    private final Optional<Expression> when;
    private final Map<String, Expression> values;
    private final Rule rule;

    /**
     * @param when whether it applies at all; empty: always
     * @param values what it reckons first, each with those before it
     */
    Policy(String name, String source, Texts summary, Optional<Expression> when, Map<String, Expression> values,
            Rule rule) {
        this.name = name;
        this.source = source;
        this.summary = summary;
        this.when = when;
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        this.rule = rule;
    }

    /** What it is called, in all files together once. */
    public String name() {
        return name;
    }

    /** The file it stands in, for people. */
    public String source() {
        return source;
    }

    /** What it says, in one sentence. */
    public Texts summary() {
        return summary;
    }

    /** Whether a signed waiver can let a plan pass that it refuses. */
    public boolean isWaivable() {
        return rule instanceof Rule.Require require && require.waivable();
    }

    /** What it says to a situation, waivers aside. What cannot be evaluated is unevaluable, never passed. */
    public Ruling judge(Situation situation) {
        Map<String, Object> all = situation.byName();
        SortedMap<String, String> shown = new TreeMap<>();
        try {
            if (when.isPresent() && !(boolean) known(when.get(), all, "when")) {
                return ruling(new Ruling.Outcome.NotApplicable(), shown);
            }
            for (Map.Entry<String, Expression> value : values.entrySet()) {
                Object found = known(value.getValue(), all, "values." + value.getKey());
                all.put(value.getKey(), found);
                shown.put(value.getKey(), Kind.show(found));
            }
            Object answer = known(rule.expression(), all, "the rule itself");
            return ruling(outcome(answer, all), shown);
        } catch (NoValue e) {
            return ruling(new Ruling.Outcome.Unevaluable(e.sentence), shown);
        }
    }

    private Ruling ruling(Ruling.Outcome outcome, SortedMap<String, String> shown) {
        return new Ruling(name, source, summary, outcome, shown);
    }

    private Ruling.Outcome outcome(Object answer, Map<String, Object> all) throws NoValue {
        return switch (rule) {
            case Rule.Require require -> (boolean) answer
                    ? new Ruling.Outcome.Passed()
                    : new Ruling.Outcome.Refused(require.status(), new Texts(filled(require.message().english(), all),
                            filled(require.message().japanese(), all)), require.waivable());
            case Rule.Approvals _ -> new Ruling.Outcome.Demands(Ruling.Demand.APPROVALS,
                    bounded((long) answer, 0, MOST_APPROVALS));
            case Rule.Exposure _ -> new Ruling.Outcome.Demands(Ruling.Demand.EXPOSURE,
                    bounded((long) answer, 1, Integer.MAX_VALUE));
            case Rule.Pace _ -> new Ruling.Outcome.Demands(Ruling.Demand.PACE, pace((double) answer));
        };
    }

    private static double bounded(long answer, long least, long most) throws NoValue {
        if (answer < least || answer > most) {
            throw new NoValue("a number from " + least + " to " + most + " is wanted, and the rule says " + answer);
        }
        return answer;
    }

    private static double pace(double answer) throws NoValue {
        if (!(answer > 0 && answer <= 1000)) {
            throw new NoValue("more than 0 and at most 1000 writes a second are wanted, and the rule says " + answer);
        }
        return answer;
    }

    private static Object known(Expression expression, Map<String, Object> values, String part) throws NoValue {
        return switch (expression.evaluate(values)) {
            case Expression.Evaluated.Known known -> known.value();
            case Expression.Evaluated.Unknown unknown -> throw new NoValue(part + ": " + unknown.sentence());
        };
    }

    private static String filled(String message, Map<String, Object> values) {
        Matcher places = PLACE.matcher(message);
        return places.replaceAll(
                place -> Matcher.quoteReplacement(Kind.show(Objects.requireNonNull(values.get(place.group(1))))));
    }

    /** The names a message puts in. */
    static List<String> places(String message) {
        return PLACE.matcher(message).results().map(place -> place.group(1)).toList();
    }

    /** An expression has no value here. It does not leave this class. */
    private static final class NoValue extends Exception {
        private static final long serialVersionUID = 1L;
        private final String sentence;

        NoValue(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }
    }
}
