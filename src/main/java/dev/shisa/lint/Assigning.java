package dev.shisa.lint;

import dev.shisa.powershell.Expression;
import dev.shisa.powershell.Expression.Cast;
import dev.shisa.powershell.Expression.Index;
import dev.shisa.powershell.Expression.Member;
import dev.shisa.powershell.Expression.Sequence;
import dev.shisa.powershell.Expression.Variable;
import dev.shisa.powershell.Statement.Assignment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Follows assignments. */
final class Assigning {
    private final Walk walk;
    private final Evaluation evaluation;

    Assigning(Walk walk, Evaluation evaluation) {
        this.walk = walk;
        this.evaluation = evaluation;
    }

    Value assign(Assignment assignment, Scope scope, Situation situation) {
        Value value = walk.statement(assignment.value(), scope, situation);
        set(assignment, assignment.target(), value, scope, situation);
        return value;
    }

    private void set(Assignment assignment, Expression target, Value value, Scope scope, Situation situation) {
        switch (target) {
            case Variable variable ->
                scope.set(variable.name(), walk.kept(combined(assignment, variable, value, scope)));
            case Cast cast -> set(assignment, cast.operand(), typed(cast, value), scope, situation);
            case Member member -> evaluation.value(member.name(), scope, situation).literal()
                    .ifPresent(key -> field(member.target(), Optional.of(key), value, scope));
            case Index index ->
                field(index.target(), evaluation.value(index.index(), scope, situation).literal(), value,
                        scope);
            case Sequence sequence -> {
                // The last one takes all that is left.
                for (Expression item : sequence.items()) {
                    boolean isLast = item.equals(sequence.items().getLast());
                    set(assignment, item, isLast ? value : value.map(Population::single), scope, situation);
                }
            }
            default -> evaluation.value(target, scope, situation);
        }
        if (target instanceof Variable variable && isPreference(variable)) {
            scope.set(placeOf(Scope.plain(variable.name())), new Value.Hidden(
                    new Source(Source.Kind.UNSET, assignment.span(), false, false)));
        }
    }

    private static boolean isPreference(Variable variable) {
        return Scope.plain(variable.name()).endsWith("preference");
    }

    /** Where a preference was set is kept beside it, under a name that no variable has, so that branches join both alike. */
    static String placeOf(String preference) {
        return preference + "\u0000at";
    }

    private static Value typed(Cast cast, Value value) {
        return cast.type().equalsIgnoreCase("bool") || cast.type().equalsIgnoreCase("switch")
                ? value.literal().<Value>map(text -> new Value.Truth(!text.equals("0") && !text.equals("false")
                        && !text.equals("null") && !text.isEmpty())).orElse(value)
                : value;
    }

    private static Value combined(Assignment assignment, Variable variable, Value value, Scope scope) {
        Value before = scope.get(variable.name()).orElse(Value.nothing());
        return switch (assignment.operator()) {
            case "=" -> value;
            case "+=" -> Evaluation.sum(before, value);
            case "??=" -> Value.either(before, value);
            default -> Value.unknown();
        };
    }

    private void field(Expression target, Optional<String> key, Value value, Scope scope) {
        if (!(target instanceof Variable variable)) {
            return;
        }
        scope.get(variable.name()).ifPresent(before -> scope.set(variable.name(), walk.kept(before.mapFields(fields -> {
            Map<String, Value> all = new LinkedHashMap<>(fields.fields());
            key.ifPresent(name -> all.put(name, value));
            return new Value.Fields(all, fields.open() || key.isEmpty());
        }))));
    }
}
