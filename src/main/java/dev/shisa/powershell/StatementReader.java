package dev.shisa.powershell;

import dev.shisa.powershell.Statement.Assignment;
import dev.shisa.powershell.Statement.Chain;
import dev.shisa.powershell.Statement.Pipeline;
import dev.shisa.powershell.Statement.Unparsed;
import java.util.ArrayList;
import java.util.List;

/** Reads statements, one after the other; one that cannot be read does not take the rest with it. */
final class StatementReader {
    private final Cursor cursor;
    private final ExpressionReader expressions;
    private final CommandReader commands;
    private final KeywordReader keywords;
    private final AttributeReader attributes;
    private final BlockReader blocks;

    StatementReader(Cursor cursor) {
        this.cursor = cursor;
        VariableReader variables = new VariableReader(cursor, this);
        StringReader strings = new StringReader(cursor, variables);
        this.attributes = new AttributeReader(cursor, this);
        this.blocks = new BlockReader(cursor, this);
        this.expressions = new ExpressionReader(cursor, new OperandReader(cursor, this, strings, variables));
        this.commands = new CommandReader(cursor, expressions, strings, variables);
        this.keywords = new KeywordReader(cursor, this);
    }

    ExpressionReader expressions() {
        return expressions;
    }

    CommandReader commands() {
        return commands;
    }

    AttributeReader attributes() {
        return attributes;
    }

    BlockReader blocks() {
        return blocks;
    }

    /** Statements up to a closing character, or to the end of the text; the character itself is left. */
    List<Statement> until(char closing) {
        List<Statement> read = new ArrayList<>();
        cursor.skipSeparators();
        while (!cursor.isAtEnd() && cursor.peek() != closing) {
            int start = cursor.at();
            int depth = cursor.depth();
            try {
                if (cursor.peek() == '}' || cursor.peek() == ')') {
                    throw cursor.fail(Problem.Kind.UNOPENED);
                }
                Statement next = statement();
                read.add(next);
                start = cursor.at();
                if (!endsWithBlock(next)) {
                    end(closing);
                }
            } catch (SyntaxException e) {
                cursor.returnTo(depth);
                read.add(broken(start, e, closing));
            }
            cursor.skipSeparators();
        }
        return read;
    }

    /** Nothing follows a statement but a separator, or what closes the list. */
    private void end(char closing) {
        cursor.skipBlanks();
        char c = cursor.peek();
        if (!cursor.isAtEnd() && c != closing && c != ';' && !Characters.isLineEnd(c)) {
            if (Characters.isNoDash(c)) {
                cursor.note(cursor.at(), Typography.Kind.NO_DASH);
            }
            throw cursor.fail(c == '}' || c == ')' ? Problem.Kind.UNOPENED : Problem.Kind.UNEXPECTED);
        }
    }

    /** Such statements need nothing between them and the next one. */
    private static boolean endsWithBlock(Statement statement) {
        return switch (statement) {
            case Pipeline _,Chain _,Assignment _,Statement.Leave _,Statement.Using _,Unparsed _ -> false;
            case Statement.Loop loop -> loop.kind() != Statement.Loop.Kind.DO_UNTIL
                    && loop.kind() != Statement.Loop.Kind.DO_WHILE;
            default -> true;
        };
    }

    /** What takes the place of a statement that cannot be read; the end of its line is left. A line that it only runs into is none of it. */
    Statement broken(int start, SyntaxException e, char closing) {
        if (e.isFinal() && closing != Characters.END) {
            throw e;
        }
        cursor.findings().add(e.problem());
        if (e.isFinal() || e.problem().kind() == Problem.Kind.UNTERMINATED_STRING) {
            cursor.moveToEnd();
        }
        if (!cursor.isAtLineStart(start)) {
            cursor.skipBroken(closing);
        }
        if (closing != '}') {
            // A brace that nothing opened would stop every statement after it.
            cursor.take('}');
        }
        return new Unparsed(cursor.since(start), e.problem());
    }

    Statement statement() {
        cursor.enter();
        Statement read = keywords.statement().orElseGet(this::chain);
        cursor.leave();
        return read;
    }

