package dev.shisa.lint;

import dev.shisa.powershell.Expression;
import dev.shisa.powershell.Expression.Variable;
import dev.shisa.powershell.Span;
import dev.shisa.powershell.Stage.Argument;
import dev.shisa.powershell.Stage.Command;
import dev.shisa.powershell.Statement.Function;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Gives a command's arguments to its parameters, as PowerShell does. */
final class Binding {
    private final Evaluation evaluation;
    private final CmdletTable table;

    Binding(Evaluation evaluation, CmdletTable table) {
        this.evaluation = evaluation;
        this.table = table;
    }

    /** What is bound so far. */
    static final class Bound {
        private final Map<String, Value> named = new LinkedHashMap<>();
        private final List<Value> rest = new ArrayList<>();
        private boolean open;

        private boolean has(String parameter) {
            for (String name : named.keySet()) {
                if (name.equalsIgnoreCase(parameter)) {
                    return true;
                }
            }
            return false;
        }

        /** By the names of parameters, as far as these are known. */
        Map<String, Value> named() {
            return named;
        }

        /** Values that belong to no parameter. */
        List<Value> rest() {
            return rest;
        }

        /** Whether there may be more that nobody sees. */
        boolean isOpen() {
            return open;
        }
    }

    /**
     * A command with its arguments.
     *
     * @param name its name, aliases resolved; a known cmdlet's own name counts before it
     */
    Call bind(Command command, String name, Scope scope, Situation situation, Optional<Value> input,
            Optional<Cmdlet> cmdlet, Optional<Function> function) {
        Bound bound = new Bound();
        List<Argument> arguments = command.arguments();
        for (int at = 0; at < arguments.size(); at++) {
            switch (arguments.get(at)) {
                case Argument.Positional positional when positional.value() instanceof Variable variable
                        && variable.splatted() ->
                    splat(variable, scope, bound, cmdlet);
                case Argument.Positional positional -> bound.rest
                        .add(evaluation.value(positional.value(), scope, situation));
                case Argument.Verbatim verbatim -> {
                    bound.rest.add(new Value.Text(verbatim.text()));
                    bound.open = true;
                }
                case Argument.Named named -> {
                    boolean isFollowed = at + 1 < arguments.size()
                            && arguments.get(at + 1) instanceof Argument.Positional next
                            && !(next.value() instanceof Variable variable && variable.splatted());
                    Optional<Expression> following = isFollowed
                            ? Optional.of(((Argument.Positional) arguments.get(at + 1)).value())
                            : Optional.empty();
                    if (named(named, following, scope, situation, bound, cmdlet, function)) {
                        at++;
                    }
                }
            }
        }
        byPosition(bound, cmdlet);
        String full = cmdlet.isPresent() ? cmdlet.get().name() : name;
        defaults(full, bound, scope);
        return new Call(command, full, cmdlet, bound, input, situation, preferences(command, scope));
    }

    /** Whether the value after it was taken. */
    private boolean named(Argument.Named named, Optional<Expression> following, Scope scope, Situation situation,
            Bound bound, Optional<Cmdlet> cmdlet, Optional<Function> function) {
        String name = named.name();
        boolean isSwitch = function.map(own -> isSwitch(own, named.name())).orElse(false);
        if (cmdlet.isPresent()) {
            switch (cmdlet.get().match(name)) {
                case ParameterMatch.Found found -> {
                    name = found.name();
                    isSwitch = found.isSwitch();
                }
                case ParameterMatch.Ambiguous _,ParameterMatch.Unknown _ -> {
                }
            }
        } else if (function.isPresent()) {
            name = ownName(function.get(), name);
        } else {
            name = common(name);
            isSwitch = name.equals("WhatIf") || name.equals("Confirm") || name.equals("Verbose")
                    || name.equals("Debug");
        }
        if (named.value().isPresent()) {
            bound.named.put(name, evaluation.value(named.value().get(), scope, situation));
            return false;
        }
        if (isSwitch || following.isEmpty()) {
            bound.named.put(name, new Value.Truth(true));
            return false;
        }
        bound.named.put(name, evaluation.value(following.get(), scope, situation));
        return true;
    }

