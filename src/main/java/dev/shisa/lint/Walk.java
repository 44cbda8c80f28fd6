package dev.shisa.lint;

import dev.shisa.lint.Population.ClientFilter;
import dev.shisa.lint.Situation.Repeat;
import dev.shisa.powershell.Block;
import dev.shisa.powershell.Expression.Variable;
import dev.shisa.powershell.Parsed;
import dev.shisa.powershell.ScriptBlock;
import dev.shisa.powershell.Span;
import dev.shisa.powershell.Statement;
import dev.shisa.powershell.Statement.Assignment;
import dev.shisa.powershell.Statement.Function;
import dev.shisa.powershell.Statement.Leave;
import dev.shisa.powershell.Statement.Loop;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Goes through a script as it would be run, without running anything. Used by one thread, for one text. */
final class Walk {
    /** A function that calls itself, by whatever way, is gone through so often. */
    private static final int DEEPEST_CALL = 6;
    /** Blocks and functions within each other are followed so far. */
    private static final int DEEPEST = 24;
    /** A function that was found to take nothing away is gone through for so many of its calls. */
    private static final int MOST_CALLS = 12;
    /** A value that holds more, as it does when it is doubled again and again, is not followed. */
    private static final int HEAVIEST = 20_000;

    private static final String PROMPTS = "confirmpreference";

    private final Trace trace = new Trace();
    private final Evaluation evaluation = new Evaluation(this);
    private final Commands commands;
    private final IdentityHashMap<Function, Integer> called = new IdentityHashMap<>();
    private final IdentityHashMap<Function, Integer> active = new IdentityHashMap<>();
    private final Set<Function> suspicious = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<ScriptBlock> met = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<ScriptBlock> ran = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<ScriptBlock> waiting = new ArrayList<>();
    private final List<Function> defined = new ArrayList<>();

    Walk(CmdletTable table) {
        this.commands = new Commands(this, evaluation, table);
    }

    Trace trace() {
        return trace;
    }

    Commands commands() {
        return commands;
    }

    /** Everything that a text would do. Functions that nobody calls may be called by somebody else. */
    static Trace through(Parsed parsed, CmdletTable table) {
        return through(List.of(parsed), table);
    }

    /** The same for parts of a procedure, which are run one after the other in one session. */
    static Trace through(List<Parsed> parts, CmdletTable table) {
        Walk walk = new Walk(table);
        Scope scope = Scope.empty();
        scope.set("psdefaultparametervalues", new Value.Fields(Map.of(), false));
        for (Parsed parsed : parts) {
            Situation situation = Situation.start(parsed.script().span());
            walk.hoist(parsed.script(), scope);
            walk.parameters(parsed.script(), Map.of(), List.of(), scope, situation, true);
            walk.body(parsed.script(), scope, situation);
        }
        walk.strangers(scope);
        return walk.trace;
    }

    /** What nobody in the text calls or runs may be called or run by somebody else. */
    private void strangers(Scope scope) {
        int functions = 0;
        int blocks = 0;
        while (functions < defined.size() || blocks < waiting.size()) {
            if (functions < defined.size()) {
                Function function = defined.get(functions++);
                if (!called.containsKey(function)) {
                    call(function, Map.of(), List.of(), Optional.empty(), scope, Situation.start(function.span()),
                            true);
                }
            } else {
                ScriptBlock block = waiting.get(blocks++);
                if (!ran.contains(block)) {
                    Scope inner = scope.inner();
                    inner.set("_", new Value.Hidden(new Source(Source.Kind.PARAMETER, block.span(), true, true)));
                    run(block, List.of(), inner, Situation.start(block.span()), true);
                }
            }
        }
    }

    /** A block that may be run later. */
    void met(ScriptBlock block) {
        if (met.add(block)) {
            waiting.add(block);
        }
    }

    /** A value that is kept in a variable; one that has grown too large is not, and nothing is followed any more. */
    Value kept(Value value) {
        if (value.weight(HEAVIEST) < HEAVIEST) {
            return value;
        }
        trace.giveUp();
        return Value.unknown();
    }

    /** Functions are known wherever they stand, as far as it is unclear when they are defined. */
    private void hoist(ScriptBlock block, Scope scope) {
        for (ScriptBlock.Section section : block.sections()) {
            for (Statement statement : section.block().statements()) {
                if (statement instanceof Function function) {
                    scope.define(function);
                }
            }
        }
    }

    private Value body(ScriptBlock block, Scope scope, Situation situation) {
        List<Value> given = new ArrayList<>();
        for (ScriptBlock.Section section : block.sections()) {
            given.add(output(section.block().statements(), scope, situation));
        }
        return joined(given);
    }

