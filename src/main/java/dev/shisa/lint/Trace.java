package dev.shisa.lint;

import dev.shisa.powershell.Expression;
import dev.shisa.powershell.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What would happen if a text was run, as far as it can be followed. Used by one thread. */
final class Trace {
    /** More is not followed: no script of a person comes near it. */
    private static final int MOST_STEPS = 1_000_000;

    private final List<Call> calls = new ArrayList<>();
    private final Set<CodeFromText> codeFromText = new LinkedHashSet<>();
    private final Set<String> ranTexts = new HashSet<>();
    private final Set<Span> unknownNames = new LinkedHashSet<>();
    private final Set<Span> vainComparisons = new LinkedHashSet<>();
    private final List<Expression> texts = new ArrayList<>();
    private int steps;

    /**
     * A text that is run as code.
     *
     * @param span of the command that runs it
     * @param isSeen whether the code stands in the text, so that what it does is judged by itself
     */
    record CodeFromText(Span span, boolean isSeen) {
    }

    /** Whether there is anything left to spend; what is not followed is told. */
    boolean step() {
        return ++steps <= MOST_STEPS;
    }

    boolean isExhausted() {
        return steps > MOST_STEPS;
    }

    /** Nothing more is followed, which is told. */
    void giveUp() {
        steps = MOST_STEPS;
        step();
    }

    /**
     * How much was noticed up to a moment.
     *
     * @param calls how many commands
     * @param others how much else that is told in any case
     */
    record Noticed(int calls, int others) {
    }

    Noticed noticed() {
        return new Noticed(calls.size(), codeFromText.size() + unknownNames.size());
    }

    /** Whether anything was noticed since that takes something away, or may. */
    boolean isSuspiciousSince(Noticed before) {
        return noticed().others() > before.others()
                || calls.subList(before.calls(), calls.size()).stream().anyMatch(Call::isDestructive);
    }

    void add(Call call) {
        calls.add(call);
    }

    void ran(Span span, boolean isSeen) {
        codeFromText.add(new CodeFromText(span, isSeen));
    }

    /** A text, or a part of one, that is run as code. */
    void ranText(Value part) {
        switch (part) {
            case Value.Text text -> ranTexts.add(text.content().strip());
            case Value.Mixed mixed -> ranTexts.add(mixed.pattern().strip());
            default -> {
            }
        }
    }

    /** Texts that are run as code; what is not seen of them is a NUL. */
    Set<String> ranTexts() {
        return ranTexts;
    }

    void unknown(Span name) {
        unknownNames.add(name);
    }

    void text(Expression text) {
        texts.add(text);
    }

    /** A comparison does not say what it seems to: with a list as if it was one value, with a number of another meaning. */
    void comparedInVain(Span comparison) {
        vainComparisons.add(comparison);
    }

    Set<Span> vainComparisons() {
        return vainComparisons;
    }

    List<Call> calls() {
        return calls;
    }

    Set<CodeFromText> codeFromText() {
        return codeFromText;
    }

    Set<Span> unknownNames() {
        return unknownNames;
    }

    List<Expression> texts() {
        return texts;
    }
}
