package dev.shisa.policy;

import dev.shisa.fuzz.FuzzTarget;
import dev.shisa.fuzz.Oracle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** An expression of a policy, alone: a whole file takes a hundred times as long. It has a value of its kind, or none. */
public final class ExpressionTarget implements FuzzTarget {
    private static final List<Situation> SITUATIONS = List.of(Situation.neutral(),
            Situation.neutral().with(Map.of(Variable.PLAN_TARGETS, Long.MIN_VALUE, Variable.TIME_NOW, Instant.MAX,
                    Variable.PLAN_SNAPSHOT_AGE, Duration.ofSeconds(Long.MAX_VALUE), Variable.LIMITS_PACE, 0.0)));

    @Override
    public String name() {
        return "expression";
    }

    @Override
    public void accept(byte[] input) {
        switch (Expression.compile(new String(input, StandardCharsets.UTF_8), Map.of("share", Kind.INT))) {
            case Expression.Compiled.Fitting fitting -> SITUATIONS.forEach(one -> evaluated(fitting.expression(), one));
            case Expression.Compiled.Unfitting not -> Oracle.holds(!not.sentence().isBlank(), "a refusal says why");
        }
    }

    private static void evaluated(Expression expression, Situation situation) {
        Map<String, Object> values = situation.byName();
        values.put("share", 0L);
        if (expression.evaluate(values) instanceof Expression.Evaluated.Known known) {
            Oracle.holds(expression.kind().holds(known.value()), "a value is of another kind: " + known.value());
            Oracle.same("the same question has the same answer", Kind.show(known.value()),
                    expression.evaluate(values) instanceof Expression.Evaluated.Known again
                            ? Kind.show(again.value())
                            : "none");
        }
    }
}