    /** What code gives that is run here. */
    Value run(ScriptBlock block, Scope scope, Situation situation) {
        return run(block, List.of(), scope, situation);
    }

    /** What code gives that is run here with these arguments. */
    Value run(ScriptBlock block, List<Value> arguments, Scope scope, Situation situation) {
        return run(block, arguments, scope, situation, false);
    }

    private Value run(ScriptBlock block, List<Value> arguments, Scope scope, Situation situation, boolean byStranger) {
        ran.add(block);
        if (situation.depth() >= DEEPEST) {
            trace.giveUp();
            return Value.unknown();
        }
        hoist(block, scope);
        Situation inner = situation.called();
        parameters(block, Map.of(), arguments, scope, inner, byStranger);
        return body(block, scope, inner);
    }

    /** What a function gives for these arguments. */
    Value call(Function function, Map<String, Value> named, List<Value> positional, Optional<Value> input, Scope scope,
            Situation situation, boolean byStranger) {
        int before = called.merge(function, 1, Integer::sum) - 1;
        boolean isOver = active.getOrDefault(function, 0) >= DEEPEST_CALL;
        if (isOver || (before >= MOST_CALLS && !suspicious.contains(function))) {
            return Value.unknown();
        }
        if (situation.depth() >= DEEPEST) {
            trace.giveUp();
            return Value.unknown();
        }
        Scope inner = scope.inner();
        hoist(function.body(), inner);
        input.ifPresent(value -> {
            inner.set("_", value.element());
            inner.set("input", value);
        });
        if (input.isEmpty() && byStranger) {
            inner.set("_", new Value.Hidden(new Source(Source.Kind.PARAMETER, function.span(), true, true)));
        }
        parameters(function.body(), named, input.map(value -> withInput(function.body(), positional, value))
                .orElse(positional), inner, situation, byStranger);
        if (named.containsKey("Confirm") && named.get("Confirm").alternatives().anyMatch(Call::isFalse)) {
            inner.set(PROMPTS, new Value.Text("None"));
        }
        active.merge(function, 1, Integer::sum);
        Trace.Noticed known = trace.noticed();
        Value given = body(function.body(), inner, situation.called());
        active.merge(function, -1, Integer::sum);
        if (trace.isSuspiciousSince(known)) {
            suspicious.add(function);
        }
        return given;
    }

    /** A parameter that takes what is fed in is the first that has no value yet, as far as its attributes say so. */
    private static List<Value> withInput(ScriptBlock body, List<Value> positional, Value input) {
        boolean takes = body.parameters().stream().anyMatch(Parameters::isFromPipeline);
        if (!takes) {
            return positional;
        }
        List<Value> all = new ArrayList<>(positional);
        all.add(input.element());
        return all;
    }

