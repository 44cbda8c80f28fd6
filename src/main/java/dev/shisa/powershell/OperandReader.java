package dev.shisa.powershell;

import dev.shisa.powershell.Expression.Cast;
import dev.shisa.powershell.Expression.Code;
import dev.shisa.powershell.Expression.Collected;
import dev.shisa.powershell.Expression.Entry;
import dev.shisa.powershell.Expression.Parenthesis;
import dev.shisa.powershell.Expression.Quote;
import dev.shisa.powershell.Expression.Table;
import dev.shisa.powershell.Expression.Text;
import dev.shisa.powershell.ScriptBlock.Attribute;
import java.util.ArrayList;
import java.util.List;

/** Reads values that hold no operator, unless between their own marks. */
final class OperandReader {
    private final Cursor cursor;
    private final StatementReader statements;
    private final StringReader strings;
    private final VariableReader variables;

    OperandReader(Cursor cursor, StatementReader statements, StringReader strings, VariableReader variables) {
        this.cursor = cursor;
        this.statements = statements;
        this.strings = strings;
        this.variables = variables;
    }

    Expression operand() {
        int start = cursor.at();
        char c = cursor.peek();
        if (Characters.isQuote(c)) {
            return strings.quoted();
        }
        if (Characters.isDigit(c) || (c == '.' && Characters.isDigit(cursor.peek(1)))) {
            return number(start);
        }
        return switch (c) {
            case '$' -> {
                if (!variables.isValue()) {
                    throw cursor.fail(Problem.Kind.INCOMPLETE);
                }
                yield variables.value();
            }
            case '@' -> at(start);
            case '(' -> parenthesis(start);
            case '{' -> {
                ScriptBlock block = statements.blocks().braced();
                yield new Code(cursor.since(start), block);
            }
            case '[' -> type(start);
            default -> throw cursor.fail(cursor.isAtEnd() ? Problem.Kind.INCOMPLETE : Problem.Kind.UNEXPECTED);
        };
    }

    private Expression at(int start) {
        if (strings.isHere()) {
            return strings.here();
        }
        char after = cursor.peek(1);
        if (after == '{') {
            return table(start);
        }
        cursor.next();
        if (after == '(') {
            Block block = statements.parenthesised();
            return new Collected(cursor.since(start), block);
        }
        return variables.variable(start, true);
    }

    private Expression parenthesis(int start) {
        cursor.enter();
        cursor.next();
        cursor.skipLines();
        Statement inside = statements.statement();
        cursor.skipLines();
        cursor.expect(')', start);
        cursor.leave();
        return new Parenthesis(cursor.since(start), inside);
    }

    private Expression table(int start) {
        cursor.enter();
        cursor.moveTo(start + 2);
        cursor.skipSeparators();
        List<Entry> entries = new ArrayList<>();
        while (cursor.peek() != '}') {
            if (cursor.isAtEnd()) {
                throw cursor.fail(start, Problem.Kind.UNCLOSED);
            }
            Expression key = key();
            cursor.skipBlanks();
            if (!cursor.take('=')) {
                throw cursor.fail(Problem.Kind.UNEXPECTED);
            }
            cursor.skipLines();
            entries.add(new Entry(key, statements.statement()));
            cursor.skipBlanks();
            if (cursor.peek() != '}' && cursor.peek() != ';' && !Characters.isLineEnd(cursor.peek())) {
                throw cursor.isAtEnd()
                        ? cursor.fail(start, Problem.Kind.UNCLOSED)
                        : cursor.fail(Problem.Kind.UNEXPECTED);
            }
            cursor.skipSeparators();
        }
        cursor.next();
        cursor.leave();
        return new Table(cursor.since(start), entries);
    }

    /** A name, or any value without operators between values (Parser.LabelOrKeyRule). */
    private Expression key() {
        int start = cursor.at();
        String word = Characters.isNameStart(cursor.peek()) ? cursor.word() : "";
        if (word.isEmpty()) {
            return statements.expressions().unary();
        }
        cursor.moveTo(start + word.length());
        return new Text(cursor.since(start), word, Quote.NONE);
    }

    private Expression type(int start) {
        Attribute attribute = statements.attributes().attribute();
        String name = attribute.name();
        if (attribute.arguments().isPresent()) {
            cursor.skipLines();
            Expression operand = statements.expressions().unary();
            return new Cast(cursor.since(start), name, operand);
        }
        if (cursor.peek() == '.' || cursor.peek() == ':') {
            return new Expression.Type(cursor.since(start), name);
        }
        int end = cursor.at();
        cursor.skipBlanks();
        if (Operator.beginsOperand(cursor)) {
            Expression operand = statements.expressions().unary();
            return new Cast(cursor.since(start), name, operand);
        }
        cursor.moveTo(end);
        return new Expression.Type(cursor.since(start), name);
    }

    private Expression number(int start) {
        int length = Numbers.length(cursor);
        if (length == 0) {
            throw cursor.fail(Problem.Kind.UNEXPECTED);
        }
        cursor.moveTo(start + length);
        return new Expression.Numeral(cursor.since(start), cursor.text(start, cursor.at()));
    }
}
