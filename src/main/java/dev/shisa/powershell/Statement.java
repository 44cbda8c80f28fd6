package dev.shisa.powershell;

import java.util.List;
import java.util.Optional;

/** A statement. */
public sealed interface Statement {
    /** Where it stands. */
    Span span();

    /**
     * Commands and values, each fed by the one before.
     *
     * @param stages at least one
     * @param inBackground whether nobody waits for it ({@code &} at its end)
     */
    record Pipeline(Span span, List<Stage> stages, boolean inBackground) implements Statement {
        public Pipeline {
            stages = List.copyOf(stages);
        }
    }

    /**
     * Two statements, of which the second runs when the first succeeded, or when it failed.
     *
     * @param onSuccess {@code &&} rather than {@code ||}
     */
    record Chain(Span span, Statement left, boolean onSuccess, Statement right) implements Statement {
    }

    /**
     * An assignment.
     *
     * @param operator {@code =}, {@code +=} and so on, with plain dashes
     */
    record Assignment(Span span, Expression target, String operator, Statement value) implements Statement {
    }

    /** A choice; the first clause whose condition holds, else the last block. */
    record If(Span span, List<Clause> clauses, Optional<Block> otherwise) implements Statement {
        public If {
            clauses = List.copyOf(clauses);
        }
    }

    /** A condition with what happens when it holds. */
    record Clause(Statement condition, Block body) {
    }

    /** Something that is repeated. */
    record Loop(Span span, Kind kind, Optional<Expression> variable, Optional<Statement> initial,
            Optional<Statement> condition, Optional<Statement> next, Block body) implements Statement {

        /** How it is repeated. The condition of FOREACH is what it goes through. */
        public enum Kind {
            FOREACH,
            FOREACH_PARALLEL,
            FOR,
            WHILE,
            DO_WHILE,
            DO_UNTIL
        }
    }

    /**
     * A choice by pattern.
     *
     * @param options its words that begin with a dash, in small letters
     * @param subject what is matched
     */
    record Switch(Span span, List<String> options, Statement subject, List<Case> cases,
            Optional<Block> otherwise) implements Statement {
        public Switch {
            options = List.copyOf(options);
            cases = List.copyOf(cases);
        }
    }

    /** A pattern with what happens when it matches. */
    record Case(Expression pattern, Block body) {
    }

    /** Code with what happens when it fails. */
    record Try(Span span, Block body, List<Catch> catches, Optional<Block> last) implements Statement {
        public Try {
            catches = List.copyOf(catches);
        }
    }

    /** What happens when errors of these types were thrown; no type is every type. */
    record Catch(List<String> types, Block body) {
        public Catch {
            types = List.copyOf(types);
        }
    }

    /** What happens whenever something fails in the block around it. */
    record Trap(Span span, Optional<String> type, Block body) implements Statement {
    }

    /**
     * A definition of a command.
     *
     * @param kind {@code function}, {@code filter}, {@code workflow} or {@code configuration}
     * @param name as it is written, with a scope if one is
     */
    record Function(Span span, String kind, String name, ScriptBlock body) implements Statement {
    }

    /**
     * A definition of a class or an enumeration.
     *
     * @param kind {@code class} or {@code enum}
     * @param methods with constructors
     * @param values what properties are set to at first
     */
    record TypeDefinition(Span span, String kind, String name, List<Function> methods, List<Property> values)
            implements
                Statement {
        public TypeDefinition {
            methods = List.copyOf(methods);
            values = List.copyOf(values);
        }
    }

    /** A member of a class or of an enumeration that holds a value. */
    record Property(Span span, String name, Optional<Expression> value) {
    }

    /** Leaves a block, a loop, a function or the script. */
    record Leave(Span span, Way way, Optional<Statement> value) implements Statement {

        /** How it is left. */
        public enum Way {
            RETURN,
            THROW,
            EXIT,
            BREAK,
            CONTINUE
        }
    }

    /** A block with a word before it, such as {@code data}. */
    record Named(Span span, String word, String name, Block body) implements Statement {
    }

    /** A line beginning with {@code using}. */
    record Using(Span span, String text) implements Statement {
    }

    /** Something that is not understood. */
    record Unparsed(Span span, Problem problem) implements Statement {
    }
}
