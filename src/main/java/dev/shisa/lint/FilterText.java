package dev.shisa.lint;

import dev.shisa.powershell.Expression;
import dev.shisa.powershell.Expression.Binary;
import dev.shisa.powershell.Expression.Member;
import dev.shisa.powershell.Expression.Numeral;
import dev.shisa.powershell.Expression.Parenthesis;
import dev.shisa.powershell.Expression.Text;
import dev.shisa.powershell.Expression.Unary;
import dev.shisa.powershell.Expression.Variable;
import dev.shisa.powershell.ScriptBlock;
import dev.shisa.powershell.Stage;
import dev.shisa.powershell.Stage.Argument;
import dev.shisa.powershell.Statement;
import dev.shisa.powershell.Statement.Pipeline;
import java.util.stream.Collectors;

/**
 * A condition in braces that a cmdlet takes as a text, such as {@code -Filter {Department -eq 'Closed'}}: to PowerShell's parser it is a command with
 * strange parameters, and to the cmdlet a condition.
 */
final class FilterText {
    private FilterText() {
    }

    /** The condition in one line; what is no part of such a condition is a question mark. */
    static String of(ScriptBlock block) {
        return block.sections().stream().flatMap(section -> section.block().statements().stream()).map(FilterText::of)
                .collect(Collectors.joining("; "));
    }

    private static String of(Statement statement) {
        return statement instanceof Pipeline pipeline
                ? pipeline.stages().stream().map(FilterText::of).collect(Collectors.joining(" | "))
                : "?";
    }

    private static String of(Stage stage) {
        return switch (stage) {
            case Stage.Value value -> of(value.expression());
            case Stage.Command command ->
                (command.name() instanceof Text name ? name.value() : "?") + command.arguments()
                        .stream().map(argument -> " " + of(argument)).collect(Collectors.joining());
        };
    }

    private static String of(Argument argument) {
        return switch (argument) {
            case Argument.Named named -> "-" + named.name()
                    + named.value().map(value -> " " + of(value)).orElse("");
            case Argument.Positional positional -> of(positional.value());
            case Argument.Verbatim verbatim -> verbatim.text();
        };
    }

    private static String of(Expression expression) {
        return switch (expression) {
            case Text text -> text.quote() == Expression.Quote.NONE ? text.value() : "'" + text.value() + "'";
            case Numeral number -> number.text();
            case Variable variable -> "$" + variable.name();
            case Member member when member.target() instanceof Variable item && Conditions.isItem(item.name()) ->
                member.name() instanceof Text name ? name.value() : "?";
            case Parenthesis inside -> "(" + of(inside.statement()) + ")";
            case Unary unary -> unary.operator() + " " + of(unary.operand());
            case Binary binary -> of(binary.left()) + " " + binary.operator() + " " + of(binary.right());
            default -> "?";
        };
    }
}
