package dev.shisa.powershell;

import static dev.shisa.powershell.Grown.NOWHERE;

import dev.shisa.powershell.Expression.Quote;
import dev.shisa.powershell.Expression.Text;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Values at random, of every kind. */
final class GrownValue {
    private static final String[] TEXTS = {"", "a", "it's", "a \"b\"", "`", "$x", "\u2013Confirm", "\u201cq\u201d",
            "\t\n", "\uff0d", "{0}", "#", "x@y.example",
            "\u00a0", "\u2019", "\u3042", "\ud83d\ude00", "\0"};

    private final Random random;
    private final Grown trees;

    GrownValue(Random random, Grown trees) {
        this.random = random;
        this.trees = trees;
    }

    String name() {
        return trees.pick("x", "env:Path", "script:x", "a b", "_", "?", "$", "a}b", "x\"y", "a`b", "using:name");
    }

    String plainName() {
        return trees.pick("Name", "Count", "process", "if");
    }

    Expression variable() {
        return new Expression.Variable(NOWHERE, name(), false);
    }

    /** What may be assigned to. */
    Expression target(int depth) {
        return switch (random.nextInt(4)) {
            case 0 -> new Expression.Member(NOWHERE, variable(), false, text(plainName()), Optional.empty());
            case 1 -> new Expression.Index(NOWHERE, variable(), value(depth));
            case 2 -> new Expression.Cast(NOWHERE, "string", variable());
            default -> variable();
        };
    }

    /** Anything. */
    Expression value(int depth) {
        return depth > 0 && random.nextInt(4) == 0
                ? new Expression.Sequence(NOWHERE, trees.some(2, () -> unary(depth - 1)))
                : item(depth);
    }

    /** Anything without a comma. */
    Expression item(int depth) {
        if (depth <= 0) {
            return leaf();
        }
        return switch (random.nextInt(5)) {
            case 0 -> binary(depth);
            case 1 -> new Expression.Ternary(NOWHERE, unary(depth - 1), item(depth - 1), item(depth - 1));
            default -> unary(depth);
        };
    }

    /** Operators that bind the same: what is left of the last one was read before it. */
    private Expression binary(int depth) {
        String operator = trees.pick("-and", "-eq", "-cnotlike", "-is", "-join", "+", "-", "*", "%", "-f", "..", "??",
                "-band");
        Expression left = random.nextInt(3) == 0
                ? new Expression.Binary(NOWHERE, operator, unary(depth - 1), unary(depth - 1))
                : unary(depth - 1);
        return new Expression.Binary(NOWHERE, operator, left, unary(depth - 1));
    }

    private Expression unary(int depth) {
        if (depth <= 0) {
            return leaf();
        }
        return switch (random.nextInt(8)) {
            case 0 -> new Expression.Unary(NOWHERE, trees.pick("-not", "!", "-", "+", "-join", "--", "++", "-bnot"),
                    unary(depth - 1), false);
            case 1 -> new Expression.Unary(NOWHERE, trees.pick("++", "--"), variable(), true);
            case 2 ->
                new Expression.Cast(NOWHERE, trees.pick("int", "string[]", "System.Collections.Generic.List[string]"),
                        member(depth - 1));
            default -> member(depth);
        };
    }

    private Expression member(int depth) {
        if (depth <= 0) {
            return leaf();
        }
        return switch (random.nextInt(10)) {
            case 0 -> new Expression.Member(NOWHERE, expandable(depth), false, memberName(depth - 1), call(depth - 1));
            case 1 -> new Expression.Member(NOWHERE, new Expression.Type(NOWHERE, "scriptblock"), true, text("Create"),
                    call(depth - 1));
            case 2 -> new Expression.Index(NOWHERE, expandable(depth), value(depth - 1));
            case 3 -> new Expression.Sub(NOWHERE, trees.block(depth - 1));
            case 4 -> new Expression.Collected(NOWHERE, trees.block(depth - 1));
            case 5 -> new Expression.Parenthesis(NOWHERE, trees.statement(depth - 1));
            case 6 -> new Expression.Table(NOWHERE, trees.some(0, () -> new Expression.Entry(key(depth - 1),
                    trees.statement(depth - 1))));
            case 7 -> new Expression.Code(NOWHERE, trees.script(depth - 1));
            default -> expandable(depth);
        };
    }

