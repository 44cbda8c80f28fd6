package dev.shisa.lint;

import dev.shisa.lint.Population.ClientFilter;
import dev.shisa.powershell.Expression;
import dev.shisa.powershell.Expression.Member;
import dev.shisa.powershell.Expression.Variable;
import dev.shisa.powershell.ScriptBlock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Follows members and methods of values. */
final class Members {
    private final Walk walk;
    private final Evaluation evaluation;

    Members(Walk walk, Evaluation evaluation) {
        this.walk = walk;
        this.evaluation = evaluation;
    }

    Value value(Member member, Scope scope, Situation situation) {
        String name = evaluation.value(member.name(), scope, situation).literal().orElse("").toLowerCase(Locale.ROOT);
        List<Value> arguments = new ArrayList<>();
        for (Expression argument : member.arguments().orElse(List.of())) {
            arguments.add(evaluation.value(argument, scope, situation));
        }
        if (member.isStatic()) {
            return ofType(member, name, arguments, scope, situation);
        }
        Value target = evaluation.value(member.target(), scope, situation);
        if (member.arguments().isEmpty()) {
            return switch (name) {
                case "count", "length" -> Value.unknown();
                default -> target.member(name);
            };
        }
        return method(member, name, target, arguments, scope, situation);
    }

    private Value method(Member member, String name, Value target, List<Value> arguments, Scope scope,
            Situation situation) {
        return switch (name) {
            case "where" -> target.map(population -> population.with(new ClientFilter(member.span(),
                    Conditions.narrows(code(arguments)), Conditions.first(code(arguments)))));
            case "foreach" -> arguments.isEmpty()
                    ? target
                    : walk.each(arguments.getFirst(), target, member.span(), scope, situation);
            case "add", "addrange", "push", "enqueue", "append" -> {
                grow(member, target, arguments, scope);
                yield Value.nothing();
            }
            case "invoke", "invokereturnasis" -> {
                walk.commands().runs(target, member.span(), scope, situation, target instanceof Value.Code);
                yield Value.unknown();
            }
            case "invokescript", "newscriptblock" -> {
                arguments.forEach(code -> walk.commands().runs(code, member.span(), scope, situation, false));
                yield arguments.isEmpty() ? Value.unknown() : arguments.getFirst();
            }
            case "addscript" -> {
                arguments.forEach(code -> walk.commands().runs(code, member.span(), scope, situation,
                        code instanceof Value.Code));
                yield target;
            }
            case "clear" -> {
                change(member, target, scope, Map::clear);
                yield Value.nothing();
            }
            case "remove" -> {
                Optional<String> key = arguments.stream().findFirst().flatMap(Value::literal);
                change(member, target, scope, fields -> {
                    key.ifPresent(gone -> fields.keySet().removeIf(gone::equalsIgnoreCase));
                    if (key.isEmpty()) {
                        fields.replaceAll((_, value) -> value.perhaps());
                    }
                });
                yield Value.nothing();
            }
            case "contains", "containskey", "equals", "startswith", "endswith", "shouldprocess", "shouldcontinue" ->
                Value.unknown();
            default -> other(member, name, target, arguments, scope, situation);
        };
    }

    /** A method of which only matters that it gives something of what it is called on. */
    private Value other(Member member, String name, Value target, List<Value> arguments, Scope scope,
            Situation situation) {
        arguments.stream().filter(Value.Code.class::isInstance)
                .forEach(code -> walk.commands().runs(code, member.span(), scope, situation, true));
        if (target instanceof Value.Moment) {
            return name.startsWith("add") || name.equals("touniversaltime") ? target : Value.unknown();
        }
        return target instanceof Value.Text || target instanceof Value.Truth ? Value.unknown() : target;
    }

    private static Optional<ScriptBlock> code(List<Value> arguments) {
        return arguments.stream().filter(Value.Code.class::isInstance).map(code -> ((Value.Code) code).block())
                .findFirst();
    }

    /** What is put into a list or a table is in it: a key with a value into a table, a value alone into a list. */
    private void grow(Member member, Value target, List<Value> arguments, Scope scope) {
        if (!(member.target() instanceof Variable variable) || arguments.isEmpty()) {
            return;
        }
        if (arguments.size() == 2) {
            Optional<String> key = arguments.getFirst().literal();
            boolean isTable = target instanceof Value.Fields;
            Map<String, Value> all = new LinkedHashMap<>(
                    target instanceof Value.Fields fields ? fields.fields() : Map.of());
            key.ifPresent(name -> all.put(name, arguments.getLast()));
            boolean open = !isTable || ((Value.Fields) target).open() || key.isEmpty();
            scope.set(variable.name(), walk.kept(new Value.Fields(all, open)));
            return;
        }
        boolean isList = target instanceof Value.Items || target instanceof Value.Found
                || target instanceof Value.Hidden;
        scope.set(variable.name(),
                walk.kept(Evaluation.with(isList ? target : Value.nothing(), arguments.getLast())));
    }

    /** A table from which something is taken holds it no longer. */
    private static void change(Member member, Value target, Scope scope, Consumer<Map<String, Value>> change) {
        if (member.target() instanceof Variable variable) {
            scope.set(variable.name(), target.mapFields(fields -> {
                Map<String, Value> all = new LinkedHashMap<>(fields.fields());
                change.accept(all);
                return new Value.Fields(all, fields.open());
            }));
        }
    }

    private Value ofType(Member member, String name, List<Value> arguments, Scope scope, Situation situation) {
        String type = member.target() instanceof Expression.Type written ? written.name().toLowerCase(Locale.ROOT) : "";
        if (type.endsWith("scriptblock") && name.equals("create")) {
            arguments.forEach(code -> walk.commands().runs(code, member.span(), scope, situation, false));
            return arguments.isEmpty() ? Value.unknown() : arguments.getFirst();
        }
        if ((type.endsWith("io.file") && name.startsWith("read")) || type.endsWith("io.streamreader")) {
            return new Value.Hidden(new Source(Source.Kind.FILE, member.span(), true, true));
        }
        if (name.equals("new") && member.arguments().isPresent()) {
            return type.contains("list") || type.contains("set") || type.contains("queue") || type.contains("stack")
                    ? arguments.isEmpty() || arguments.getFirst().literal().isPresent()
                            ? new Value.Items(List.of())
                            : arguments.getFirst()
                    : Value.unknown();
        }
        return Value.unknown();
    }
}