    private Statement chain() {
        int start = cursor.at();
        int outside = cursor.measure();
        Statement left = pipeline();
        while (true) {
            int end = cursor.at();
            cursor.skipBlanks();
            boolean onSuccess = cursor.startsWith("&&");
            if (!onSuccess && !cursor.startsWith("||")) {
                cursor.moveTo(end);
                cursor.measured(outside);
                return left;
            }
            cursor.moveTo(cursor.at() + 2);
            cursor.skipLines();
            Statement right = pipeline();
            cursor.rise();
            left = new Chain(cursor.since(start), left, onSuccess, right);
        }
    }

    /** A pipeline, or an assignment. */
    Statement pipeline() {
        int start = cursor.at();
        List<Stage> stages = new ArrayList<>();
        if (commands.isExpression()) {
            Expression first = expressions.expression();
            int end = cursor.at();
            cursor.skipBlanks();
            String operator = assignment();
            if (!operator.isEmpty()) {
                cursor.skipLines();
                Statement value = statement();
                return new Assignment(cursor.since(start), first, operator, value);
            }
            cursor.moveTo(end);
            List<Stage.Redirection> redirections = commands.redirections();
            stages.add(new Stage.Value(cursor.since(start), first, redirections));
        } else {
            stages.add(commands.command());
        }
        while (isPiped()) {
            cursor.next();
            cursor.skipLines();
            if (commands.isExpression()) {
                throw cursor.fail(Problem.Kind.UNEXPECTED);
            }
            stages.add(commands.command());
        }
        int end = cursor.at();
        cursor.skipBlanks();
        boolean inBackground = cursor.peek() == '&' && cursor.peek(1) != '&' && cursor.take('&');
        if (!inBackground) {
            cursor.moveTo(end);
        }
        return new Pipeline(cursor.since(start), stages, inBackground);
    }

    /**
     * Whether another stage follows, in this line, or at the beginning of the next one that is no comment (Tokenizer.IsPipeContinuation). Two
     * bars are found this way too.
     */
    private boolean isPiped() {
        int end = cursor.at();
        cursor.skipBlanks();
        if (Characters.isLineEnd(cursor.peek())) {
            cursor.skipCommentLines();
            if (cursor.peek() == '|') {
                end = cursor.at();
            }
        }
        if (cursor.peek() == '|' && cursor.peek(1) != '|') {
            return true;
        }
        cursor.moveTo(end);
        return false;
    }

    /** The operator of an assignment, which is behind then; nothing where none is. */
    private String assignment() {
        char c = cursor.peek();
        int length = switch (c) {
            case '=' -> 1;
            case '+', '*', '/', '%' -> cursor.peek(1) == '=' ? 2 : 0;
            case '?' -> cursor.startsWith("??=") ? 3 : 0;
            default -> Characters.isDash(c) && cursor.peek(1) == '=' ? 2 : 0;
        };
        if (length == 0) {
            return "";
        }
        cursor.note(cursor.at(), Typography.Kind.DASH);
        String operator = Characters.isDash(c) ? "-=" : cursor.text(cursor.at(), cursor.at() + length);
        cursor.moveTo(cursor.at() + length);
        return operator;
    }

    /** A statement in parentheses, before which blanks and line ends may stand. */
    Statement condition() {
        cursor.skipLines();
        int opened = cursor.at();
        if (!cursor.take('(')) {
            throw cursor.fail(Problem.Kind.INCOMPLETE);
        }
        cursor.skipLines();
        Statement read = statement();
        cursor.skipLines();
        cursor.expect(')', opened);
        return read;
    }

    /** A line beginning with {@code using}, which is behind. */
    Statement using(int start) {
        int from = cursor.at();
        while (!cursor.isAtEnd() && !Characters.isLineEnd(cursor.peek()) && cursor.peek() != ';') {
            cursor.next();
        }
        return new Statement.Using(cursor.since(start), cursor.text(from, cursor.at()).strip());
    }

    /** Statements in parentheses, of which the first is here. */
    Block parenthesised() {
        int start = cursor.at();
        cursor.enter();
        cursor.next();
        List<Statement> statements = until(')');
        cursor.expect(')', start);
        cursor.leave();
        return new Block(cursor.since(start), statements);
    }

    /** Statements in braces, of which the first is here or follows blanks and line ends. */
    Block braced() {
        cursor.skipLines();
        int start = cursor.at();
        if (cursor.peek() != '{') {
            throw cursor.fail(Problem.Kind.INCOMPLETE);
        }
        cursor.enter();
        cursor.next();
        List<Statement> statements = until('}');
        cursor.expect('}', start);
        cursor.leave();
        return new Block(cursor.since(start), statements);
    }
}
