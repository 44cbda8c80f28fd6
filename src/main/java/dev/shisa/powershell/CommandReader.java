package dev.shisa.powershell;

import dev.shisa.powershell.Expression.Quote;
import dev.shisa.powershell.Expression.Sequence;
import dev.shisa.powershell.Expression.Text;
import dev.shisa.powershell.Stage.Argument;
import dev.shisa.powershell.Stage.Command;
import dev.shisa.powershell.Stage.Invocation;
import dev.shisa.powershell.Stage.Redirection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads commands, whose words are texts unless they begin like something else. */
final class CommandReader {
    private final Cursor cursor;
    private final ExpressionReader expressions;
    private final StringReader strings;

    CommandReader(Cursor cursor, ExpressionReader expressions, StringReader strings) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.strings = strings;
    }

    /** Whether a value rather than a command begins here. */
    boolean isExpression() {
        char c = cursor.peek();
        return switch (c) {
            case '$', '(', '@', '[', '{', '!', '+', ',' -> true;
            case '.' -> Characters.isDigit(cursor.peek(1));
            default -> Characters.isQuote(c) || Characters.isDigit(c) && isNumber() || Characters.isDash(c);
        };
    }

    /** A word such as {@code 7z} is a command. */
    private boolean isNumber() {
        int ahead = 0;
        while (Characters.isDigit(cursor.peek(ahead)) || cursor.peek(ahead) == '.') {
            ahead++;
        }
        int digits = ahead;
        while (Characters.isNameStart(cursor.peek(ahead))) {
            ahead++;
        }
        if (ahead == digits) {
            return true;
        }
        String suffix = Cursor.small(cursor.text(cursor.at() + digits, cursor.at() + ahead));
        return ExpressionReader.isSuffix(suffix) || suffix.charAt(0) == 'x' || suffix.charAt(0) == 'e';
    }

    Command command() {
        int start = cursor.at();
        Invocation invocation = invocation();
        cursor.skipBlanks();
        Expression name = name(invocation);
        List<Argument> arguments = new ArrayList<>();
        List<Redirection> redirections = new ArrayList<>();
        int end = cursor.at();
        while (true) {
            cursor.skipBlanks();
            if (isEnd()) {
                cursor.moveTo(cursor.at());
                return new Command(new Span(start, end), invocation, name, arguments, redirections);
            }
            if (isRedirection()) {
                redirections.add(redirection());
            } else {
                arguments.add(argument());
            }
            end = cursor.at();
        }
    }

    private Invocation invocation() {
        if (cursor.peek() == '&' && cursor.peek(1) != '&') {
            cursor.next();
            return Invocation.CALL;
        }
        char after = cursor.peek(1);
        if (cursor.peek() == '.' && (Characters.isBlank(after) || Characters.isQuote(after) || after == '$'
                || after == '(' || after == '{')) {
            cursor.next();
            return Invocation.DOT;
        }
        return Invocation.PLAIN;
    }

    private Expression name(Invocation invocation) {
        char c = cursor.peek();
        boolean isWord = invocation == Invocation.PLAIN
                || c != '$' && c != '(' && c != '{' && c != '[' && c != '@' && !Characters.isQuote(c);
        if (!isWord) {
            return expressions.member();
        }
        if (Characters.endsWord(c)) {
            throw cursor.fail(Problem.Kind.INCOMPLETE);
        }
        return strings.word();
    }

    private boolean isEnd() {
        char c = cursor.peek();
        return cursor.isAtEnd() || Characters.isLineEnd(c) || c == ';' || c == '|' || c == '&' || c == ')' || c == '}';
    }

    private Argument argument() {
        int start = cursor.at();
        char c = cursor.peek();
        if (Characters.isDash(c)) {
            if (cursor.peek(1) == '-' && cursor.peek(2) == '%') {
                return verbatim(start);
            }
            if (Characters.isNameStart(cursor.peek(1)) || cursor.peek(1) == '?') {
                Optional<Argument> parameter = parameter(start);
                if (parameter.isPresent()) {
                    return parameter.get();
                }
            }
        } else if (Characters.isNoDash(c) && Characters.isNameStart(cursor.peek(1))) {
            cursor.note(start, Typography.Kind.NO_DASH);
        }
        Expression value = values();
        return new Argument.Positional(value.span(), value);
    }

    private Argument verbatim(int start) {
        cursor.moveTo(start + 3);
        int from = cursor.at();
        boolean isQuoted = false;
        while (!cursor.isAtEnd() && !Characters.isLineEnd(cursor.peek())
                && (isQuoted || cursor.peek() != '|' && !cursor.startsWith("&&"))) {
            isQuoted ^= cursor.next() == '"';
        }
        return new Argument.Verbatim(cursor.since(start), cursor.text(from, cursor.at()).strip());
    }

    /** Nothing where the word holds quotes or values, which no name of a parameter does. */
    private Optional<Argument> parameter(int start) {
        int end = start + 1;
        cursor.moveTo(end);
        while (!endsParameter(cursor.peek()) && !isContinued()) {
            char c = cursor.next();
            if (Characters.isQuote(c) || c == '$') {
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
        Expression value = values();
        return Optional.of(new Argument.Named(cursor.since(start), name, Optional.of(value)));
    }

    private static boolean endsParameter(char c) {
        return c == ':' || c == '.' || c == '[' || Characters.endsWord(c);
    }

    /** A backtick takes the line end back, also right behind a word. */
    private boolean isContinued() {
        return cursor.peek() == '`' && Characters.isLineEnd(cursor.peek(1));
    }

    /** One value, or several with commas between them. */
    private Expression values() {
        int start = cursor.at();
        Expression first = value();
        if (!isComma()) {
            return first;
        }
        List<Expression> items = new ArrayList<>(List.of(first));
        while (isComma()) {
            cursor.next();
            cursor.skipLines();
            items.add(value());
        }
        return new Sequence(cursor.since(start), items);
    }

    private boolean isComma() {
        int end = cursor.at();
        cursor.skipBlanks();
        if (cursor.peek() == ',') {
            return true;
        }
        cursor.moveTo(end);
        return false;
    }

    /** One argument without commas. */
    Expression value() {
        char c = cursor.peek();
        if (Characters.isQuote(c)) {
            return quoted();
        }
        return switch (c) {
            case '(', '{' -> expressions.member();
            case '$' -> isMadeOfParts() ? strings.word() : expressions.member();
            case '@' -> at();
            default -> {
                if (Characters.endsWord(c)) {
                    throw cursor.fail(cursor.isAtEnd() ? Problem.Kind.INCOMPLETE : Problem.Kind.UNEXPECTED);
                }
                yield strings.word();
            }
        };
    }

    /** A quoted text with something behind it that belongs to the same word. */
    private Expression quoted() {
        int start = cursor.at();
        Expression read = expressions.member();
        char c = cursor.peek();
        if (Characters.endsWord(c) || !(read instanceof Text)) {
            return read;
        }
        cursor.moveTo(start);
        return strings.word();
    }

    /** Whether the word goes on behind a variable, in another way than to one of its members. */
    private boolean isMadeOfParts() {
        char first = cursor.peek(1);
        if (first == '(' || first == '{') {
            return false;
        }
        int ahead = 1;
        while (Characters.isVariable(cursor.peek(ahead))
                || cursor.peek(ahead) == ':' && cursor.peek(ahead + 1) != ':'
                        && Characters.isVariable(cursor.peek(ahead + 1))) {
            ahead++;
        }
        char c = cursor.peek(ahead);
        boolean isMember = c == '.' && (Characters.isNameStart(cursor.peek(ahead + 1)) || cursor.peek(ahead + 1) == '$'
                || Characters.isQuote(cursor.peek(ahead + 1)) || cursor.peek(ahead + 1) == '(')
                || c == '[' || c == ':' && cursor.peek(ahead + 1) == ':' || c == '?';
        return ahead > 1 && !isMember && !Characters.endsWord(c);
    }

    private Expression at() {
        char after = cursor.peek(1);
        if (after == '(' || after == '{' || strings.isHere()) {
            return expressions.member();
        }
        if (Characters.isVariable(after)) {
            int start = cursor.at();
            cursor.next();
            return expressions.splatted(start);
        }
        return strings.word();
    }

    private boolean isRedirection() {
        char c = cursor.peek();
        return c == '>' || c == '<' || (Characters.isDigit(c) || c == '*') && cursor.peek(1) == '>';
    }

    /** All that stand here. */
    List<Redirection> redirections() {
        List<Redirection> read = new ArrayList<>();
        int end = cursor.at();
        cursor.skipBlanks();
        while (isRedirection()) {
            read.add(redirection());
            end = cursor.at();
            cursor.skipBlanks();
        }
        cursor.moveTo(end);
        return read;
    }

    private Redirection redirection() {
        int start = cursor.at();
        if (cursor.peek() == '<') {
            throw cursor.fail(Problem.Kind.UNEXPECTED);
        }
        char c = cursor.peek();
        int stream = c == '*' ? 0 : Characters.isDigit(c) ? c - '0' : 1;
        if (c != '>') {
            cursor.next();
        }
        cursor.next();
        cursor.take('>');
        if (cursor.take('&')) {
            if (!Characters.isDigit(cursor.peek())) {
                throw cursor.fail(Problem.Kind.INCOMPLETE);
            }
            cursor.next();
            return new Redirection(cursor.since(start), stream, Optional.empty());
        }
        cursor.skipBlanks();
        Expression target = value();
        return new Redirection(cursor.since(start), stream, Optional.of(target));
    }

    /** A bare word, such as a pattern of {@code switch}. */
    Text word() {
        int start = cursor.at();
        while (!Characters.endsWord(cursor.peek())) {
            cursor.next();
        }
        if (cursor.at() == start) {
            throw cursor.fail(Problem.Kind.INCOMPLETE);
        }
        return new Text(cursor.since(start), cursor.text(start, cursor.at()), Quote.NONE);
    }
}
