package dev.shisa.powershell;

import java.util.List;
import java.util.Optional;

/** A part of a pipeline. */
public sealed interface Stage {
    /** Where it stands. */
    Span span();

    /** Where its output goes instead. */
    List<Redirection> redirections();

    /**
     * A value that is fed into the rest.
     *
     * @param expression what it is
     */
    record Value(Span span, Expression expression, List<Redirection> redirections) implements Stage {
        public Value {
            redirections = List.copyOf(redirections);
        }
    }

    /**
     * A command.
     *
     * @param invocation how its name is called
     * @param name what is called; a bare word nearly always
     * @param arguments in their order
     */
    record Command(Span span, Invocation invocation, Expression name, List<Argument> arguments,
            List<Redirection> redirections) implements Stage {
        public Command {
            arguments = List.copyOf(arguments);
            redirections = List.copyOf(redirections);
        }
    }

    /** How a command's name is called. */
    enum Invocation {
        /** By its name alone. */
        PLAIN,
        /** With {@code &}, so that the name may be any expression. */
        CALL,
        /** With a dot, so that it runs in the place of the caller. */
        DOT
    }

    /** A part of a command after its name. */
    sealed interface Argument {
        /** Where it stands. */
        Span span();

        /**
         * A parameter.
         *
         * @param name without the dash and the colon, as it is written
         * @param value what follows a colon
         */
        record Named(Span span, String name, Optional<Expression> value) implements Argument {
        }

        /** A value, of the parameter before it or by its position. */
        record Positional(Span span, Expression value) implements Argument {
        }

        /** Everything after {@code --%} up to the end of the command. */
        record Verbatim(Span span, String text) implements Argument {
        }
    }

    /**
     * Where output goes.
     *
     * @param stream 1 to 6, or 0 for all
     * @param target a file; nothing where it goes into the output
     */
    record Redirection(Span span, int stream, Optional<Expression> target) {
    }
}
