package dev.shisa.policy;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What is the case when something is to be decided: a value for every {@link Variable}. Immutable. */
public final class Situation {
    private final EnumMap<Variable, Object> values;

    private Situation(EnumMap<Variable, Object> values) {
        this.values = values;
    }

    /** An unsuspicious plan for one account of a production tenant. */
    static Situation neutral() {
        EnumMap<Variable, Object> values = new EnumMap<>(Variable.class);
        Variable.all().forEach(variable -> values.put(variable, variable.neutral()));
        return new Situation(values);
    }

    /**
     * The situation in which these values hold.
     *
     * @param values one for every variable
     * @throws IllegalArgumentException when one is missing or of another sort
     */
    public static Situation of(Map<Variable, Object> values) {
        EnumMap<Variable, Object> copy = new EnumMap<>(Variable.class);
        for (Variable variable : Variable.all()) {
            Object value = values.get(variable);
            if (value == null || !variable.kind().holds(value)) {
                throw new IllegalArgumentException(
                        variable.label() + " is not " + variable.kind().description() + ": " + value);
            }
            copy.put(variable, value);
        }
        return new Situation(copy);
    }

    /** The same but for some values. */
    public Situation with(Map<Variable, Object> others) {
        EnumMap<Variable, Object> all = new EnumMap<>(values);
        all.putAll(others);
        return of(all);
    }

    /** The same but for one value. */
    public Situation with(Variable variable, Object value) {
        return with(Map.of(variable, value));
    }

    /** The value of a variable. */
    public Object value(Variable variable) {
        return Objects.requireNonNull(values.get(variable));
    }

    /** All values by the names that expressions use; the caller's own copy. */
    Map<String, Object> byName() {
        Map<String, Object> byName = new HashMap<>();
        values.forEach((variable, value) -> byName.put(variable.label(), value));
        return byName;
    }
}
