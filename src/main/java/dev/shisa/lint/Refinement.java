package dev.shisa.lint;

import dev.shisa.lint.Population.ClientFilter;
import dev.shisa.powershell.Expression;
import dev.shisa.powershell.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What conditions tell of variables. */
final class Refinement {

    private Refinement() {
    }

    /** What is known of variables where a condition holds, or does not. */
    static void refine(Statement condition, Scope scope, boolean negated) {
        Optional<Expression> expression = Conditions.expression(condition);
        if (expression.isEmpty()) {
            return;
        }
        Expression asked = expression.get();
        check(asked, scope);
        Set<Call> own = new HashSet<>();
        Set<Call> asks = new HashSet<>();
        for (Population population : populations(Conditions.selects(asked), scope)) {
            if (!population.part()) {
                own.add(population.origin());
            }
            asks.addAll(Judging.origins(population));
        }
        // Whether there is something of a thing says something of the thing.
        for (Population population : populations(Conditions.checks(asked), scope)) {
            asks.addAll(Judging.chain(population.origin()));
        }
        if (asks.isEmpty()) {
            return;
        }
        boolean narrows = negated || Conditions.narrows(asked);
        ClientFilter filter = new ClientFilter(asked.span(), narrows, Optional.of(asked));
        for (String name : scope.names()) {
            scope.get(name)
                    .filter(value -> value.populations().stream()
                            .anyMatch(population -> asks.contains(population.origin())))
                    .ifPresent(value -> scope.set(name, value.map(population -> asks.contains(population.origin())
                            ? population.with(own.contains(population.origin()) ? filter : filter.elsewhere())
                            : population)));
        }
    }

    private static List<Population> populations(List<String> names, Scope scope) {
        List<Population> all = new ArrayList<>();
        names.forEach(name -> scope.get(name).ifPresent(value -> all.addAll(value.populations())));
        return all;
    }

    /** Somebody looked whether there is anything. */
    static void check(Expression asked, Scope scope) {
        for (String name : Conditions.checks(asked)) {
            Value value = scope.get(name).orElse(Value.unknown());
            Value checked = value.checked();
            if (!checked.equals(value)) {
                scope.set(name, checked);
            }
        }
    }
}
