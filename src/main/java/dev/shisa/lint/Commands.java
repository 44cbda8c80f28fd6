package dev.shisa.lint;

import dev.shisa.powershell.Expression;
import dev.shisa.powershell.Parsed;
import dev.shisa.powershell.PowerShell;
import dev.shisa.powershell.Span;
import dev.shisa.powershell.Stage;
import dev.shisa.powershell.Stage.Command;
import dev.shisa.powershell.Stage.Invocation;
import dev.shisa.powershell.Statement.Function;
import dev.shisa.powershell.Statement.Pipeline;
import dev.shisa.powershell.ScriptBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Follows pipelines and the commands in them. */
final class Commands {
    private static final Pattern VERB_NOUN = Pattern.compile("[A-Za-z]+-[A-Za-z][A-Za-z0-9]*");
    private static final Pattern PROGRAM = Pattern.compile("[\\\\/][^\\\\/\u0000]+\\.(exe|cmd|bat|com|ps1|psm1)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SHELL = Pattern.compile("(?:^|[\\\\/])(?:powershell|pwsh)(?:\\.exe)?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE = Pattern.compile("(?:^|\\s)-f(?:ile)?(?:\\s|$)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> DESTRUCTIVE_VERBS = Set.of("remove", "clear", "disable", "reset", "revoke",
            "uninstall", "purge", "delete", "wipe", "unregister", "erase", "destroy", "expedite", "retire", "dismount",
            "deprovision", "unpublish", "stop");

    private final Walk walk;
    private final Evaluation evaluation;
    private final CmdletTable table;
    private final Binding binding;
    private final Transforms transforms;

    Commands(Walk walk, Evaluation evaluation, CmdletTable table) {
        this.walk = walk;
        this.evaluation = evaluation;
        this.table = table;
        this.binding = new Binding(evaluation, table);
        this.transforms = new Transforms(walk);
    }

    Value pipeline(Pipeline pipeline, Scope scope, Situation situation) {
        Optional<Value> flowing = Optional.empty();
        for (Stage stage : pipeline.stages()) {
            Value next = switch (stage) {
                case Stage.Value value -> value(value, scope, situation);
                case Command command -> command(command, flowing, scope, situation);
            };
            flowing = Optional.of(next);
        }
        return flowing.orElse(Value.nothing());
    }

    private Value value(Stage.Value stage, Scope scope, Situation situation) {
        if (stage.expression() instanceof Expression.Text || stage.expression() instanceof Expression.Expandable) {
            walk.trace().text(stage.expression());
        }
        return evaluation.value(stage.expression(), scope, situation);
    }

    private Value command(Command command, Optional<Value> input, Scope scope, Situation situation) {
        if (!walk.trace().step()) {
            return Value.unknown();
        }
        if (!(command.name() instanceof Expression.Text) || command.invocation() != Invocation.PLAIN) {
            return called(command, input, scope, situation);
        }
        return named(command, ((Expression.Text) command.name()).value(), input, scope, situation);
    }

    /** A command whose name is a value. */
    private Value called(Command command, Optional<Value> input, Scope scope, Situation situation) {
        Value name = evaluation.value(command.name(), scope, situation);
        if (name instanceof Value.Code code) {
            Scope inner = command.invocation() == Invocation.DOT ? scope : scope.inner();
            input.ifPresent(value -> inner.set("_", value.element()));
            Call call = binding.bind(command, "", scope, situation, input, Optional.empty(), Optional.empty());
            return walk.run(code.block(), call.rest(), inner, situation);
        }
        List<ScriptBlock> blocks = name.parts().stream().filter(Value.Code.class::isInstance)
                .map(code -> ((Value.Code) code).block()).toList();
        if (!blocks.isEmpty()) {
            blocks.forEach(block -> walk.run(block, scope.inner(), situation));
            return Value.unknown();
        }
        if (name instanceof Value.Mixed mixed && PROGRAM.matcher(mixed.pattern()).find()) {
            binding.bind(command, "", scope, situation, input, Optional.empty(), Optional.empty());
            return Value.unknown();
        }
        Optional<String> text = name.literal();
        if (text.isPresent()) {
            return named(command, text.get(), input, scope, situation);
        }
        if (name.alternatives().count() > 1 && name.alternatives().allMatch(each -> each.literal().isPresent())) {
            name.alternatives().forEach(each -> named(command, each.literal().orElse(""), input, scope, situation));
            return Value.unknown();
        }
        binding.bind(command, "", scope, situation, input, Optional.empty(), Optional.empty());
        walk.trace().ran(command.span(), false);
        return Value.unknown();
    }

    private Value named(Command command, String written, Optional<Value> input, Scope scope, Situation situation) {
        String name = scope.resolve(written);
        Optional<Function> function = scope.function(name);
        if (function.isPresent()) {
            Call call = binding.bind(command, name, scope, situation, input, Optional.empty(), function);
            return walk.call(function.get(), call.parameters(), call.rest(), input, scope, situation, false);
        }
        Optional<Cmdlet> cmdlet = table.find(name);
        Call call = binding.bind(command, name, scope, situation, input, cmdlet, Optional.empty());
        if ((cmdlet.isEmpty() && looksDestructive(name)) || ForeignPrograms.looksDestructive(call)) {
            walk.trace().unknown(command.name().span());
        }
        walk.trace().add(call);
        runs(call, scope);
        return transforms.output(call, scope);
    }

    /** Whether a name that nobody knows says that it takes something away. */
    static boolean looksDestructive(String name) {
        String plain = name.substring(name.lastIndexOf('\\') + 1);
        return VERB_NOUN.matcher(plain).matches()
                && DESTRUCTIVE_VERBS.contains(plain.substring(0, plain.indexOf('-')).toLowerCase(Locale.ROOT));
    }

    /** Code that a command is handed. */
    private void runs(Call call, Scope scope) {
        Situation situation = call.situation();
        switch (call.key()) {
            case "invoke-expression" -> {
                Optional<Value> text = call.parameter("Command").or(() -> call.rest().stream().findFirst())
                        .or(call::input);
                runs(text.orElse(Value.unknown()), call.span(), scope, situation, false);
            }
            case "set-alias", "new-alias" -> {
                Optional<String> name = argument(call, "Name", 0).flatMap(Value::literal);
                Optional<String> value = argument(call, "Value", 1).flatMap(Value::literal);
                if (name.isPresent() && value.isPresent()) {
                    scope.alias(name.get(), value.get());
                }
            }
            case "set-variable", "new-variable" -> argument(call, "Name", 0).flatMap(Value::literal)
                    .ifPresent(name -> scope.set(name, argument(call, "Value", 1).orElse(Value.unknown())));
            case "powershell", "powershell.exe", "pwsh", "pwsh.exe" -> shell(call, scope);
            case "start-process" -> {
                boolean isShell = argument(call, "FilePath", 0).flatMap(Value::literal)
                        .map(program -> SHELL.matcher(program).find()).orElse(false);
                List<Value> words = call.parameter("ArgumentList").map(Value::parts).orElse(List.of());
                boolean isFile = words.stream()
                        .anyMatch(word -> word.literal().filter(text -> FILE.matcher(text).find()).isPresent());
                if (isShell && !words.isEmpty() && !isFile) {
                    walk.trace().ran(call.span(), false);
                }
            }
            case "foreach-object", "where-object" -> {
            }
            default -> {
                if (codes(call).isEmpty()) {
                    return;
                }
                if (call.cmdlet().map(Cmdlet::action).filter(action -> action == Action.READ).isEmpty()
                        || call.key().startsWith("measure-")) {
                    List<Value> arguments = call.parameter("ArgumentList").or(() -> call.parameter("Args"))
                            .map(value -> value instanceof Value.Items items ? items.items() : List.of(value))
                            .orElse(List.of());
                    codes(call).forEach(code -> walk.run(code.block(), arguments, scope.inner(), situation));
                }
            }
        }
    }

    /** The blocks that a command is given. */
    private static List<Value.Code> codes(Call call) {
        List<Value.Code> codes = new ArrayList<>();
        for (Value value : call.parameters().values()) {
            if (value instanceof Value.Code code) {
                codes.add(code);
            }
        }
        for (Value value : call.rest()) {
            if (value instanceof Value.Code code) {
                codes.add(code);
            }
        }
        return codes;
    }

    private void shell(Call call, Scope scope) {
        boolean isFile = call.parameters().keySet().stream()
                .anyMatch(name -> name.equalsIgnoreCase("File") || name.equalsIgnoreCase("f"));
        if (!isFile) {
            call.parameters().forEach((name, value) -> {
                if ("command".startsWith(name.toLowerCase(Locale.ROOT))) {
                    runs(value, call.span(), scope, call.situation(), false);
                } else if (name.toLowerCase(Locale.ROOT).startsWith("e")
                        && !name.toLowerCase(Locale.ROOT).startsWith("ex")) {
                    walk.trace().ran(call.span(), false);
                }
            });
            call.rest()
                    .forEach(value -> runs(value, call.span(), scope, call.situation(), value instanceof Value.Code));
        }
    }

    static Optional<Value> argument(Call call, String name, int position) {
        return call.parameter(name)
                .or(() -> position < call.rest().size() ? Optional.of(call.rest().get(position)) : Optional.empty());
    }

    /**
     * A value is run as code.
     *
     * @param isBlock whether it is a block of the script, which is nothing unusual
     */
    void runs(Value code, Span span, Scope scope, Situation situation, boolean isBlock) {
        if (code instanceof Value.Code block) {
            walk.run(block.block(), scope.inner(), situation);
            return;
        }
        Optional<String> text = code.literal();
        code.parts().forEach(walk.trace()::ranText);
        boolean isSeen = text.isPresent() && !isBlock && situation.depth() < 4 && isHarmless(text.get());
        walk.trace().ran(span, isSeen);
    }

    /** Whether a text that is run is understood, and takes nothing away. */
    private boolean isHarmless(String text) {
        Parsed parsed = PowerShell.parse(text);
        if (!parsed.problems().isEmpty()) {
            return false;
        }
        Trace inner = Walk.through(parsed, table);
        return inner.unknownNames().isEmpty() && !inner.isExhausted()
                && inner.codeFromText().stream().allMatch(Trace.CodeFromText::isSeen)
                && inner.calls().stream().noneMatch(Call::isDestructive);
    }
}
