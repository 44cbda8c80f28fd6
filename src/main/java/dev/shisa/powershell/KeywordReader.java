package dev.shisa.powershell;

import dev.shisa.powershell.Expression.Text;
import dev.shisa.powershell.Statement.Case;
import dev.shisa.powershell.Statement.Catch;
import dev.shisa.powershell.Statement.Clause;
import dev.shisa.powershell.Statement.Leave;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads statements that begin with a word of the language. */
final class KeywordReader {
    private final Cursor cursor;
    private final StatementReader statements;
    private final LoopReader loops;
    private final ClassReader classes;

    KeywordReader(Cursor cursor, StatementReader statements) {
        this.cursor = cursor;
        this.statements = statements;
        this.loops = new LoopReader(cursor, statements);
        this.classes = new ClassReader(cursor, statements);
    }

    /** The statement here, if a keyword begins it. */
    Optional<Statement> statement() {
        int start = cursor.at();
        char c = cursor.peek();
        if (c == '[') {
            skipAttributes();
        } else if (c == ':' && Characters.isNameStart(cursor.peek(1))) {
            label();
        }
        int from = cursor.at();
        String word = Characters.isNameStart(cursor.peek()) ? Cursor.small(cursor.word()) : "";
        Optional<Statement> read = Optional.empty();
        if (!word.isEmpty() && Characters.endsWord(cursor.peek(word.length()))) {
            cursor.moveTo(from + word.length());
            read = read(start, word);
        }
        if (read.isEmpty()) {
            cursor.moveTo(start);
        }
        return read;
    }

    /** Those before a class or an enumeration. Any others are part of a value, which is read as such. */
    private void skipAttributes() {
        int start = cursor.at();
        int depth = cursor.depth();
        try {
            statements.attributes().attributes();
        } catch (SyntaxException e) {
            cursor.returnTo(depth);
            cursor.moveTo(start);
            return;
        }
        String word = Cursor.small(cursor.word());
        if (!word.equals("class") && !word.equals("enum")) {
            cursor.moveTo(start);
        }
    }

    /** A name that {@code break} and {@code continue} may say. */
    private void label() {
        int start = cursor.at();
        cursor.next();
        cursor.moveTo(cursor.at() + cursor.word().length());
        cursor.skipLines();
        String word = Cursor.small(cursor.word());
        if (!List.of("foreach", "for", "while", "do", "switch").contains(word)) {
            cursor.moveTo(start);
        }
    }

    private Optional<Statement> read(int start, String word) {
        return switch (word) {
            case "if" -> Optional.of(choice(start));
            case "foreach" -> isForeach() ? Optional.of(loops.each(start)) : Optional.empty();
            case "for" -> Optional.of(loops.counted(start));
            case "while" -> Optional.of(loops.whileLoop(start));
            case "do" -> Optional.of(loops.doLoop(start));
            case "switch" -> Optional.of(cases(start));
            case "try" -> Optional.of(attempt(start));
            case "trap" -> Optional.of(trap(start));
            case "function", "filter", "workflow", "configuration" -> Optional.of(function(start, word));
            case "class", "enum" -> Optional.of(classes.type(start, word));
            case "return" -> Optional.of(leave(start, Leave.Way.RETURN));
            case "throw" -> Optional.of(leave(start, Leave.Way.THROW));
            case "exit" -> Optional.of(leave(start, Leave.Way.EXIT));
            case "break" -> Optional.of(jump(start, Leave.Way.BREAK));
            case "continue" -> Optional.of(jump(start, Leave.Way.CONTINUE));
            case "using" -> Optional.of(statements.using(start));
            case "data", "inlinescript", "parallel", "sequence" -> named(start, word);
            default -> Optional.empty();
        };
    }

    /** Rather than the command of that name. */
    private boolean isForeach() {
        int at = cursor.at();
        cursor.skipLines();
        boolean is = cursor.peek() == '(' || Characters.isDash(cursor.peek());
        cursor.moveTo(at);
        return is;
    }

    private Statement choice(int start) {
        List<Clause> clauses = new ArrayList<>();
        Statement first = statements.condition();
        clauses.add(new Clause(first, statements.braced()));
        while (takeAfterLines("elseif")) {
            Statement next = statements.condition();
            clauses.add(new Clause(next, statements.braced()));
        }
        Optional<Block> otherwise = takeAfterLines("else") ? Optional.of(statements.braced()) : Optional.empty();
        return new Statement.If(cursor.since(start), clauses, otherwise);
    }

