package dev.shisa.powershell;

import dev.shisa.powershell.Expression.Quote;
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
    private final StringReader strings;
    private final ArgumentReader arguments;

    CommandReader(Cursor cursor, ExpressionReader expressions, StringReader strings, VariableReader variables) {
        this.cursor = cursor;
        this.strings = strings;
        this.arguments = new ArgumentReader(cursor, expressions, strings, variables);
    }

    /** Whether a value rather than a command begins here. */
    boolean isExpression() {
        char c = cursor.peek();
        return switch (c) {
            case '$', '(', '@', '[', '{', '!', '+', ',' -> true;
            default -> Characters.isQuote(c) || Characters.isDash(c) || isNumber(c);
        };
    }

    /** A word such as {@code 7z} is a command. */
    private boolean isNumber(char c) {
        return (Characters.isDigit(c) || (c == '.' && Characters.isDigit(cursor.peek(1))))
                && Numbers.length(cursor) > 0;
    }

    Command command() {
        int start = cursor.at();
        Invocation invocation = invocation();
        cursor.skipBlanks();
        Expression name = name(invocation);
        List<Argument> read = new ArrayList<>();
        List<Redirection> redirections = new ArrayList<>();
        int end = cursor.at();
        while (true) {
            cursor.skipBlanks();
            if (arguments.isEnd()) {
                cursor.moveTo(end);
                return new Command(cursor.span(start, end), invocation, name, read, redirections);
            }
            if (isRedirection()) {
                redirections.add(redirection());
            } else {
                read.add(arguments.argument());
            }
            end = cursor.at();
        }
    }

    private Invocation invocation() {
        char c = cursor.peek();
        char after = cursor.peek(1);
        if (c == '&' && after != '&') {
            cursor.next();
            return Invocation.CALL;
        }
        if (c == '.' && (Characters.endsWord(after) || Characters.isQuote(after) || after == '$')) {
            cursor.next();
            return Invocation.DOT;
        }
        return Invocation.PLAIN;
    }

    private Expression name(Invocation invocation) {
        if (invocation != Invocation.PLAIN && !isRedirection()) {
            return arguments.value();
        }
        if (Characters.endsWord(cursor.peek())) {
            throw cursor.fail(Problem.Kind.INCOMPLETE);
        }
        return strings.word();
    }

    /** One argument without commas. */
    Expression value() {
        return arguments.value();
    }

    private boolean isRedirection() {
        char c = cursor.peek();
        return c == '>' || c == '<' || ((Characters.isDigit(c) || c == '*') && cursor.peek(1) == '>');
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
        Expression target = arguments.value();
        return new Redirection(cursor.since(start), stream, Optional.of(target));
    }

    /** A bare word as it is written, such as the name of a function. */
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
