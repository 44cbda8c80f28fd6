package dev.shisa.powershell;

import dev.shisa.powershell.Statement.Loop;
import java.util.Optional;

/** Reads what is repeated; the keyword that begins it is behind. */
final class LoopReader {
    private final Cursor cursor;
    private final StatementReader statements;

    LoopReader(Cursor cursor, StatementReader statements) {
        this.cursor = cursor;
        this.statements = statements;
    }

    Statement each(int start) {
        cursor.skipLines();
        boolean isParallel = false;
        while (Characters.isDash(cursor.peek())) {
            cursor.note(cursor.at(), Typography.Kind.DASH);
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

    Statement counted(int start) {
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

    Statement whileLoop(int start) {
        Statement condition = statements.condition();
        Block body = statements.braced();
        return new Loop(cursor.since(start), Loop.Kind.WHILE, Optional.empty(), Optional.empty(),
                Optional.of(condition), Optional.empty(), body);
    }

    Statement doLoop(int start) {
        Block body = statements.braced();
        cursor.skipLines();
        boolean isUntil = cursor.takeWord("until");
        if (!isUntil && !cursor.takeWord("while")) {
            throw cursor.fail(Problem.Kind.INCOMPLETE);
        }
        Statement condition = statements.condition();
        return new Loop(cursor.since(start), isUntil ? Loop.Kind.DO_UNTIL : Loop.Kind.DO_WHILE, Optional.empty(),
                Optional.empty(), Optional.of(condition), Optional.empty(), body);
    }
}