    private boolean takeAfterLines(String word) {
        int end = cursor.at();
        cursor.skipLines();
        if (cursor.takeWord(word)) {
            return true;
        }
        cursor.moveTo(end);
        return false;
    }

    private Statement cases(int start) {
        List<String> options = new ArrayList<>();
        cursor.skipLines();
        Optional<Statement> subject = Optional.empty();
        while (Characters.isDash(cursor.peek())) {
            cursor.note(cursor.at(), Typography.Kind.DASH);
            cursor.next();
            String option = Cursor.small(cursor.word());
            if (option.isEmpty()) {
                throw cursor.fail(Problem.Kind.INCOMPLETE);
            }
            options.add(option);
            cursor.moveTo(cursor.at() + option.length());
            cursor.skipLines();
            if ("file".startsWith(option)) {
                Expression file = statements.commands().value();
                subject = Optional.of(new Statement.Pipeline(file.span(),
                        List.of(new Stage.Value(file.span(), file, List.of())), false));
                cursor.skipLines();
            }
        }
        Statement matched = subject.isPresent() ? subject.get() : statements.condition();
        cursor.skipLines();
        int opened = cursor.at();
        cursor.expect('{', opened);
        List<Case> cases = new ArrayList<>();
        Optional<Block> otherwise = Optional.empty();
        cursor.skipSeparators();
        while (!cursor.take('}')) {
            if (cursor.isAtEnd()) {
                throw cursor.fail(opened, Problem.Kind.UNCLOSED);
            }
            if (cursor.takeWord("default")) {
                otherwise = Optional.of(statements.braced());
            } else {
                Expression pattern = statements.commands().value();
                cases.add(new Case(pattern, statements.braced()));
            }
            cursor.skipSeparators();
        }
        return new Statement.Switch(cursor.since(start), options, matched, cases, otherwise);
    }

    private Statement attempt(int start) {
        Block body = statements.braced();
        List<Catch> catches = new ArrayList<>();
        while (takeAfterLines("catch")) {
            List<String> types = new ArrayList<>();
            cursor.skipLines();
            while (cursor.peek() == '[') {
                types.add(statements.attributes().typeName());
                cursor.skipLines();
                if (cursor.take(',')) {
                    cursor.skipLines();
                }
            }
            catches.add(new Catch(types, statements.braced()));
        }
        Optional<Block> last = takeAfterLines("finally") ? Optional.of(statements.braced()) : Optional.empty();
        if (catches.isEmpty() && last.isEmpty()) {
            throw cursor.fail(Problem.Kind.INCOMPLETE);
        }
        return new Statement.Try(cursor.since(start), body, catches, last);
    }

    private Statement trap(int start) {
        cursor.skipLines();
        Optional<String> type = cursor.peek() == '['
                ? Optional.of(statements.attributes().typeName())
                : Optional.empty();
        Block body = statements.braced();
        return new Statement.Trap(cursor.since(start), type, body);
    }

    private Statement function(int start, String kind) {
        cursor.skipLines();
        Text name = statements.commands().word();
        cursor.skipLines();
        ScriptBlock body = statements.blocks().function();
        return new Statement.Function(cursor.since(start), kind, name.value(), body);
    }

    private Statement leave(int start, Leave.Way kind) {
        cursor.skipBlanks();
        char c = cursor.peek();
        boolean isAlone = cursor.isAtEnd() || Characters.isLineEnd(c) || c == ';' || c == '}' || c == ')';
        Optional<Statement> value = isAlone ? Optional.empty() : Optional.of(statements.statement());
        return new Leave(cursor.since(start), kind, value);
    }

    private Statement jump(int start, Leave.Way kind) {
        int end = cursor.at();
        cursor.skipBlanks();
        if (cursor.peek() == '$') {
            statements.expressions().member();
        } else if (Characters.isNameStart(cursor.peek())) {
            cursor.moveTo(cursor.at() + cursor.word().length());
        } else {
            cursor.moveTo(end);
        }
        return new Leave(cursor.since(start), kind, Optional.empty());
    }

    /** A word with a name or without one, and a block; anything else is a command of that name. */
    private Optional<Statement> named(int start, String word) {
        cursor.skipLines();
        String name = cursor.word();
        int end = cursor.at() + name.length();
        cursor.moveTo(end);
        cursor.skipLines();
        if (cursor.peek() != '{') {
            return Optional.empty();
        }
        Block body = statements.braced();
        return Optional.of(new Statement.Named(cursor.since(start), word, name, body));
    }
}
