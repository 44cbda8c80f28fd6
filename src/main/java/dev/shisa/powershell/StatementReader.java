package dev.shisa.powershell;

import dev.shisa.powershell.Statement.Assignment;
import dev.shisa.powershell.Statement.Chain;
import dev.shisa.powershell.Statement.Pipeline;
import dev.shisa.powershell.Statement.Unparsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads statements, one after the other; one that cannot be read does not take the rest with it. */
final class StatementReader {
    private static final Set<String> ASSIGNMENTS = Set.of("=", "+=", "-=", "*=", "/=", "%=", "??=");

    private final Cursor cursor;
    private final ExpressionReader expressions;
    private final CommandReader commands;
    private final KeywordReader keywords;
    private final BlockReader blocks;

    StatementReader(Cursor cursor) {
        this.cursor = cursor;
        VariableReader variables = new VariableReader(cursor, this);
        StringReader strings = new StringReader(cursor, variables);
        this.blocks = new BlockReader(cursor, this);
        this.expressions = new ExpressionReader(cursor, this, strings, variables);
        this.commands = new CommandReader(cursor, expressions, strings);
        this.keywords = new KeywordReader(cursor, this);
    }

    ExpressionReader expressions() {
        return expressions;
    }

    CommandReader commands() {
        return commands;
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
                Statement next = statement();
                read.add(next);
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

    private Statement broken(int start, SyntaxException e, char closing) {
        if (e.isFinal() && closing != Characters.END) {
            throw e;
        }
        cursor.report(e.problem());
        if (e.isFinal() || e.problem().kind() == Problem.Kind.UNTERMINATED_STRING
                || e.problem().kind() == Problem.Kind.UNTERMINATED_COMMENT) {
            while (!cursor.isAtEnd()) {
                cursor.next();
            }
        }
        cursor.skipBroken();
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
        Statement left = pipeline();
        while (true) {
            cursor.skipBlanks();
            boolean onSuccess = cursor.startsWith("&&");
            if (!onSuccess && !cursor.startsWith("||")) {
                return left;
            }
            cursor.moveTo(cursor.at() + 2);
            cursor.skipLines();
            Statement right = pipeline();
            left = new Chain(cursor.since(start), left, onSuccess, right);
        }
    }

    /** A pipeline, or an assignment. */
    Statement pipeline() {
        int start = cursor.at();
        List<Stage> stages = new ArrayList<>();
        if (commands.isExpression()) {
            Expression first = expressions.expression();
            cursor.skipBlanks();
            String operator = assignment();
            if (!operator.isEmpty()) {
                cursor.skipLines();
                Statement value = statement();
                return new Assignment(cursor.since(start), first, operator, value);
            }
            stages.add(new Stage.Value(cursor.since(start), first, commands.redirections()));
        } else {
            stages.add(commands.command());
        }
        while (isPiped()) {
            cursor.next();
            cursor.skipLines();
            stages.add(commands.command());
        }
        cursor.skipBlanks();
        boolean inBackground = cursor.peek() == '&' && cursor.peek(1) != '&' && cursor.take('&');
        return new Pipeline(cursor.since(start), stages, inBackground);
    }

    /** Whether another stage follows, in this line or at the beginning of one of the next. */
    private boolean isPiped() {
        cursor.skipBlanks();
        int end = cursor.at();
        if (Characters.isLineEnd(cursor.peek())) {
            cursor.skipLines();
        }
        if (cursor.peek() == '|' && cursor.peek(1) != '|') {
            return true;
        }
        if (cursor.at() > end && !cursor.startsWith("&&") && !cursor.startsWith("||")) {
            cursor.moveTo(end);
        }
        return false;
    }

    private String assignment() {
        for (int length = 1; length <= 3; length++) {
            StringBuilder operator = new StringBuilder();
            for (int ahead = 0; ahead < length; ahead++) {
                char c = cursor.peek(ahead);
                operator.append(Characters.isDash(c) ? '-' : c);
            }
            if (ASSIGNMENTS.contains(operator.toString())) {
                cursor.moveTo(cursor.at() + length);
                return operator.toString();
            }
        }
        return "";
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