    private static String common(String written) {
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "whatif", "wi", "wha", "what" -> "WhatIf";
            case "confirm", "cf", "conf", "confi" -> "Confirm";
            case "erroraction", "ea" -> "ErrorAction";
            case "verbose", "vb" -> "Verbose";
            case "debug", "db" -> "Debug";
            default -> written;
        };
    }

    private static String ownName(Function function, String written) {
        List<String> begun = function.body().parameters().stream().map(parameter -> parameter.name())
                .filter(name -> Names.startsWith(name, written)).toList();
        return begun.stream().filter(written::equalsIgnoreCase).findFirst()
                .orElse(begun.size() == 1 ? begun.getFirst() : common(written));
    }

    private static boolean isSwitch(Function function, String written) {
        String name = ownName(function, written);
        return function.body().parameters().stream()
                .anyMatch(parameter -> parameter.name().equals(name) && Parameters.isSwitch(parameter))
                || List.of("WhatIf", "Confirm", "Verbose", "Debug").contains(name);
    }

    private static void splat(Variable variable, Scope scope, Bound bound, Optional<Cmdlet> cmdlet) {
        Value value = scope.get(variable.name()).orElse(Value.unknown());
        switch (value) {
            case Value.Fields fields -> {
                fields.fields().forEach((key, field) -> bound.named.put(full(key, cmdlet), field));
                bound.open |= fields.open();
            }
            case Value.Items items -> bound.rest.addAll(items.items());
            case Value.Nothing _ -> {
            }
            case Value.Either either -> {
                List<Value.Fields> tables = either.values().stream().filter(Value.Fields.class::isInstance)
                        .map(Value.Fields.class::cast).toList();
                Map<String, Value> all = new LinkedHashMap<>();
                tables.forEach(fields -> fields.fields()
                        .forEach((key, field) -> all.merge(full(key, cmdlet), field, Value::either)));
                all.forEach((key, field) -> bound.named.put(key, tables.size() == either.values().size()
                        && tables.stream().allMatch(fields -> fields.fields().containsKey(key))
                                ? field
                                : field.perhaps()));
                bound.open |= tables.size() < either.values().size() || tables.stream().anyMatch(Value.Fields::open);
            }
            default -> bound.open = true;
        }
    }

    private static String full(String key, Optional<Cmdlet> cmdlet) {
        return cmdlet.map(known -> known.match(key)).filter(ParameterMatch.Found.class::isInstance)
                .map(found -> ((ParameterMatch.Found) found).name()).orElse(key);
    }

    private static void byPosition(Bound bound, Optional<Cmdlet> cmdlet) {
        if (bound.rest.isEmpty() || cmdlet.isEmpty()) {
            return;
        }
        for (String position : cmdlet.get().positional()) {
            if (!bound.rest.isEmpty() && !bound.has(position)) {
                bound.named.put(position, bound.rest.removeFirst());
            }
        }
    }

    /** What {@code $PSDefaultParameterValues} adds. */
    private void defaults(String name, Bound bound, Scope scope) {
        Value known = scope.find("psdefaultparametervalues").orElse(Value.nothing());
        Map<String, Value> added = new LinkedHashMap<>();
        known.alternatives().filter(Value.Fields.class::isInstance)
                .forEach(fields -> ((Value.Fields) fields).fields().forEach((key, value) -> {
                    int colon = key.indexOf(':');
                    if (colon > 0 && isLike(name, key.substring(0, colon))) {
                        added.merge(full(key.substring(colon + 1), table.find(name)), value, Value::either);
                    }
                }));
        added.forEach((parameter, value) -> {
            if (!bound.has(parameter)) {
                bound.named.put(parameter, known instanceof Value.Fields ? value : value.perhaps());
            }
        });
    }

    private static boolean isLike(String name, String pattern) {
        return new Condition("", Optional.of(pattern)).holds(new Given(Map.of("", Optional.of(name)), false));
    }

    /** What may have been switched off counts as off; only what is previewed for sure counts as a preview. */
    private static Call.Preferences preferences(Command command, Scope scope) {
        boolean previews = scope.find("whatifpreference").map(value -> (value instanceof Value.Truth truth
                && truth.value()) || value.literal().map(text -> text.equals("1")).orElse(false)).orElse(false);
        return new Call.Preferences(toldAt(scope, "confirmpreference", "None"::equalsIgnoreCase, command), previews,
                toldAt(scope, "erroractionpreference", Binding::isSilent, command));
    }

    /** Where a preference was set to something like that; the command itself where the text does not show it. */
    private static Optional<Span> toldAt(Scope scope, String name, Predicate<String> isMeant, Command command) {
        Optional<Value> told = scope.find(name);
        if (told.isEmpty()) {
            return Optional.empty();
        }
        boolean isTold = told.get().alternatives().anyMatch(value -> value.literal().filter(isMeant).isPresent());
        return isTold
                ? scope.find(Assigning.placeOf(name)).stream().flatMap(value -> value.sources().stream())
                        .map(Source::span).findFirst()
                        .or(() -> Optional.of(command.name().span()))
                : Optional.empty();
    }

    static boolean isSilent(String action) {
        return action.equalsIgnoreCase("SilentlyContinue") || action.equalsIgnoreCase("Ignore") || action.equals("0")
                || action.equals("4");
    }
}
