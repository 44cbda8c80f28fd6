package dev.shisa.lint;

import dev.shisa.lint.Population.ClientFilter;
import dev.shisa.powershell.Expression;
import dev.shisa.powershell.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
        List<Population> selected = Conditions.selects(asked).flatMap(name -> scope.get(name).stream())
                .flatMap(value -> value.populations().stream()).toList();
        Set<Call> own = selected.stream().filter(population -> !population.part()).map(Population::origin)
                .collect(Collectors.toSet());
        Set<Call> asks = selected.stream().flatMap(population -> Judging.origins(population).stream())
                .collect(Collectors.toSet());
        // Whether there is something of a thing says something of the thing.
        Conditions.checks(asked).flatMap(name -> scope.get(name).stream())
                .flatMap(value -> value.populations().stream())
                .forEach(population -> asks.addAll(Judging.chain(population.origin())));
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

    /** Somebody looked whether there is anything. */
    static void check(Expression asked, Scope scope) {
        Conditions.checks(asked).forEach(name -> scope.get(name).ifPresent(value -> scope.set(name, value.checked())));
    }
}
