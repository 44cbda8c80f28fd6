package dev.shisa.powershell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is noticed while a text is read; what is read twice is noticed once. Used by one thread. */
final class Findings {
    private final List<Problem> problems = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private final List<Typography> typography = new ArrayList<>();
    private int lastBlank = -1;

    void add(Problem problem) {
        problems.add(problem);
    }

    void add(Comment comment) {
        comments.add(comment);
    }

    /** Blanks are passed several times, the first time from the first to the last. */
    void add(Typography character) {
        if (character.kind() != Typography.Kind.BLANK) {
            typography.add(character);
        } else if (character.offset() > lastBlank) {
            lastBlank = character.offset();
            typography.add(character);
        }
    }

    /** A place that is looked at again lies before the last comment. */
    boolean isNewComment(int offset) {
        return comments.isEmpty() || comments.getLast().span().start() < offset;
    }

    Parsed with(ScriptBlock script) {
        return new Parsed(script,
                problems.stream().sorted(Comparator.comparingInt(Problem::offset)).distinct().toList(), comments,
                typography.stream().sorted(Comparator.comparingInt(Typography::offset)).distinct().toList());
    }
}
