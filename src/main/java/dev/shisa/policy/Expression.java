package dev.shisa.policy;

import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationResult;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An expression in the Common Expression Language whose types are known to fit. Evaluating it ends after a bounded number of steps. Immutable; safe
 * for use by several threads.
 */
final class Expression {
    /** An expression is one thought. Longer ones are better written as several values. */
    private static final int LONGEST = 2000;
    private static final int DEEPEST = 40;
    /** A bulk plan has few shapes, and lists here are short; what needs more does not judge but loops. */
    private static final int MOST_STEPS = 10_000;
    /** Values build upon each other, and what doubles each time has soon no end. */
    private static final int LARGEST_VALUE = 10_000;
    private static final CelOptions OPTIONS = CelOptions.current().maxExpressionCodePointSize(LONGEST)
            .maxParseRecursionDepth(DEEPEST).comprehensionMaxIterations(MOST_STEPS)
            .enableHeterogeneousNumericComparisons(true).build();
    private static final CelRuntime RUNTIME = CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();

    private static final CelCompiler COMPILER = compiler();

    private final CelRuntime.Program program;
    private final Kind kind;

    private Expression(CelRuntime.Program program, Kind kind) {
        this.program = program;
        this.kind = kind;
    }

    /** What became of an attempt to understand an expression. */
    sealed interface Compiled {
        /** Its types fit. */
        record Fitting(Expression expression) implements Compiled {
        }

        /** It is not to be understood; a sentence without its full stop. */
        record Unfitting(String sentence) implements Compiled {
        }
    }

    /** What became of an attempt to evaluate an expression. */
    sealed interface Evaluated {
        /** It has this value, of the expression's kind. */
        record Known(Object value) implements Evaluated {
        }

        /** It has none; a sentence without its full stop. */
        record Unknown(String sentence) implements Evaluated {
        }
    }

    /**
     * Understands an expression.
     *
     * @param text what somebody wrote
     * @param named values beside the variables that it may name
     */
    static Compiled compile(String text, Map<String, Kind> named) {
        if (named.isEmpty()) {
            return compile(text, COMPILER);
        }
        CelCompilerBuilder builder = COMPILER.toCompilerBuilder();
        named.forEach((name, kind) -> builder.addVar(name, type(kind)));
        return compile(text, builder.build());
    }

    private static CelCompiler compiler() {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder().setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS);
        Variable.all().forEach(variable -> builder.addVar(variable.label(), type(variable.kind())));
        return builder.build();
    }

    private static Compiled compile(String text, CelCompiler compiler) {
        CelValidationResult result = compiler.compile(text);
        if (result.hasError()) {
            return new Compiled.Unfitting(result.getErrors().stream().map(Expression::sentence).limit(3)
                    .collect(Collectors.joining("; ")));
        }
        try {
            CelType type = result.getAst().getResultType();
            Optional<Kind> kind = kind(type);
            return kind.isPresent()
                    ? new Compiled.Fitting(new Expression(RUNTIME.createProgram(result.getAst()), kind.get()))
                    : new Compiled.Unfitting("its value is of a sort that nothing here takes: " + type.name());
        } catch (CelValidationException | CelEvaluationException e) {
            return new Compiled.Unfitting(String.valueOf(e.getMessage()));
        }
    }

    private static String sentence(CelIssue issue) {
        return "at character " + (issue.getSourceLocation().getColumn() + 1) + ": " + issue.getMessage();
    }

    private static Optional<Kind> kind(CelType type) {
        for (Kind kind : Kind.values()) {
            if (type(kind).equals(type)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static CelType type(Kind kind) {
        return switch (kind) {
            case INT -> SimpleType.INT;
            case DOUBLE -> SimpleType.DOUBLE;
            case BOOL -> SimpleType.BOOL;
            case STRING -> SimpleType.STRING;
            case TIMESTAMP -> SimpleType.TIMESTAMP;
            case DURATION -> SimpleType.DURATION;
            case STRINGS -> ListType.create(SimpleType.STRING);
            case COUNTS -> MapType.create(SimpleType.STRING, SimpleType.INT);
        };
    }

    /** What sort of value it has. */
    Kind kind() {
        return kind;
    }

    /** Its value where these values hold. */
    Evaluated evaluate(Map<String, Object> values) {
        try {
            Object value = program.eval(values);
            if (size(value) > LARGEST_VALUE) {
                return new Evaluated.Unknown("its value is larger than " + LARGEST_VALUE);
            }
            return kind.holds(value)
                    ? new Evaluated.Known(value)
                    : new Evaluated.Unknown("its value is not " + kind.description() + ": " + value);
        } catch (CelEvaluationException e) {
            return new Evaluated.Unknown(String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError | StackOverflowError e) {
            // Nothing was begun, and what it asked for is free again: the refusal can still be said.
            return new Evaluated.Unknown("it needs more memory than there is");
        }
    }

    private static int size(Object value) {
        return switch (value) {
            case String text -> text.length();
            case Collection<?> items -> items.size();
            case Map<?, ?> entries -> entries.size();
            default -> 1;
        };
    }
}