    private Optional<List<Expression>> call(int depth) {
        return trees.maybe(() -> trees.some(0, () -> item(depth)));
    }

    private Expression memberName(int depth) {
        return switch (random.nextInt(4)) {
            case 0 -> variable();
            case 1 -> new Text(NOWHERE, "a b", Quote.SINGLE);
            case 2 -> new Expression.Parenthesis(NOWHERE, trees.statement(depth - 1));
            default -> text(plainName());
        };
    }

    private Expression key(int depth) {
        return random.nextBoolean() ? text(plainName()) : unary(depth);
    }

    private Expression leaf() {
        return switch (random.nextInt(4)) {
            case 0 -> variable();
            case 1 ->
                new Expression.Numeral(NOWHERE, trees.pick("1", "0x1F", "1.5", "10kb", "1e3", "7L", "1ul", "0b11"));
            default -> quoted();
        };
    }

    private Expression quoted() {
        String value = trees.pick(TEXTS) + trees.pick(TEXTS);
        Quote quote = trees.pick(Quote.SINGLE, Quote.DOUBLE, Quote.SINGLE_HERE, Quote.DOUBLE_HERE);
        return new Text(NOWHERE, value, quote);
    }

    private Expression expandable(int depth) {
        Quote quote = trees.pick(Quote.DOUBLE, Quote.DOUBLE_HERE);
        Expression value = random.nextBoolean() ? variable() : new Expression.Sub(NOWHERE, trees.block(depth - 1));
        return new Expression.Expandable(NOWHERE, random.nextBoolean()
                ? List.of(text("a " + trees.pick(TEXTS)), value)
                : List.of(value, text(trees.pick(TEXTS) + "b"), variable()), quote);
    }

    /** One argument, or several with commas. */
    Expression arguments(int depth) {
        return random.nextInt(4) == 0
                ? new Expression.Sequence(NOWHERE, trees.some(2, () -> argument(depth)))
                : argument(depth);
    }

    Expression argument(int depth) {
        return switch (random.nextInt(4)) {
            case 0 -> word();
            case 1 -> new Expression.Expandable(NOWHERE, List.of(variable(), text("-b"), quotedPart(),
                    new Expression.Sub(NOWHERE, trees.block(depth - 1))), Quote.NONE);
            case 2 -> new Expression.Variable(NOWHERE, "PSBoundParameters", true);
            default -> {
                Expression value = member(depth);
                yield isWord(value)
                        ? new Expression.Parenthesis(NOWHERE, new Statement.Pipeline(NOWHERE,
                                List.of(new Stage.Value(NOWHERE, value, List.of())), false))
                        : value;
            }
        };
    }

    /** What begins with a number or a type is a bare word in a command. */
    private static boolean isWord(Expression value) {
        return switch (value) {
            case Expression.Numeral _,Expression.Type _ -> true;
            case Expression.Member member -> isWord(member.target());
            case Expression.Index index -> isWord(index.target());
            default -> false;
        };
    }

    private Expression quotedPart() {
        return random.nextBoolean()
                ? new Text(NOWHERE, "q r", Quote.SINGLE)
                : new Expression.Expandable(NOWHERE, List.of(variable()), Quote.DOUBLE);
    }

    Expression word() {
        return text(trees.pick("x", "-", "*", "a*", "C:\\Temp", "5", "--%", "-Force", "#x", "2>x", "a\nb", "it's"));
    }

    private static Text text(String value) {
        return new Text(NOWHERE, value, Quote.NONE);
    }
}
