package dev.shisa.powershell;

import dev.shisa.powershell.ScriptBlock.Attribute;
import dev.shisa.powershell.ScriptBlock.Parameter;
import dev.shisa.powershell.ScriptBlock.Section;
import dev.shisa.powershell.Stage.Argument;
import dev.shisa.powershell.Stage.Redirection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A syntax tree as PowerShell text, always written the same way. What is not understood cannot be written. */
final class Printed {
    private Printed() {
    }

    static String script(ScriptBlock block) {
        String using = block.sections().isEmpty()
                ? ""
                : using(block.sections().getFirst())
                        .map(each -> statement(each) + "\n").collect(Collectors.joining());
        return using + head(block)
                + block.sections().stream().map(Printed::section).filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n"));
    }

    /** What stands before everything else, also before the parameters. */
    private static Stream<Statement> using(Section section) {
        return section.name().isEmpty()
                ? section.block().statements().stream().takeWhile(Statement.Using.class::isInstance)
                : Stream.empty();
    }

    private static String head(ScriptBlock block) {
        boolean isBare = block.attributes().isEmpty() && block.parameters().isEmpty();
        return isBare ? "" : attributes(block.attributes()) + "param(" + parameters(block.parameters()) + ")\n";
    }

    private static String section(Section section) {
        return section.name().isEmpty()
                ? section.block().statements().stream().dropWhile(Statement.Using.class::isInstance)
                        .map(Printed::statement).collect(Collectors.joining("\n"))
                : section.name() + " " + block(section.block());
    }

    private static String lines(Block block) {
        return block.statements().stream().map(Printed::statement).collect(Collectors.joining("\n"));
    }

    static String block(Block block) {
        return "{\n" + lines(block) + "\n}";
    }

    static String code(ScriptBlock block) {
        return "{\n" + script(block) + "\n}";
    }

    static String parenthesised(Block block) {
        return "(\n" + lines(block) + "\n)";
    }

    private static String parameters(List<Parameter> parameters) {
        return parameters.stream().map(Printed::parameter).collect(Collectors.joining(", "));
    }

    private static String parameter(Parameter parameter) {
        return attributes(parameter.attributes()) + PrintedValue.variable(parameter.name())
                + parameter.value().map(value -> " = " + PrintedValue.of(value)).orElse("");
    }

    private static String attributes(List<Attribute> attributes) {
        return attributes.stream()
                .map(one -> "[" + one.name() + one.arguments().map(Printed::arguments).orElse("") + "]\n")
                .collect(Collectors.joining());
    }

