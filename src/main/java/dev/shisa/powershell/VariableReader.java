package dev.shisa.powershell;

import dev.shisa.powershell.Expression.Sub;
import dev.shisa.powershell.Expression.Variable;

/** Reads what begins with a dollar sign. */
final class VariableReader {
    private final Cursor cursor;
    private final StatementReader statements;

    VariableReader(Cursor cursor, StatementReader statements) {
        this.cursor = cursor;
        this.statements = statements;
    }

    /** Whether the dollar sign here begins a value, rather than being one character of a text. */
    boolean isValue() {
        char c = cursor.peek(1);
        return switch (c) {
            case '(', '{', '$', '?', '^' -> true;
            case ':' -> Characters.isVariable(cursor.peek(2));
            default -> Characters.isVariable(c);
        };
    }

    /** The value that begins here, for which {@link #isValue} said so. */
    Expression value() {
        int start = cursor.at();
        cursor.next();
        if (cursor.peek() == '(') {
            Block block = statements.parenthesised();
            return new Sub(cursor.since(start), block);
        }
        return variable(start, false);
    }

    /** The same within a text in quotes, or within a bare word. */
    Expression valueWithin(boolean isHere) {
        int start = cursor.at();
        cursor.next();
        if (cursor.peek() != '(') {
            return variable(start, false);
        }
        Cursor inner = cursor.within(isHere);
        Block block = new StatementReader(inner).parenthesised();
        if (!inner.isAtEnd()) {
            throw inner.fail(Problem.Kind.UNEXPECTED);
        }
        cursor.measured(inner.measure());
        return new Sub(cursor.since(start), block);
    }

    /** The name behind a dollar or at sign. */
    Variable variable(int start, boolean splatted) {
        char c = cursor.peek();
        if (c == '{') {
            return braced(start, splatted);
        }
        if (c == '$' || c == '^' || c == '?') {
            cursor.next();
            return new Variable(cursor.since(start), String.valueOf(c), splatted);
        }
        int from = cursor.at();
        while (Characters.isVariable(cursor.peek()) || isScope()) {
            cursor.next();
        }
        if (cursor.at() == from) {
            throw cursor.fail(start, Problem.Kind.INCOMPLETE);
        }
        return new Variable(cursor.since(start), cursor.text(from, cursor.at()), splatted);
    }

    private boolean isScope() {
        return cursor.peek() == ':' && cursor.peek(1) != ':' && Characters.isVariable(cursor.peek(1));
    }

    private Variable braced(int start, boolean splatted) {
        cursor.next();
        StringBuilder name = new StringBuilder();
        while (cursor.peek() != '}') {
            if (cursor.isAtEnd()) {
                throw cursor.fail(start, Problem.Kind.UNCLOSED);
            }
            if (cursor.peek() == '`') {
                name.append(Escape.read(cursor));
            } else {
                name.append(cursor.next());
            }
        }
        cursor.next();
        if (name.isEmpty()) {
            throw cursor.fail(start, Problem.Kind.INCOMPLETE);
        }
        return new Variable(cursor.since(start), name.toString(), splatted);
    }
}
