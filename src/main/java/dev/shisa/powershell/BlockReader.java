package dev.shisa.powershell;

import dev.shisa.powershell.ScriptBlock.Attribute;
import dev.shisa.powershell.ScriptBlock.AttributeArgument;
import dev.shisa.powershell.ScriptBlock.Parameter;
import dev.shisa.powershell.ScriptBlock.Section;
import dev.shisa.powershell.Statement.Function;
import dev.shisa.powershell.Statement.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads code that can be called, with its parameters, and classes. */
final class BlockReader {
    private static final Set<String> SECTIONS = Set.of("begin", "process", "end", "clean", "dynamicparam");

    private final Cursor cursor;
    private final StatementReader statements;

    BlockReader(Cursor cursor, StatementReader statements) {
        this.cursor = cursor;
        this.statements = statements;
    }

    /** The whole text. */
    ScriptBlock script() {
        int start = cursor.at();
        Head head;
        try {
            head = head();
        } catch (SyntaxException e) {
            // What cannot be read as the head is read again, and reported, as a statement.
            cursor.returnTo(0);
            cursor.moveTo(start);
            head = new Head(List.of(), List.of());
        }
        List<Section> sections = sections(Characters.END);
        return new ScriptBlock(cursor.since(start), head.attributes(), head.parameters(), sections);
    }

    /** A block that begins here, or after blanks and line ends. */
    ScriptBlock braced() {
        return braced(List.of());
    }

    private ScriptBlock braced(List<Parameter> before) {
        cursor.skipLines();
        int start = cursor.at();
        if (cursor.peek() != '{') {
            throw cursor.fail(Problem.Kind.INCOMPLETE);
        }
        cursor.enter();
        cursor.next();
        Head head = head();
        List<Section> sections = sections('}');
        cursor.expect('}', start);
        cursor.leave();
        return new ScriptBlock(cursor.since(start), head.attributes(),
                head.parameters().isEmpty() ? before : head.parameters(), sections);
    }

    /** A function's body, before which its parameters may stand in parentheses. */
    ScriptBlock function() {
        List<Parameter> before = cursor.peek() == '(' ? parameters() : List.of();
        return braced(before);
    }

    /** What stands before the code. */
    private record Head(List<Attribute> attributes, List<Parameter> parameters) {
    }

    private Head head() {
        cursor.skipSeparators();
        skipUsing();
        int start = cursor.at();
        List<Attribute> attributes = new ArrayList<>();
        try {
            while (cursor.peek() == '[') {
                attributes.add(attribute());
                cursor.skipSeparators();
            }
        } catch (SyntaxException e) {
            // A cast or a list, which is read as such.
            if (e.isFinal()) {
                throw e;
            }
        }
        if (!cursor.takeWord("param")) {
            cursor.moveTo(start);
            return new Head(List.of(), List.of());
        }
        cursor.skipLines();
        return new Head(attributes, parameters());
    }

    private void skipUsing() {
        while (cursor.takeWord("using")) {
            while (!cursor.isAtEnd() && !Characters.isLineEnd(cursor.peek()) && cursor.peek() != ';') {
                cursor.next();
            }
            cursor.skipSeparators();
        }
    }

    private List<Parameter> parameters() {
        int opened = cursor.at();
        cursor.expect('(', opened);
        cursor.skipLines();
        List<Parameter> read = new ArrayList<>();
        while (!cursor.take(')')) {
            if (!read.isEmpty()) {
                cursor.expect(',', opened);
                cursor.skipLines();
            }
            read.add(parameter());
            cursor.skipLines();
        }
        return read;
    }

    private Parameter parameter() {
        int start = cursor.at();
        List<Attribute> attributes = attributes();
        if (!(statements.expressions().member() instanceof Expression.Variable variable)) {
            throw cursor.fail(start, Problem.Kind.UNEXPECTED);
        }
        int end = cursor.at();
        cursor.skipLines();
        if (!cursor.take('=')) {
            cursor.moveTo(end);
            return new Parameter(cursor.since(start), attributes, variable.name(), Optional.empty());
        }
        cursor.skipLines();
        Expression value = statements.expressions().item();
        return new Parameter(cursor.since(start), attributes, variable.name(), Optional.of(value));
    }

    private List<Attribute> attributes() {
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
        if (cursor.peek() != '(') {
            cursor.moveTo(start);
            String type = typeName();
            return new Attribute(cursor.since(start), type, Optional.empty());
        }
        List<AttributeArgument> arguments = attributeArguments();
        cursor.skipLines();
        cursor.expect(']', start);
        return new Attribute(cursor.since(start), name, Optional.of(arguments));
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

    private List<Section> sections(char closing) {
        List<Section> read = new ArrayList<>();
        cursor.skipSeparators();
        while (isSection()) {
            String name = Cursor.small(cursor.word());
            cursor.moveTo(cursor.at() + name.length());
            read.add(new Section(name, statements.braced()));
            cursor.skipSeparators();
        }
        int start = cursor.at();
        List<Statement> rest = statements.until(closing);
        if (read.isEmpty() || !rest.isEmpty()) {
            read.add(new Section("", new Block(cursor.since(start), rest)));
        }
        return read;
    }

    private boolean isSection() {
        String word = cursor.word();
        if (!SECTIONS.contains(Cursor.small(word))) {
            return false;
        }
        int start = cursor.at();
        cursor.moveTo(start + word.length());
        cursor.skipLines();
        boolean isBlock = cursor.peek() == '{';
        cursor.moveTo(start);
        return isBlock;
    }

    /** A class or an enumeration, whose keyword is behind. */
    Statement type(int start, String kind) {
        cursor.skipLines();
        String name = cursor.word();
        while (cursor.peek() != '{') {
            if (cursor.isAtEnd() || cursor.peek() == ';' || cursor.peek() == '}') {
                throw cursor.fail(Problem.Kind.INCOMPLETE);
            }
            cursor.next();
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

    private void member(List<Function> methods, List<Property> properties) {
        int start = cursor.at();
        attributes();
        while (cursor.takeWord("static") || cursor.takeWord("hidden")) {
            cursor.skipLines();
            attributes();
        }
        boolean isVariable = cursor.take('$');
        String name = cursor.word();
        if (name.isEmpty()) {
            throw cursor.fail(Problem.Kind.UNEXPECTED);
        }
        cursor.moveTo(cursor.at() + name.length());
        cursor.skipBlanks();
        if (!isVariable && cursor.peek() == '(') {
            List<Parameter> parameters = parameters();
            skipBase();
            ScriptBlock body = braced(parameters);
            methods.add(new Function(cursor.since(start), "method", name, body));
            return;
        }
        Optional<Expression> value = Optional.empty();
        if (cursor.take('=')) {
            cursor.skipLines();
            value = Optional.of(statements.expressions().expression());
        }
        properties.add(new Property(cursor.since(start), name, value));
    }

    /** What a constructor hands to the class above. */
    private void skipBase() {
        cursor.skipLines();
        if (cursor.take(':')) {
            cursor.skipLines();
            cursor.moveTo(cursor.at() + cursor.word().length());
            cursor.skipLines();
            statements.expressions().member();
        }
    }
}
