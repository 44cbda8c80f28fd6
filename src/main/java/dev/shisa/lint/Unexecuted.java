package dev.shisa.lint;

import dev.shisa.powershell.Expression;
import dev.shisa.powershell.Comment;
import dev.shisa.powershell.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds commands that take something away in comments and in texts, where nobody runs them as they stand. */
final class Unexecuted {
    /** At the beginning of a line, or behind something that begins a command. */
    private static final Pattern COMMAND = Pattern.compile(
            "(?m)(?:^[ \\t#>]*(?:PS [^>\\n]{0,80}>|PS>|\\[PS\\])?[ \\t]*|[|;{(][ \\t]*|[`\"'][ \\t]*|: )([A-Za-z]{3,20}-[A-Za-z][A-Za-z0-9]{2,60})(?=[ \\t|;})]|$)");

    /** A sentence that begins with the name of a command, as those of a log do. */
    private static final Pattern PROSE = Pattern
            .compile("\\s*\\)|\\s+[a-z]{2,}(?::|\\s+[a-z]{2,}\\b(?![^\\n]*\\s-[a-z]))");

    private final String text;
    private final List<Comment> comments;
    private final Trace trace;
    private final CmdletTable table;
    /** Where the names of commands stand that are run. */
    private final Set<Integer> run;

    Unexecuted(String text, List<Comment> comments, Trace trace, CmdletTable table) {
        this.text = text;
        this.comments = comments;
        this.trace = trace;
        this.table = table;
        this.run = trace.calls().stream().map(call -> call.place().start()).collect(Collectors.toSet());
    }

    List<Fault> faults() {
        List<Fault> found = new ArrayList<>();
        comments.forEach(comment -> search(comment.span(), found));
        for (Expression expression : trace.texts()) {
            boolean isRun = trace.codeFromText().stream()
                    .anyMatch(code -> code.span().start() <= expression.span().start()
                            && code.span().end() >= expression.span().end());
            if (!isRun && !trace.ranTexts().contains(pattern(expression))) {
                search(expression.span(), found);
            }
        }
        return found;
    }

    /** A text as {@link Trace#ranTexts} has it. */
    private static String pattern(Expression expression) {
        return switch (expression) {
            case Expression.Text text -> text.value().strip();
            case Expression.Expandable expandable -> expandable.parts().stream()
                    .map(part -> part instanceof Expression.Text text ? text.value() : "\u0000")
                    .collect(Collectors.joining()).strip();
            default -> "";
        };
    }

    private void search(Span span, List<Fault> found) {
        if (!mayHoldName(span)) {
            return;
        }
        Matcher matcher = COMMAND.matcher(text).region(span.start(), span.end());
        while (matcher.find()) {
            int line = matcher.start(1);
            int end = text.indexOf('\n', line);
            String rest = text.substring(matcher.end(1), end < 0 ? text.length() : end).toLowerCase(Locale.ROOT);
            Optional<Cmdlet> cmdlet = table.find(matcher.group(1)).filter(known -> isLoss(known, rest));
            cmdlet.filter(known -> !run.contains(line) && !PROSE.matcher(rest).lookingAt())
                    .ifPresent(known -> found.add(new Fault(Rule.NOT_EXECUTED, line, known.name(), "")));
        }
    }

    /** Whether any name of a command that takes something away stands there; most comments and texts have none. */
    private boolean mayHoldName(Span span) {
        for (int dash = text.indexOf('-', span.start()); dash >= 0 && dash < span.end(); dash = text.indexOf('-',
                dash + 1)) {
            int start = dash;
            while (start > span.start() && isLetter(text.charAt(start - 1))) {
                start--;
            }
            int end = dash + 1;
            while (end < span.end() && (isLetter(text.charAt(end)) || Character.isDigit(text.charAt(end)))) {
                end++;
            }
            if (dash - start >= 3 && end - dash >= 4 && table.find(text.substring(start, end)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** With these words behind its name. */
    private static boolean isLoss(Cmdlet cmdlet, String words) {
        return cmdlet.reach() == Reach.TENANT && (cmdlet.action() == Action.REMOVE || cmdlet.marks().stream()
                .filter(mark -> mark.kind() != Mark.Kind.SENDS_MAIL && mark.kind() != Mark.Kind.CODE_FROM_TEXT)
                .anyMatch(mark -> mark.when()
                        .map(condition -> words.contains(condition.parameter().toLowerCase(Locale.ROOT)))
                        .orElse(true)));
    }
}
