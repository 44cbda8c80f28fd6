package dev.shisa.powershell;

import java.util.List;

/**
 * A text that was read.
 *
 * @param script what was understood
 * @param problems what was not, in the order of the text; a statement that was not understood stands in the script as {@link Statement.Unparsed}
 * @param comments all comments, in the order of the text
 * @param typography all unusual characters of the syntax, in the order of the text
 */
public record Parsed(ScriptBlock script, List<Problem> problems, List<Comment> comments, List<Typography> typography) {
    public Parsed {
        problems = List.copyOf(problems);
        comments = List.copyOf(comments);
        typography = List.copyOf(typography);
    }
}
