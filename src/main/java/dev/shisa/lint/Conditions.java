package dev.shisa.lint;

import dev.shisa.powershell.Expression;
import dev.shisa.powershell.Expression.Binary;
import dev.shisa.powershell.Expression.Cast;
import dev.shisa.powershell.Expression.Member;
import dev.shisa.powershell.Expression.Parenthesis;
import dev.shisa.powershell.Expression.Text;
import dev.shisa.powershell.Expression.Unary;
import dev.shisa.powershell.Expression.Variable;
import dev.shisa.powershell.ScriptBlock;
import dev.shisa.powershell.Stage;
import dev.shisa.powershell.Statement;
import dev.shisa.powershell.Statement.Pipeline;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What conditions in the text say. */
final class Conditions {
    private static final Set<String> LIKE = Set.of("-like", "-ilike", "-clike");
    private static final Set<String> MATCH = Set.of("-match", "-imatch", "-cmatch", "-notmatch", "-inotmatch",
            "-cnotmatch");
    private static final Set<String> EMPTY_CHECKS = Set.of("isnullorempty", "isnullorwhitespace");

    private static final Set<String> GATES = Set.of("shouldprocess", "shouldcontinue");

    private Conditions() {
    }

    /** The expression that a block or a statement is. */
    static Optional<Expression> first(Optional<ScriptBlock> block) {
        return block.flatMap(code -> code.sections().stream().flatMap(section -> section.block().statements().stream())
                .reduce((first, second) -> second)).flatMap(Conditions::expression);
    }

    static Optional<Expression> expression(Statement statement) {
        Statement inner = statement instanceof Statement.Leave leave && leave.value().isPresent()
                ? leave.value().get()
                : statement;
        return inner instanceof Pipeline pipeline && pipeline.stages().size() == 1
                && pipeline.stages().getFirst() instanceof Stage.Value value
                        ? Optional.of(value.expression())
                        : Optional.empty();
    }

    /** Whether a filter leaves anything out; one that cannot be seen is taken to. */
    static boolean narrows(Optional<ScriptBlock> block) {
        return block.isEmpty() || first(block).map(Conditions::narrows).orElse(true);
    }

    static boolean narrows(Expression condition) {
        return switch (condition) {
            case Parenthesis inside -> expression(inside.statement()).map(Conditions::narrows).orElse(true);
            case Variable variable -> !Set.of("true", "_", "psitem").contains(variable.name().toLowerCase(Locale.ROOT));
            case Member member -> !(isItem(member.target()) && member.arguments().isEmpty()
                    && member.name() instanceof Text name && Set.of("name", "displayname", "id", "identity", "guid")
                            .contains(name.value().toLowerCase(Locale.ROOT)));
            case Binary binary when binary.operator().equals("-and") ->
                narrows(binary.left()) || narrows(binary.right());
            case Binary binary when binary.operator().equals("-or") ->
                narrows(binary.left()) && narrows(binary.right());
            case Binary binary when LIKE.contains(binary.operator()) -> !(binary.right() instanceof Text text
                    && text.value().chars().allMatch(c -> c == '*'));
            case Binary binary when binary.operator().equals("-ne") ->
                !isNull(binary.right()) || !isItem(binary.left());
            default -> true;
        };
    }

    private static boolean isItem(Expression expression) {
        return expression instanceof Variable variable && isItem(variable.name());
    }

    /** Whether a variable is what is fed into code. */
    static boolean isItem(String variable) {
        return variable.equals("_") || variable.equalsIgnoreCase("psitem");
    }

    static boolean isNull(Expression expression) {
        return (expression instanceof Variable variable && variable.name().equalsIgnoreCase("null"))
                || (expression instanceof Text text && text.value().isBlank());
    }

    /** The variables that a condition asks for being there at all. */
    static Stream<String> checks(Expression condition) {
        return switch (condition) {
            case Parenthesis inside -> expression(inside.statement()).stream().flatMap(Conditions::checks);
            case Variable variable -> Stream.of(variable.name());
            case Member member when member.isStatic() && member.name() instanceof Text name
                    && EMPTY_CHECKS.contains(name.value().toLowerCase(Locale.ROOT)) ->
                member.arguments().orElse(java.util.List.of()).stream().flatMap(Conditions::root);
            case Member member -> root(member);
            case Unary unary -> checks(unary.operand());
            case Cast cast -> checks(cast.operand());
            case Binary binary when binary.operator().equals("-and") || binary.operator().equals("-or") ->
                Stream.concat(checks(binary.left()), checks(binary.right()));
            case Binary binary when isNull(binary.right()) -> root(binary.left());
            case Binary binary when isNull(binary.left()) -> root(binary.right());
            case Binary binary when isCount(binary.left()) || LIKE.contains(binary.operator())
                    || MATCH.contains(binary.operator()) ->
                root(binary.left());
            default -> Stream.empty();
        };
    }

