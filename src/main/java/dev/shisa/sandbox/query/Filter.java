package dev.shisa.sandbox.query;

import java.util.List;

/** The syntax of a {@code $filter}, as written; names are not looked up yet. */
sealed interface Filter {

    /** Comparison operators. */
    enum Operator {
        EQ,
        NE,
        GT,
        GE,
        LT,
        LE
    }

    /** Functions of two texts. */
    enum Function {
        STARTSWITH,
        ENDSWITH
    }

    /** Both. */
    record And(Filter left, Filter right) implements Filter {
    }

    /** At least one. */
    record Or(Filter left, Filter right) implements Filter {
    }

    /** The opposite. */
    record Not(Filter inner) implements Filter {
    }

    /** A value against a constant. */
    record Compare(List<String> path, Operator operator, Literal literal) implements Filter {
    }

    /** A value among constants. */
    record In(List<String> path, List<Literal> literals) implements Filter {
    }

    /** startswith or endswith. */
    record Call(Function function, List<String> path, String text) implements Filter {
    }

    /** Some element of a collection. A null inner filter means: not empty. */
    record Any(List<String> path, String variable, Filter inner) implements Filter {
    }
}
