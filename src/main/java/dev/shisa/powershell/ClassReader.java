package dev.shisa.powershell;

import dev.shisa.powershell.ScriptBlock.Parameter;
import dev.shisa.powershell.Statement.Function;
import dev.shisa.powershell.Statement.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads classes and enumerations. */
final class ClassReader {
    private final Cursor cursor;
    private final StatementReader statements;

    ClassReader(Cursor cursor, StatementReader statements) {
        this.cursor = cursor;
        this.statements = statements;
    }

    /** A class or an enumeration, whose keyword is behind. */
    Statement type(int start, String kind) {
        cursor.skipLines();
        String name = cursor.word();
        cursor.moveTo(cursor.at() + name.length());
        skipTypesAbove();
        if (name.isEmpty() || cursor.peek() != '{') {
            throw cursor.fail(Problem.Kind.INCOMPLETE);
        }
        int opened = cursor.at();
        cursor.enter();
        cursor.next();
        List<Function> methods = new ArrayList<>();
        List<Property> properties = new ArrayList<>();
        cursor.skipSeparators();
        while (!cursor.take('}')) {
            if (cursor.isAtEnd()) {
                throw cursor.fail(opened, Problem.Kind.UNCLOSED);
            }
            member(methods, properties);
            cursor.skipSeparators();
        }
        cursor.leave();
        return new Statement.TypeDefinition(cursor.since(start), kind, name, methods, properties);
    }

    /** The class or the number that a type is made of, and what it promises to do. */
    private void skipTypesAbove() {
        cursor.skipLines();
        if (cursor.take(':')) {
            do {
                cursor.skipLines();
            } while (cursor.take(',') || cursor.take('.') || cursor.take('[') || cursor.take(']') || skipWord());
        }
    }

    private boolean skipWord() {
        int start = cursor.at();
        cursor.moveTo(start + cursor.word().length());
        return cursor.at() > start;
    }

    private void member(List<Function> methods, List<Property> properties) {
        int start = cursor.at();
        statements.attributes().attributes();
        while (cursor.takeWord("static") || cursor.takeWord("hidden")) {
            cursor.skipLines();
            statements.attributes().attributes();
        }
        boolean isVariable = cursor.take('$');
        String name = cursor.word();
        if (name.isEmpty()) {
            throw cursor.fail(Problem.Kind.UNEXPECTED);
        }
        cursor.moveTo(cursor.at() + name.length());
        cursor.skipBlanks();
        if (!isVariable && cursor.peek() == '(') {
            List<Parameter> parameters = statements.blocks().parameters();
            skipBase();
            ScriptBlock body = statements.blocks().braced(parameters);
            methods.add(new Function(cursor.since(start), "method", name, body));
            return;
        }
        Optional<Expression> value = Optional.empty();
        if (cursor.take('=')) {
            cursor.skipLines();
            value = Optional.of(statements.expressions().expression());
        }
        properties.add(new Property(cursor.since(start), name, value));
        cursor.skipBlanks();
        if (!cursor.isAtEnd() && cursor.peek() != ';' && cursor.peek() != '}' && !Characters.isLineEnd(cursor.peek())) {
            throw cursor.fail(Problem.Kind.UNEXPECTED);
        }
    }

    /** What a constructor hands to the class above. */
    private void skipBase() {
        cursor.skipLines();
        if (cursor.take(':')) {
            cursor.skipLines();
            skipWord();
            cursor.skipLines();
            statements.expressions().member();
        }
    }
}