    private void parameters(ScriptBlock block, Map<String, Value> named, List<Value> positional, Scope scope,
            Situation situation, boolean byStranger) {
        Map<String, Value> bound = new LinkedHashMap<>(named);
        int next = 0;
        for (ScriptBlock.Parameter parameter : block.parameters()) {
            Optional<Value> given = named.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(parameter.name())).map(Map.Entry::getValue)
                    .findFirst();
            if (given.isEmpty() && next < positional.size() && !Parameters.isSwitch(parameter)) {
                given = Optional.of(positional.get(next++));
            }
            Value value = given.map(from -> Parameters.isRequired(parameter) ? from.checked() : from)
                    .orElseGet(() -> absent(parameter, scope, situation, byStranger));
            scope.set(parameter.name(), value);
            bound.put(parameter.name(), value);
        }
        if (!block.parameters().isEmpty()) {
            scope.set("psboundparameters", new Value.Fields(bound, false));
        }
        List<Value> left = positional.subList(Math.min(next, positional.size()), positional.size());
        scope.set("args", byStranger
                ? new Value.Hidden(new Source(Source.Kind.PARAMETER, block.span(), true, true))
                : new Value.Items(left));
    }

    private Value absent(ScriptBlock.Parameter parameter, Scope scope, Situation situation, boolean byStranger) {
        Optional<Value> value = parameter.value().map(written -> evaluation.value(written, scope, situation));
        if (!byStranger) {
            return value.orElse(Parameters.isSwitch(parameter) ? new Value.Truth(false) : Value.nothing());
        }
        if (Parameters.isSwitch(parameter)) {
            return Value.unknown();
        }
        return new Value.Hidden(new Source(Source.Kind.PARAMETER, parameter.span(), Parameters.isMany(parameter),
                !Parameters.isRequired(parameter) && value.flatMap(Value::literal).map(String::isBlank).orElse(true)));
    }

    /** What statements give, one after the other. */
    Value output(List<Statement> statements, Scope scope, Situation situation) {
        List<Value> given = new ArrayList<>();
        Situation here = situation;
        for (Statement statement : statements) {
            if (statement instanceof Statement.Trap trap && goesOn(trap)) {
                here = here.muted(trap.span());
            }
        }
        for (Statement statement : statements) {
            if (!trace.step()) {
                return Value.unknown();
            }
            Value value = statement(statement, scope, here.in(statement.span()));
            if (statement instanceof Statement.If choice && isLeftAtNo(choice) && asksAtAll(scope)) {
                here = here.asGated();
            }
            if (!(statement instanceof Assignment) && !(value instanceof Value.Nothing)) {
                given.add(value);
            }
        }
        return joined(given);
    }

    /** Whether somebody is asked, and what comes after is only reached with yes. */
    private static boolean isLeftAtNo(Statement.If choice) {
        for (Statement.Clause clause : choice.clauses()) {
            if (Conditions.asks(clause.condition(), false) && isLeft(clause.body())) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing keeps the script's own questions from being asked. */
    private static boolean asksAtAll(Scope scope) {
        return scope.find(PROMPTS).stream().flatMap(Value::alternatives)
                .noneMatch(value -> value.literal().filter("None"::equalsIgnoreCase).isPresent());
    }

    /** Whether a trap does nothing but go on. */
    private static boolean goesOn(Statement.Trap trap) {
        return trap.body().statements().stream().allMatch(statement -> statement instanceof Leave leave
                && leave.way() == Leave.Way.CONTINUE);
    }

    private static Value joined(List<Value> given) {
        List<Value> known = new ArrayList<>(given.size());
        for (Value value : given) {
            if (!(value instanceof Value.Nothing)) {
                known.add(value);
            }
        }
        return switch (known.size()) {
            case 0 -> Value.nothing();
            case 1 -> known.getFirst();
            default -> new Value.Items(known);
        };
    }

    Value statement(Statement statement, Scope scope, Situation situation) {
        return switch (statement) {
            case Statement.Pipeline pipeline -> commands.pipeline(pipeline, scope, situation);
            case Statement.Chain chain -> joined(List.of(statement(chain.left(), scope, situation),
                    statement(chain.right(), scope, situation)));
            case Assignment assignment -> new Assigning(this, evaluation).assign(assignment, scope, situation);
            case Statement.If choice -> choice(choice, scope, situation);
            case Loop loop -> loop(loop, scope, situation);
            case Statement.Switch choice -> choice(choice, scope, situation);
            case Statement.Try attempt -> attempt(attempt, scope, situation);
            case Statement.Trap trap -> output(trap.body().statements(), scope.inner(), situation);
            case Function function -> {
                scope.define(function);
                defined.add(function);
                yield Value.nothing();
            }
            case Statement.TypeDefinition type -> {
                type.methods().forEach(defined::add);
                type.values().stream().flatMap(property -> property.value().stream())
                        .forEach(value -> evaluation.value(value, scope, situation));
                yield Value.nothing();
            }
            case Leave leave -> leave.value().map(value -> statement(value, scope, situation)).orElse(Value.nothing());
            case Statement.Named named -> output(named.body().statements(), scope, situation);
            case Statement.Using _,Statement.Unparsed _ -> Value.nothing();
        };
    }

    private Value choice(Statement.If choice, Scope scope, Situation situation) {
        List<Scope> branches = new ArrayList<>();
        List<Value> given = new ArrayList<>();
        Scope past = scope;
        Scope after = scope.inner();
        boolean leaves = false;
        for (Statement.Clause clause : choice.clauses()) {
            statement(clause.condition(), past, situation);
            Scope branch = past.inner();
            Refinement.refine(clause.condition(), branch, false);
            boolean isGate = Conditions.asks(clause.condition(), true) && asksAtAll(scope);
            Situation inside = isGate ? situation.asGated() : situation;
            given.add(output(clause.body().statements(), branch, inside));
            past = past.inner();
            Refinement.refine(clause.condition(), past, true);
            if (isLeft(clause.body())) {
                // Whatever comes after has passed the condition.
                Refinement.refine(clause.condition(), after, true);
                leaves = true;
            } else {
                branches.add(branch);
            }
        }
        if (choice.otherwise().isPresent()) {
            Scope branch = past.inner();
            given.add(output(choice.otherwise().get().statements(), branch, situation));
            if (!isLeft(choice.otherwise().get())) {
                branches.add(branch);
            } else if (choice.clauses().size() == 1) {
                Refinement.refine(choice.clauses().getFirst().condition(), after, false);
                leaves = true;
            }
        }
        if (leaves) {
            scope.take(after);
        }
        scope.join(branches, choice.otherwise().isEmpty() || leaves);
        return given.stream().reduce(Value::either).orElse(Value.nothing());
    }

    private static boolean isLeft(Block block) {
        return !block.statements().isEmpty() && (block.statements().getLast() instanceof Leave
                || (block.statements().getLast() instanceof Statement.Pipeline pipeline
                        && Parameters.isExit(pipeline)));
    }

    private Value loop(Loop loop, Scope scope, Situation situation) {
        Span keyword = new Span(loop.span().start(), loop.body().span().start());
        boolean untilEmpty = loop.kind() == Loop.Kind.WHILE || loop.kind() == Loop.Kind.DO_WHILE
                || loop.kind() == Loop.Kind.DO_UNTIL || (loop.kind() == Loop.Kind.FOR && loop.condition().isEmpty());
        loop.initial().ifPresent(initial -> statement(initial, scope, situation));
        boolean isAfter = loop.kind() == Loop.Kind.DO_WHILE || loop.kind() == Loop.Kind.DO_UNTIL;
        Value through = isAfter
                ? Value.nothing()
                : loop.condition().map(condition -> statement(condition, scope, situation)).orElse(Value.nothing());
        boolean isList = loop.kind() == Loop.Kind.FOREACH || loop.kind() == Loop.Kind.FOREACH_PARALLEL;
        Situation inside = situation.repeated(
                new Repeat(keyword, loop.span(), untilEmpty, isList ? through : Value.nothing()));
        loop.variable().filter(Variable.class::isInstance).map(Variable.class::cast)
                .ifPresent(variable -> scope.set(variable.name(), through.element()));
        Value given = output(loop.body().statements(), scope, inside);
        loop.next().ifPresent(next -> statement(next, scope, inside));
        if (isAfter) {
            loop.condition().ifPresent(condition -> statement(condition, scope, inside));
        }
        if (loop.kind() == Loop.Kind.DO_UNTIL) {
            loop.condition().flatMap(Conditions::expression).ifPresent(condition -> Refinement.check(condition, scope));
        }
        return given.isMany() || !(given instanceof Value.Text) ? given : Value.unknown();
    }

    private Value choice(Statement.Switch choice, Scope scope, Situation situation) {
        Value subject = statement(choice.subject(), scope, situation);
        List<Scope> branches = new ArrayList<>();
        List<Value> given = new ArrayList<>();
        Stream.concat(choice.cases().stream().map(Statement.Case::body), choice.otherwise().stream()).forEach(body -> {
            Scope branch = scope.inner();
            branch.set("_", subject.element().map(population -> population
                    .with(new ClientFilter(choice.subject().span(), true, Optional.empty()))));
            given.add(output(body.statements(), branch, situation));
            branches.add(branch);
        });
        scope.join(branches, choice.otherwise().isEmpty());
        return given.stream().reduce(Value::either).orElse(Value.nothing());
    }

    private Value attempt(Statement.Try attempt, Scope scope, Situation situation) {
        Optional<Span> muted = attempt.catches().stream().filter(caught -> caught.body().statements().isEmpty())
                .map(caught -> caught.body().span()).findFirst();
        Value given = output(attempt.body().statements(), scope, muted.map(situation::muted).orElse(situation));
        attempt.catches().forEach(caught -> {
            Scope branch = scope.inner();
            output(caught.body().statements(), branch, situation);
            scope.join(List.of(branch), true);
        });
        attempt.last().ifPresent(last -> output(last.statements(), scope, situation));
        return given;
    }

    /** What code gives for each of some values, one after the other. */
    Value each(Value code, Value input, Span span, Scope scope, Situation situation) {
        Scope inner = scope.inner();
        inner.set("_", input.element());
        if (code instanceof Value.Code block) {
            Situation inside = situation.repeated(new Repeat(span, span, false, input));
            Value given = run(block.block(), inner, inside);
            scope.take(withoutItem(inner, scope));
            return given;
        }
        return code.literal().map(input::member).orElse(Value.unknown());
    }

    /** Code of a pipeline sets the variables of the script around it, but not the item. */
    private static Scope withoutItem(Scope inner, Scope scope) {
        inner.set("_", scope.get("_").orElse(Value.unknown()));
        inner.set("args", scope.get("args").orElse(Value.unknown()));
        return inner;
    }
}
