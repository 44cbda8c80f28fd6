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
        if (cursor.peek(1) == '(') {
            cursor.moveTo(start + 1);
            Block block = statements.parenthesised();
            return new Sub(cursor.since(start), block);
        }
        cursor.next();
        return variable(start, false);
    }

    /** The name behind a dollar or at sign. */
    Variable variable(int start, boolean splatted) {
        char c = cursor.peek();
        if (c == '{') {
            return braced(start, splatted);
        }
        if (c == '$' || c == '^' || c == '?' && !Characters.isVariable(cursor.peek(1))) {
            cursor.next();
            return new Variable(cursor.since(start), String.valueOf(c), splatted);
        }
        int from = cursor.at();
        boolean hasScope = false;
        while (Characters.isVariable(cursor.peek()) || !hasScope && isScope()) {
            hasScope |= cursor.next() == ':';
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
            char c = cursor.next();
            name.append(c == '`' && !cursor.isAtEnd() ? cursor.next() : c);
        }
        cursor.next();
        if (name.isEmpty()) {
            throw cursor.fail(start, Problem.Kind.INCOMPLETE);
        }
        return new Variable(cursor.since(start), name.toString(), splatted);
    }
}
