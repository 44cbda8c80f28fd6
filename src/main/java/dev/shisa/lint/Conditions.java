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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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
    static List<String> checks(Expression condition) {
        List<String> names = new ArrayList<>();
        addChecks(condition, names);
        return names;
    }

    private static void addChecks(Expression condition, List<String> names) {
        switch (condition) {
            case Parenthesis inside -> expression(inside.statement()).ifPresent(inner -> addChecks(inner, names));
            case Member member when member.isStatic() && member.name() instanceof Text name
                    && EMPTY_CHECKS.contains(Names.folded(name.value())) ->
                member.arguments().orElse(List.of()).forEach(argument -> addRoot(argument, names));
            case Variable _,Member _ -> addRoot(condition, names);
            case Unary unary -> addChecks(unary.operand(), names);
            case Cast cast -> addChecks(cast.operand(), names);
            case Binary binary when isJunction(binary) -> {
                addChecks(binary.left(), names);
                addChecks(binary.right(), names);
            }
            case Binary binary when isNull(binary.left()) && !isNull(binary.right()) -> addRoot(binary.right(), names);
            case Binary binary when isNull(binary.right()) || isCount(binary.left())
                    || LIKE.contains(binary.operator()) || MATCH.contains(binary.operator()) ->
                addRoot(binary.left(), names);
            default -> {
            }
        }
    }

    private static boolean isJunction(Binary binary) {
        return binary.operator().equals("-and") || binary.operator().equals("-or");
    }

    private static boolean isCount(Expression expression) {
        return expression instanceof Member member && member.name() instanceof Text name
                && Set.of("count", "length").contains(name.value().toLowerCase(Locale.ROOT));
    }

    /** The variable at the beginning of members, elements and methods. */
    private static void addRoot(Expression expression, List<String> names) {
        switch (expression) {
            case Variable variable -> names.add(variable.name());
            case Member member -> addRoot(member.target(), names);
            case Expression.Index index -> addRoot(index.target(), names);
            case Parenthesis inside -> expression(inside.statement()).ifPresent(inner -> addRoot(inner, names));
            case Cast cast -> addRoot(cast.operand(), names);
            case Expression.Expandable expandable -> expandable.parts().forEach(part -> addRoot(part, names));
            case Expression.Sub sub -> sub.block().statements()
                    .forEach(inner -> expression(inner).ifPresent(value -> addRoot(value, names)));
            default -> {
            }
        }
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
    static List<String> selects(Expression condition) {
        List<String> names = new ArrayList<>();
        addSelects(condition, names);
        return names;
    }

    private static void addSelects(Expression condition, List<String> names) {
        switch (condition) {
            case Parenthesis inside -> {
                expression(inside.statement()).ifPresent(inner -> addSelects(inner, names));
                addCommands(inside.statement(), names);
            }
            case Unary unary -> addSelects(unary.operand(), names);
            case Binary binary when isJunction(binary) -> {
                addSelects(binary.left(), names);
                addSelects(binary.right(), names);
            }
            case Binary binary when !isOnlyCheck(binary) -> {
                addRoot(binary.left(), names);
                addRoot(binary.right(), names);
                if (binary.left() instanceof Parenthesis inside) {
                    addCommands(inside.statement(), names);
                }
            }
            case Member member when !isCount(member) -> {
                addRoot(member.target(), names);
                member.arguments().orElse(List.of()).forEach(argument -> addRoot(argument, names));
            }
            default -> {
            }
        }
    }

    /** The variables that commands in a condition are given. */
    private static void addCommands(Statement statement, List<String> names) {
        if (!(statement instanceof Pipeline pipeline)) {
            return;
        }
        for (Stage stage : pipeline.stages()) {
            if (stage instanceof Stage.Command command) {
                command.arguments().forEach(argument -> {
                    switch (argument) {
                        case Stage.Argument.Named named -> named.value().ifPresent(value -> addRoot(value, names));
                        case Stage.Argument.Positional positional -> addRoot(positional.value(), names);
                        case Stage.Argument.Verbatim _ -> {
                        }
                    }
                });
            }
        }
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