    private static boolean isCount(Expression expression) {
        return expression instanceof Member member && member.name() instanceof Text name
                && Set.of("count", "length").contains(name.value().toLowerCase(Locale.ROOT));
    }

    /** The variable at the beginning of members, elements and methods. */
    static Stream<String> root(Expression expression) {
        return switch (expression) {
            case Variable variable -> Stream.of(variable.name());
            case Member member -> root(member.target());
            case Expression.Index index -> root(index.target());
            case Parenthesis inside -> expression(inside.statement()).stream().flatMap(Conditions::root);
            case Cast cast -> root(cast.operand());
            case Expression.Expandable expandable -> expandable.parts().stream().flatMap(Conditions::root);
            case Expression.Sub sub -> sub.block().statements().stream().flatMap(inner -> expression(inner).stream())
                    .flatMap(Conditions::root);
            default -> Stream.empty();
        };
    }

    /** Whether a condition only asks for being there, and says nothing of what is. */
    static boolean isOnlyCheck(Expression condition) {
        return switch (condition) {
            case Parenthesis inside -> expression(inside.statement()).map(Conditions::isOnlyCheck).orElse(false);
            case Variable _ -> true;
            case Unary unary -> isOnlyCheck(unary.operand());
            case Binary binary when binary.operator().equals("-and") || binary.operator().equals("-or") ->
                isOnlyCheck(binary.left()) && isOnlyCheck(binary.right());
            case Binary binary ->
                (isNull(binary.right()) || isCount(binary.left())) && !(binary.left() instanceof Member member
                        && !isCount(member));
            case Member member -> isCount(member) || member.isStatic();
            default -> false;
        };
    }

    /** The variables of which a condition says what they must be like. */
    static Stream<String> selects(Expression condition) {
        return switch (condition) {
            case Parenthesis inside ->
                Stream.concat(expression(inside.statement()).stream().flatMap(Conditions::selects),
                        commands(inside.statement()));
            case Unary unary -> selects(unary.operand());
            case Binary binary when binary.operator().equals("-and") || binary.operator().equals("-or") ->
                Stream.concat(selects(binary.left()), selects(binary.right()));
            case Binary binary when isOnlyCheck(binary) -> Stream.empty();
            case Binary binary -> Stream.concat(Stream.concat(root(binary.left()), root(binary.right())),
                    binary.left() instanceof Parenthesis inside ? commands(inside.statement()) : Stream.empty());
            case Member member when isCount(member) -> Stream.empty();
            case Member member -> Stream.concat(root(member.target()),
                    member.arguments().orElse(java.util.List.of()).stream().flatMap(Conditions::root));
            default -> Stream.empty();
        };
    }

    /** The variables that commands in a condition are given. */
    private static Stream<String> commands(Statement statement) {
        if (!(statement instanceof Pipeline pipeline)) {
            return Stream.empty();
        }
        return pipeline.stages().stream().filter(Stage.Command.class::isInstance)
                .flatMap(stage -> ((Stage.Command) stage).arguments().stream()).flatMap(argument -> switch (argument) {
                    case Stage.Argument.Named named -> named.value().stream();
                    case Stage.Argument.Positional positional -> Stream.of(positional.value());
                    case Stage.Argument.Verbatim _ -> Stream.<Expression>empty();
                }).flatMap(Conditions::root);
    }

    /**
     * Whether a condition asks the person, or the caller's {@code -WhatIf}.
     *
     * @param yes whether it holds when the answer is yes
     */
    static boolean asks(Statement condition, boolean yes) {
        return expression(condition).map(expression -> asks(expression, yes)).orElse(false);
    }

    private static boolean asks(Expression condition, boolean yes) {
        return switch (condition) {
            case Parenthesis inside -> asks(inside.statement(), yes);
            case Member member -> yes && member.name() instanceof Text name
                    && GATES.contains(name.value().toLowerCase(Locale.ROOT));
            case Unary unary -> asks(unary.operand(), !yes);
            case Binary binary -> asks(binary.left(), yes) || asks(binary.right(), yes);
            default -> false;
        };
    }
}
