package dev.shisa.powershell;

import dev.shisa.powershell.ScriptBlock.Attribute;
import dev.shisa.powershell.ScriptBlock.AttributeArgument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what stands in brackets: types and attributes. */
final class AttributeReader {
    private final Cursor cursor;
    private final StatementReader statements;
    /** Only what follows says what an attribute belongs to, so that it may be come upon again: what it holds is read once. */
    private final Map<Integer, Attempt> attempts = new HashMap<>();

    AttributeReader(Cursor cursor, StatementReader statements) {
        this.cursor = cursor;
        this.statements = statements;
    }

    /** What came of reading one, and where it ended. */
    private record Attempt(Optional<Attribute> read, Optional<SyntaxException> failure, int end, int peak) {
    }

    /** All that stand here, with the line ends behind them. */
    List<Attribute> attributes() {
        List<Attribute> read = new ArrayList<>();
        while (cursor.peek() == '[') {
            read.add(attribute());
            cursor.skipLines();
        }
        return read;
    }

    /** A type or an attribute that begins here. */
    Attribute attribute() {
        int start = cursor.at();
        cursor.next();
        cursor.skipLines();
        int from = cursor.at();
        while (Characters.isName(cursor.peek()) || cursor.peek() == '.') {
            cursor.next();
        }
        String name = cursor.text(from, cursor.at());
        cursor.skipLines();
        if (cursor.peek() == '(') {
            return once(start, name);
        }
        cursor.moveTo(start);
        String type = typeName();
        return new Attribute(cursor.since(start), type, Optional.empty());
    }

    private Attribute once(int start, String name) {
        Attempt attempt = attempts.get(start);
        if (attempt == null) {
            attempt = attempt(start, name);
            attempts.put(start, attempt);
        }
        cursor.moveTo(attempt.end());
        cursor.measured(attempt.peak());
        return attempt.read().orElseThrow(attempt.failure()::orElseThrow);
    }

    private Attempt attempt(int start, String name) {
        int depth = cursor.depth();
        int outside = cursor.measure();
        try {
            List<AttributeArgument> arguments = attributeArguments();
            cursor.skipLines();
            cursor.expect(']', start);
            Attribute read = new Attribute(cursor.since(start), name, Optional.of(arguments));
            return new Attempt(Optional.of(read), Optional.empty(), cursor.at(), cursor.measure());
        } catch (SyntaxException e) {
            cursor.returnTo(depth);
            return new Attempt(Optional.empty(), Optional.of(e), cursor.at(), cursor.measure());
        } finally {
            cursor.measured(outside);
        }
    }

    private List<AttributeArgument> attributeArguments() {
        int opened = cursor.at();
        cursor.next();
        cursor.skipLines();
        List<AttributeArgument> read = new ArrayList<>();
        while (!cursor.take(')')) {
            if (!read.isEmpty()) {
                cursor.expect(',', opened);
                cursor.skipLines();
            }
            read.add(attributeArgument());
            cursor.skipLines();
        }
        return read;
    }

    private AttributeArgument attributeArgument() {
        String name = cursor.word();
        if (name.isEmpty() || !Characters.isNameStart(name.charAt(0))) {
            return new AttributeArgument(Optional.empty(), Optional.of(statements.expressions().item()));
        }
        cursor.moveTo(cursor.at() + name.length());
        cursor.skipLines();
        if (!cursor.take('=')) {
            return new AttributeArgument(Optional.of(name), Optional.empty());
        }
        cursor.skipLines();
        return new AttributeArgument(Optional.of(name), Optional.of(statements.expressions().item()));
    }

    /** The name between brackets, which may hold brackets and commas itself. */
    String typeName() {
        int start = cursor.at();
        int open = 0;
        do {
            char c = cursor.peek();
            boolean isPart = Characters.isName(c) || Characters.isBlank(c) || c == '[' || c == ']' || c == '.'
                    || c == ','
                    || c == '+' || c == '`' || c == '*' || c == '-' || c == '=';
            if (!isPart) {
                throw cursor.isAtEnd()
                        ? cursor.fail(start, Problem.Kind.UNCLOSED)
                        : cursor.fail(Problem.Kind.UNEXPECTED);
            }
            open += c == '[' ? 1 : c == ']' ? -1 : 0;
            cursor.next();
        } while (open > 0);
        String name = cursor.text(start + 1, cursor.at() - 1).strip();
        if (name.isEmpty()) {
            throw cursor.fail(start, Problem.Kind.INCOMPLETE);
        }
        return name;
    }

}
