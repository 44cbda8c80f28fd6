package dev.shisa.powershell;

import java.util.List;
import java.util.Optional;

/** Something that has a value. */
public sealed interface Expression {
    /** Where it stands. */
    Span span();

    /** How a text is written. */
    enum Quote {
        NONE,
        SINGLE,
        DOUBLE,
        SINGLE_HERE,
        DOUBLE_HERE
    }

    /**
     * A text as it is.
     *
     * @param value without quotes and escapes
     */
    record Text(Span span, String value, Quote quote) implements Expression {
    }

    /**
     * A text with values in it.
     *
     * @param parts texts without quotes, variables, and sub-expressions
     */
    record Expandable(Span span, List<Expression> parts, Quote quote) implements Expression {
        public Expandable {
            parts = List.copyOf(parts);
        }
    }

    /** A number as it is written. */
    @SuppressWarnings("JavaLangClash")
    record Number(Span span, String text) implements Expression {
    }

    /**
     * A variable.
     *
     * @param name with its scope or drive, without dollar sign and braces
     * @param splatted written with {@code @}, so that its parts become arguments
     */
    record Variable(Span span, String name, boolean splatted) implements Expression {
    }

    /** {@code $( … )}: what its statements give. */
    record Sub(Span span, Block block) implements Expression {
    }

    /** {@code @( … )}: what its statements give, as a list. */
    record Collected(Span span, Block block) implements Expression {
    }

    /** {@code ( … )}. */
    record Parenthesis(Span span, Statement statement) implements Expression {
    }

    /** {@code @{ … }}. */
    record Table(Span span, List<Entry> entries) implements Expression {
        public Table {
            entries = List.copyOf(entries);
        }
    }

    /** A key with its value. */
    record Entry(Expression key, Statement value) {
    }

    /** {@code { … }}. */
    record Code(Span span, ScriptBlock block) implements Expression {
    }

    /**
     * A member of a value or, with {@code ::}, of a type.
     *
     * @param name a text nearly always
     * @param arguments of a method; nothing for a property
     */
    record Member(Span span, Expression target, boolean isStatic, Expression name,
            Optional<List<Expression>> arguments) implements Expression {
        public Member {
            arguments = arguments.map(List::copyOf);
        }
    }

    /** An element of a list or a table. */
    record Index(Span span, Expression target, Expression index) implements Expression {
    }

    /** A type as a value. */
    record Type(Span span, String name) implements Expression {
    }

    /** A value made into one of a type. */
    record Cast(Span span, String type, Expression operand) implements Expression {
    }

    /**
     * An operator with one operand.
     *
     * @param operator in small letters, with a plain dash
     * @param isPostfix {@code ++} and {@code --} behind the operand
     */
    record Unary(Span span, String operator, Expression operand, boolean isPostfix) implements Expression {
    }

    /**
     * An operator with two operands.
     *
     * @param operator in small letters, with a plain dash
     */
    record Binary(Span span, String operator, Expression left, Expression right) implements Expression {
    }

    /** {@code condition ? yes : no}. */
    record Ternary(Span span, Expression condition, Expression yes, Expression no) implements Expression {
    }

    /** Values with commas between them. */
    record Sequence(Span span, List<Expression> items) implements Expression {
        public Sequence {
            items = List.copyOf(items);
        }
    }
}
