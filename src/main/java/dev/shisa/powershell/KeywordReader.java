package dev.shisa.powershell;

import dev.shisa.powershell.Expression.Quote;
import dev.shisa.powershell.Expression.Text;
import dev.shisa.powershell.Statement.Case;
import dev.shisa.powershell.Statement.Catch;
import dev.shisa.powershell.Statement.Clause;
import dev.shisa.powershell.Statement.Leave;
import dev.shisa.powershell.Statement.Loop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads statements that begin with a word of the language. */
final class KeywordReader {
    private final Cursor cursor;
    private final StatementReader statements;

    KeywordReader(Cursor cursor, StatementReader statements) {
        this.cursor = cursor;
        this.statements = statements;
    }

    /** The statement here, if a keyword begins it. */
    Optional<Statement> statement() {
        int start = cursor.at();
        if (cursor.peek() == ':' && Characters.isNameStart(cursor.peek(1))) {
            label();
        }
        String word = Cursor.small(cursor.word());
        int labelled = cursor.at();
        if (word.isEmpty() || !cursor.takeWord(word)) {
            cursor.moveTo(start);
            return Optional.empty();
        }
        Optional<Statement> read = read(start, word);
        if (read.isEmpty()) {
            cursor.moveTo(labelled == start ? start : labelled);
        }
        return read;
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
            case "foreach" -> isFollowedBy('(', '-') ? Optional.of(each(start)) : Optional.empty();
            case "for" -> Optional.of(counted(start));
            case "while" -> Optional.of(whileLoop(start));
            case "do" -> Optional.of(doLoop(start));
            case "switch" -> Optional.of(cases(start));
            case "try" -> Optional.of(attempt(start));
            case "trap" -> Optional.of(trap(start));
            case "function", "filter", "workflow", "configuration" -> Optional.of(function(start, word));
            case "class", "enum" -> Optional.of(statements.blocks().type(start, word));
            case "return" -> Optional.of(leave(start, Leave.Kind.RETURN));
            case "throw" -> Optional.of(leave(start, Leave.Kind.THROW));
            case "exit" -> Optional.of(leave(start, Leave.Kind.EXIT));
            case "break" -> Optional.of(jump(start, Leave.Kind.BREAK));
            case "continue" -> Optional.of(jump(start, Leave.Kind.CONTINUE));
            case "using" -> Optional.of(using(start));
            case "data", "inlinescript", "parallel", "sequence" -> named(start, word);
            default -> Optional.empty();
        };
    }

    private boolean isFollowedBy(char one, char other) {
        int at = cursor.at();
        cursor.skipLines();
        boolean is = cursor.peek() == one || Characters.isDash(cursor.peek()) && other == '-';
        cursor.moveTo(at);
        return is;
    }

    private Statement condition() {
        cursor.skipLines();
        int opened = cursor.at();
        if (!cursor.take('(')) {
            throw cursor.fail(Problem.Kind.INCOMPLETE);
        }
        cursor.skipLines();
        Statement read = statements.statement();
        cursor.skipLines();
        cursor.expect(')', opened);
        return read;
    }

    private Statement choice(int start) {
        List<Clause> clauses = new ArrayList<>();
        Statement first = condition();
        clauses.add(new Clause(first, statements.braced()));
        while (takeAfterLines("elseif")) {
            Statement next = condition();
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

    private Statement each(int start) {
        cursor.skipLines();
        boolean isParallel = false;
        while (Characters.isDash(cursor.peek())) {
            cursor.next();
            String option = cursor.word();
            isParallel |= option.equalsIgnoreCase("parallel");
            cursor.moveTo(cursor.at() + option.length());
            cursor.skipLines();
            if (Characters.isDigit(cursor.peek())) {
                cursor.moveTo(cursor.at() + cursor.word().length());
                cursor.skipLines();
            }
        }
        int opened = cursor.at();
        cursor.expect('(', opened);
        cursor.skipLines();
        Expression variable = statements.expressions().member();
        cursor.skipLines();
        if (!cursor.takeWord("in")) {
            throw cursor.fail(Problem.Kind.INCOMPLETE);
        }
        cursor.skipLines();
        Statement through = statements.statement();
        cursor.skipLines();
        cursor.expect(')', opened);
        Block body = statements.braced();
        return new Loop(cursor.since(start), isParallel ? Loop.Kind.FOREACH_PARALLEL : Loop.Kind.FOREACH,
                Optional.of(variable), Optional.empty(), Optional.of(through), Optional.empty(), body);
    }

    private Statement counted(int start) {
        cursor.skipLines();
        int opened = cursor.at();
        cursor.expect('(', opened);
        Optional<Statement> initial = part();
        Optional<Statement> condition = takeSemicolon() ? part() : Optional.empty();
        Optional<Statement> next = takeSemicolon() ? part() : Optional.empty();
        cursor.skipLines();
        cursor.expect(')', opened);
        Block body = statements.braced();
        return new Loop(cursor.since(start), Loop.Kind.FOR, Optional.empty(), initial, condition, next, body);
    }

    private Optional<Statement> part() {
        cursor.skipLines();
        return cursor.peek() == ';' || cursor.peek() == ')' ? Optional.empty() : Optional.of(statements.statement());
    }

    private boolean takeSemicolon() {
        cursor.skipLines();
        return cursor.take(';');
    }

    private Statement whileLoop(int start) {
        Statement condition = condition();
        Block body = statements.braced();
        return new Loop(cursor.since(start), Loop.Kind.WHILE, Optional.empty(), Optional.empty(),
                Optional.of(condition), Optional.empty(), body);
    }

    private Statement doLoop(int start) {
        Block body = statements.braced();
        cursor.skipLines();
        boolean isUntil = cursor.takeWord("until");
        if (!isUntil && !cursor.takeWord("while")) {
            throw cursor.fail(Problem.Kind.INCOMPLETE);
        }
        Statement condition = condition();
        return new Loop(cursor.since(start), isUntil ? Loop.Kind.DO_UNTIL : Loop.Kind.DO_WHILE, Optional.empty(),
                Optional.empty(), Optional.of(condition), Optional.empty(), body);
    }

    private Statement cases(int start) {
        List<String> options = new ArrayList<>();
        cursor.skipLines();
        Optional<Statement> subject = Optional.empty();
        while (Characters.isDash(cursor.peek())) {
            cursor.next();
            String option = Cursor.small(cursor.word());
            options.add(option);
            cursor.moveTo(cursor.at() + option.length());
            cursor.skipLines();
            if (option.equals("file")) {
                Expression file = statements.commands().value();
                subject = Optional.of(new Statement.Pipeline(file.span(),
                        List.of(new Stage.Value(file.span(), file, List.of())), false));
                cursor.skipLines();
            }
        }
        Statement matched = subject.isPresent() ? subject.get() : condition();
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
                Expression pattern = pattern();
                cases.add(new Case(pattern, statements.braced()));
            }
            cursor.skipSeparators();
        }
        return new Statement.Switch(cursor.since(start), options, matched, cases, otherwise);
    }

    private Expression pattern() {
        char c = cursor.peek();
        return Characters.isQuote(c) || c == '{' || c == '(' || c == '$' || c == '@' || c == '['
                ? statements.expressions().member()
                : statements.commands().word();
    }

    private Statement attempt(int start) {
        Block body = statements.braced();
        List<Catch> catches = new ArrayList<>();
        while (takeAfterLines("catch")) {
            List<String> types = new ArrayList<>();
            cursor.skipLines();
            while (cursor.peek() == '[') {
                types.add(statements.blocks().typeName());
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
        Optional<String> type = cursor.peek() == '[' ? Optional.of(statements.blocks().typeName()) : Optional.empty();
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

    private Statement leave(int start, Leave.Kind kind) {
        cursor.skipBlanks();
        char c = cursor.peek();
        boolean isAlone = cursor.isAtEnd() || Characters.isLineEnd(c) || c == ';' || c == '}' || c == ')';
        Optional<Statement> value = isAlone ? Optional.empty() : Optional.of(statements.statement());
        return new Leave(cursor.since(start), kind, value);
    }

    private Statement jump(int start, Leave.Kind kind) {
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

    private Statement using(int start) {
        int from = cursor.at();
        while (!cursor.isAtEnd() && !Characters.isLineEnd(cursor.peek()) && cursor.peek() != ';') {
            cursor.next();
        }
        return new Statement.Using(cursor.since(start), cursor.text(from, cursor.at()).strip());
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