    private static String arguments(List<ScriptBlock.AttributeArgument> arguments) {
        return arguments.stream().map(one -> one.name().orElse("")
                + (one.name().isPresent() && one.value().isPresent() ? " = " : "")
                + one.value().map(PrintedValue::of).orElse(""))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    static String statement(Statement statement) {
        return switch (statement) {
            case Statement.Pipeline pipe ->
                stages(pipe.stages())
                        + (pipe.inBackground() ? " &" : "");
            case Statement.Chain chain -> statement(chain.left()) + (chain.onSuccess() ? " && " : " || ")
                    + statement(chain.right());
            case Statement.Assignment set -> PrintedValue.of(set.target()) + " " + set.operator() + " "
                    + statement(set.value());
            case Statement.If choice -> choice.clauses().stream()
                    .map(one -> "if (" + statement(one.condition()) + ") " + block(one.body()))
                    .collect(Collectors.joining(" else")) + otherwise(" else ", choice.otherwise());
            case Statement.Loop loop -> loop(loop);
            case Statement.Switch choice -> choice(choice);
            case Statement.Try attempt -> "try " + block(attempt.body()) + attempt.catches().stream()
                    .map(one -> " catch " + one.types().stream().map(type -> "[" + type + "]")
                            .collect(Collectors.joining(", ")) + block(one.body()))
                    .collect(Collectors.joining()) + otherwise(" finally ", attempt.last());
            case Statement.Trap trap ->
                "trap " + trap.type().map(type -> "[" + type + "] ").orElse("") + block(trap.body());
            case Statement.Function function -> function.kind() + " " + function.name() + " " + code(function.body());
            case Statement.TypeDefinition type -> type(type);
            case Statement.Leave leave -> leave.way().name().toLowerCase(Locale.ROOT)
                    + leave.value().map(value -> " " + statement(value)).orElse("");
            case Statement.Named named -> named.word() + " " + named.name() + " " + block(named.body());
            case Statement.Using using -> "using " + using.text();
            case Statement.Unparsed _ -> throw new IllegalArgumentException("what is not understood cannot be written");
        };
    }

    private static String otherwise(String word, Optional<Block> block) {
        return block.map(one -> word + block(one)).orElse("");
    }

    private static String loop(Statement.Loop loop) {
        String condition = part(loop.condition());
        String body = block(loop.body());
        return switch (loop.kind()) {
            case FOREACH, FOREACH_PARALLEL -> "foreach "
                    + (loop.kind() == Statement.Loop.Kind.FOREACH ? "" : "-parallel ") + "("
                    + PrintedValue.of(loop.variable().orElseThrow()) + " in " + condition + ") " + body;
            case FOR -> "for (" + part(loop.initial()) + "; " + condition + "; " + part(loop.next()) + ") " + body;
            case WHILE -> "while (" + condition + ") " + body;
            case DO_WHILE -> "do " + body + " while (" + condition + ")";
            case DO_UNTIL -> "do " + body + " until (" + condition + ")";
        };
    }

    private static String part(Optional<Statement> statement) {
        return statement.map(Printed::statement).orElse("");
    }

    private static String choice(Statement.Switch choice) {
        StringBuilder out = new StringBuilder("switch ");
        boolean isFile = false;
        for (String option : choice.options()) {
            out.append('-').append(option).append(' ');
            if (!isFile && "file".startsWith(option)) {
                isFile = true;
                out.append(file(choice.subject())).append(' ');
            }
        }
        if (!isFile) {
            out.append('(').append(statement(choice.subject())).append(") ");
        }
        out.append("{\n");
        choice.cases()
                .forEach(one -> out.append(PrintedValue.argument(one.pattern())).append(' ').append(block(one.body()))
                        .append('\n'));
        choice.otherwise().ifPresent(one -> out.append("default ").append(block(one)).append('\n'));
        return out.append('}').toString();
    }

    private static String file(Statement subject) {
        return subject instanceof Statement.Pipeline pipe && pipe.stages().getFirst() instanceof Stage.Value value
                ? PrintedValue.argument(value.expression())
                : statement(subject);
    }

    private static String type(Statement.TypeDefinition type) {
        StringBuilder out = new StringBuilder(type.kind()).append(' ').append(type.name()).append(" {\n");
        type.values().forEach(one -> out.append(type.kind().equals("enum") ? "" : "$").append(one.name())
                .append(one.value().map(value -> " = " + PrintedValue.of(value)).orElse("")).append('\n'));
        type.methods().forEach(one -> out.append(one.name()).append('(').append(parameters(one.body().parameters()))
                .append(") ").append(code(new ScriptBlock(one.body().span(), one.body().attributes(), List.of(),
                        one.body().sections())))
                .append('\n'));
        return out.append('}').toString();
    }

    /** What is handed on as it is may hold a quote that is open, and then every pipe up to the line's end is a part of it. */
    private static String stages(List<Stage> stages) {
        StringBuilder written = new StringBuilder();
        for (Stage stage : stages) {
            String before = written.substring(written.lastIndexOf("\n") + 1);
            written.append(written.isEmpty() ? "" : before.contains("--%") ? "\n| " : " | ").append(stage(stage));
        }
        return written.toString();
    }

    private static String stage(Stage stage) {
        String redirections = stage.redirections().stream().map(Printed::redirection).collect(Collectors.joining());
        return switch (stage) {
            case Stage.Value value -> PrintedValue.of(value.expression()) + redirections;
            case Stage.Command command -> {
                String verbatim = command.arguments().stream().filter(Argument.Verbatim.class::isInstance)
                        .map(one -> " --% " + ((Argument.Verbatim) one).text()).collect(Collectors.joining());
                yield name(command) + command.arguments().stream().map(Printed::argument).collect(Collectors.joining())
                        + redirections + verbatim;
            }
        };
    }

    private static String name(Stage.Command command) {
        return switch (command.invocation()) {
            case PLAIN -> PrintedValue.name(command.name());
            case CALL -> "& " + PrintedValue.argument(command.name());
            case DOT -> ". " + PrintedValue.argument(command.name());
        };
    }

    private static String argument(Argument argument) {
        return switch (argument) {
            case Argument.Named named -> " -" + named.name()
                    + named.value().map(value -> ":" + PrintedValue.argument(value)).orElse("");
            case Argument.Positional value -> " " + PrintedValue.argument(value.value());
            case Argument.Verbatim _ -> "";
        };
    }

    private static String redirection(Redirection redirection) {
        return " " + (redirection.stream() == 0 ? "*" : redirection.stream()) + ">"
                + redirection.target().map(PrintedValue::argument).orElse("&1");
    }
}
