package dev.shisa.powershell;

import dev.shisa.powershell.ScriptBlock.Attribute;
import dev.shisa.powershell.ScriptBlock.Parameter;
import dev.shisa.powershell.ScriptBlock.Section;
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
            head = new Head(List.of(), List.of(), List.of());
        }
        List<Section> sections = sections(head, Characters.END);
        return new ScriptBlock(cursor.since(start), head.attributes(), head.parameters(), sections);
    }

    /** A block that begins here, or after blanks and line ends. */
    ScriptBlock braced() {
        return braced(List.of());
    }

    /** The same, with the parameters that stand before it. */
    ScriptBlock braced(List<Parameter> before) {
        cursor.skipLines();
        int start = cursor.at();
        if (cursor.peek() != '{') {
            throw cursor.fail(Problem.Kind.INCOMPLETE);
        }
        cursor.enter();
        cursor.next();
        Head head = head();
        List<Section> sections = sections(head, '}');
        cursor.expect('}', start);
        cursor.leave();
        int from = before.isEmpty() ? cursor.since(start).start() : before.getFirst().span().start();
        return new ScriptBlock(new Span(from, cursor.since(start).end()), head.attributes(),
                head.parameters().isEmpty() ? before : head.parameters(), sections);
    }

    /** A function's body, before which its parameters may stand in parentheses. */
    ScriptBlock function() {
        List<Parameter> before = cursor.peek() == '(' ? parameters() : List.of();
        return braced(before);
    }

    /** What stands before the code. */
    private record Head(List<Statement> using, List<Attribute> attributes, List<Parameter> parameters) {
    }

    private Head head() {
        cursor.skipSeparators();
        List<Statement> using = using();
        int start = cursor.at();
        List<Attribute> attributes = new ArrayList<>();
        try {
            while (cursor.peek() == '[') {
                attributes.add(statements.attributes().attribute());
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
            return new Head(using, List.of(), List.of());
        }
        cursor.skipLines();
        return new Head(using, attributes, parameters());
    }

    private List<Statement> using() {
        List<Statement> read = new ArrayList<>();
        int start = cursor.at();
        while (cursor.takeWord("using")) {
            read.add(statements.using(start));
            cursor.skipSeparators();
            start = cursor.at();
        }
        return read;
    }

    /** Parameters in parentheses. */
    List<Parameter> parameters() {
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
        List<Attribute> attributes = statements.attributes().attributes();
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

    private List<Section> sections(Head head, char closing) {
        List<Section> read = new ArrayList<>();
        List<Statement> using = head.using();
        if (!using.isEmpty()) {
            read.add(new Section("",
                    new Block(new Span(using.getFirst().span().start(), using.getLast().span().end()), using)));
        }
        cursor.skipSeparators();
        while (isSection()) {
            read.add(section(closing));
            cursor.skipSeparators();
        }
        int rest = cursor.at();
        List<Statement> others = statements.until(closing);
        if (read.isEmpty() || !others.isEmpty()) {
            read.add(new Section("", new Block(cursor.since(rest), others)));
        }
        return read;
    }

    private Section section(char closing) {
        int start = cursor.at();
        String name = Cursor.small(cursor.word());
        int depth = cursor.depth();
        try {
            cursor.moveTo(start + name.length());
            return new Section(name, statements.braced());
        } catch (SyntaxException e) {
            cursor.returnTo(depth);
            Statement broken = statements.broken(start, e, closing);
            return new Section("", new Block(broken.span(), List.of(broken)));
        }
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
}
