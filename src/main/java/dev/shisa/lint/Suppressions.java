package dev.shisa.lint;

import dev.shisa.powershell.Comment;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Findings that somebody took upon themselves, with a reason and for a time. */
final class Suppressions {
    private static final Pattern MARK = Pattern.compile("^\\s*shisa-lint\\b.*", Pattern.DOTALL);
    private static final Pattern FORM = Pattern
            .compile("^\\s*shisa-lint: ignore ([a-z-]+(?:,[a-z-]+)*) until (\\d{4}-\\d{2}-\\d{2}): (\\S.*)$");

    private final Map<Integer, Set<Rule>> byLine = new HashMap<>();
    private final List<Integer> malformed = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    /**
     * Takes a comment, if it is one of these.
     *
     * @param line of the file where it stands
     * @param isAlone whether nothing but blanks is before it in its line, so that it speaks of the next one
     */
    void take(Comment comment, int line, boolean isAlone, LocalDate today) {
        if (!MARK.matcher(comment.text()).matches()) {
            return;
        }
        Matcher form = FORM.matcher(comment.text().stripTrailing());
        Optional<Set<Rule>> rules = form.matches() ? rules(form.group(1)) : Optional.empty();
        Optional<LocalDate> until = form.matches() ? date(form.group(2)) : Optional.empty();
        if (rules.isEmpty() || until.isEmpty()) {
            malformed.add(comment.span().start());
        } else if (until.get().isBefore(today)) {
            remarks.add("The suppression in line " + line + " ended on " + until.get() + " and does not count.");
        } else {
            byLine.computeIfAbsent(isAlone ? line + 1 : line, _ -> EnumSet.noneOf(Rule.class)).addAll(rules.get());
        }
    }

    private static Optional<Set<Rule>> rules(String names) {
        Set<Rule> rules = EnumSet.noneOf(Rule.class);
        for (String name : names.split(",", -1)) {
            Optional<Rule> rule = Rule.parse(name);
            if (rule.isEmpty()) {
                return Optional.empty();
            }
            rules.add(rule.get());
        }
        return Optional.of(rules);
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    boolean covers(Rule rule, int line) {
        return byLine.getOrDefault(line, Set.of()).contains(rule);
    }

    /** Offsets of comments that begin like one of these and are none. */
    List<Integer> malformed() {
        return malformed;
    }

    /** Full sentences about those that do not count any more. */
    List<String> remarks() {
        return remarks;
    }
}
