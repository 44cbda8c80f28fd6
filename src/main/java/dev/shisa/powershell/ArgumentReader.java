package dev.shisa.powershell;

import dev.shisa.powershell.Stage.Argument;
import java.util.Optional;

/** Reads what stands behind the name of a command. */
final class ArgumentReader {
    private final Cursor cursor;
    private final ExpressionReader expressions;
    private final StringReader strings;
    private final VariableReader variables;

    ArgumentReader(Cursor cursor, ExpressionReader expressions, StringReader strings, VariableReader variables) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.strings = strings;
        this.variables = variables;
    }

    /** Whether the command ends here. */
    boolean isEnd() {
        char c = cursor.peek();
        return cursor.isAtEnd() || Characters.isLineEnd(c) || c == ';' || c == '|' || c == '&' || c == ')' || c == '}';
    }

    Argument argument() {
        int start = cursor.at();
        char c = cursor.peek();
        if (Characters.isDash(c)) {
            if (cursor.startsWith("--%") && Characters.endsWord(cursor.peek(3))) {
                return verbatim(start);
            }
            if (Characters.isWordStart(cursor.peek(1))) {
                Optional<Argument> parameter = parameter(start);
                if (parameter.isPresent()) {
                    return parameter.get();
                }
            }
        } else if (Characters.isNoDash(c) && Characters.isNameStart(cursor.peek(1))) {
            cursor.note(start, Typography.Kind.NO_DASH);
        }
        Expression value = expressions.sequence(this::value);
        return new Argument.Positional(value.span(), value);
    }

    private Argument verbatim(int start) {
        cursor.moveTo(start + 3);
        int from = cursor.at();
        boolean isQuoted = false;
        while (!cursor.isAtEnd() && !Characters.isLineEnd(cursor.peek())
                && (isQuoted || (cursor.peek() != '|' && !cursor.startsWith("&&")))) {
            isQuoted ^= Characters.isDoubleQuote(cursor.next());
        }
        return new Argument.Verbatim(cursor.since(start), cursor.text(from, cursor.at()).strip());
    }

    /** Nothing where the word holds quotes, which no name of a parameter does; any other character is one of it (Tokenizer.ScanParameter). */
    private Optional<Argument> parameter(int start) {
        int end = start + 1;
        cursor.moveTo(end);
        while (!endsParameter(cursor.peek())) {
            if (Characters.isQuote(cursor.next())) {
                cursor.moveTo(start);
                return Optional.empty();
            }
        }
        String name = cursor.text(end, cursor.at());
        cursor.note(start, Typography.Kind.DASH);
        if (!cursor.take(':')) {
            return Optional.of(new Argument.Named(cursor.since(start), name, Optional.empty()));
        }
        cursor.skipBlanks();
        if (isEnd()) {
            throw cursor.fail(Problem.Kind.INCOMPLETE);
        }
        Expression value = expressions.sequence(this::value);
        return Optional.of(new Argument.Named(cursor.since(start), name, Optional.of(value)));
    }

    private static boolean endsParameter(char c) {
        return c == ':' || c == '.' || c == '[' || Characters.endsWord(c);
    }

    /** One value without commas. A text in quotes ends with its quote, whatever follows; what begins otherwise may go on with quotes. */
    Expression value() {
        char c = cursor.peek();
        if (Characters.isQuote(c)) {
            return expressions.memberInCommand();
        }
        return switch (c) {
            case '(', '{' -> expressions.memberInCommand();
            case '$' -> isWord() ? strings.word() : expressions.memberInCommand();
            case '@' -> at();
            default -> {
                if (Characters.endsWord(c)) {
                    throw cursor.fail(cursor.isAtEnd() ? Problem.Kind.INCOMPLETE : Problem.Kind.UNEXPECTED);
                }
                yield strings.word();
            }
        };
    }

    /** Whether the word goes on behind a variable, in another way than to one of its members (Tokenizer.ScanVariable). */
    private boolean isWord() {
        if (cursor.peek(1) == '(') {
            return false;
        }
        if (!variables.isValue()) {
            return true;
        }
        int start = cursor.at();
        cursor.next();
        boolean isBraced = cursor.peek() == '{';
        variables.variable(start, false);
        char c = cursor.peek();
        boolean isWhole = c == '.' || c == '[' || (c == '=' && !isBraced) || (c == ':' && cursor.peek(1) == ':')
                || Characters.endsWord(c);
        cursor.moveTo(start);
        return !isWhole;
    }

    private Expression at() {
        char after = cursor.peek(1);
        if (after == '(' || after == '{' || strings.isHere()) {
            return expressions.memberInCommand();
        }
        if (!Characters.isVariable(after)) {
            throw cursor.fail(Problem.Kind.UNEXPECTED);
        }
        int start = cursor.at();
        cursor.next();
        return variables.variable(start, true);
    }
}
