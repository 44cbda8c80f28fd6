package dev.shisa.powershell;

import dev.shisa.powershell.Expression.Quote;
import dev.shisa.powershell.Expression.Text;
import dev.shisa.powershell.ScriptBlock.Attribute;
import dev.shisa.powershell.ScriptBlock.AttributeArgument;
import dev.shisa.powershell.ScriptBlock.Parameter;
import dev.shisa.powershell.ScriptBlock.Section;
import dev.shisa.powershell.Stage.Argument;
import dev.shisa.powershell.Stage.Redirection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Syntax trees at random, of every kind, as they come about when a text is read. Their places say nothing. */
final class Grown {
    static final Span NOWHERE = new Span(0, 0);

    private final Random random;
    private final GrownValue values;

    Grown(Random random) {
        this.random = random;
        this.values = new GrownValue(random, this);
    }

    ScriptBlock script(int depth) {
        boolean hasHead = random.nextInt(3) == 0;
        boolean hasAttributes = hasHead && random.nextBoolean();
        List<Section> sections = new ArrayList<>();
        if (random.nextInt(4) == 0) {
            Stream.of("dynamicparam", "begin", "process", "end", "clean").filter(one -> random.nextBoolean())
                    .forEach(name -> sections.add(new Section(name, block(depth - 1))));
        }
        if (sections.isEmpty()) {
            sections.add(new Section("", hasHead || random.nextInt(5) > 0 ? block(depth) : using(depth)));
        }
        return new ScriptBlock(NOWHERE, hasAttributes ? some(1, this::attribute) : List.of(),
                hasHead ? some(1, () -> parameter(depth - 1)) : List.of(), sections);
    }

    private Block using(int depth) {
        List<Statement> statements = new ArrayList<>(List.of(new Statement.Using(NOWHERE, "namespace System.Text")));
        statements.addAll(block(depth).statements());
        return new Block(NOWHERE, statements);
    }

    private Attribute attribute() {
        return random.nextBoolean()
                ? new Attribute(NOWHERE, pick("CmdletBinding", "Alias"),
                        Optional.of(some(0, () -> new AttributeArgument(
                                maybe(() -> "SupportsShouldProcess"), Optional.of(values.item(0))))))
                : new Attribute(NOWHERE, "OutputType", Optional.of(List.of(
                        new AttributeArgument(Optional.of("Flag"), Optional.empty()))));
    }

    private Parameter parameter(int depth) {
        List<Attribute> attributes = random.nextBoolean()
                ? List.of(new Attribute(NOWHERE, pick("string[]", "int", "switch"), Optional.empty()))
                : some(0, this::attribute);
        return new Parameter(NOWHERE, attributes, values.name(), maybe(() -> values.item(depth)));
    }

    Block block(int depth) {
        return new Block(NOWHERE, depth <= 0 ? List.of() : some(0, () -> statement(depth)));
    }

    Statement statement(int depth) {
        return switch (random.nextInt(depth <= 0 ? 4 : 18)) {
            case 0, 1, 2 -> pipeline(depth);
            case 3 -> new Statement.Leave(NOWHERE, Statement.Leave.Way.BREAK, Optional.empty());
            case 4 -> new Statement.Chain(
                    NOWHERE, random.nextBoolean()
                            ? pipeline(depth - 1)
                            : new Statement.Chain(NOWHERE,
                                    foreground(depth - 1), true, foreground(depth - 1)),
                    random.nextBoolean(), pipeline(depth - 1));
            case 5, 6 -> new Statement.Assignment(NOWHERE, values.target(depth - 1),
                    pick("=", "+=", "-=", "*=", "/=", "%=", "??="), statement(depth - 1));
            case 7 ->
                new Statement.If(NOWHERE, some(1, () -> new Statement.Clause(pipeline(depth - 1), block(depth - 1))),
                        maybe(() -> block(depth - 1)));
            case 8, 9 -> loop(depth);
            case 10 -> choice(depth);
            case 11 -> attempt(depth);
            case 12 -> new Statement.Trap(NOWHERE, maybe(() -> "System.Exception"), block(depth - 1));
            case 13 -> new Statement.Function(NOWHERE, pick("function", "filter", "workflow", "configuration"),
                    pick("Remove-All", "global:clean", "f"), script(depth - 1));
            case 14 -> type(depth);
            case 15 -> new Statement.Leave(NOWHERE, pick(Statement.Leave.Way.RETURN, Statement.Leave.Way.THROW,
                    Statement.Leave.Way.EXIT), maybe(() -> statement(depth - 1)));
            case 16 -> new Statement.Named(NOWHERE, pick("data", "parallel", "sequence", "inlinescript"),
                    pick("", "Texts"), block(depth - 1));
            default -> new Statement.Leave(NOWHERE, Statement.Leave.Way.CONTINUE, Optional.empty());
        };
    }

    private Statement loop(int depth) {
        Block body = block(depth - 1);
        Statement.Loop.Kind kind = pick(Statement.Loop.Kind.values());
        boolean isEach = kind == Statement.Loop.Kind.FOREACH || kind == Statement.Loop.Kind.FOREACH_PARALLEL;
        boolean isFor = kind == Statement.Loop.Kind.FOR;
        return new Statement.Loop(NOWHERE, kind, isEach ? Optional.of(values.variable()) : Optional.empty(),
                isFor ? maybe(() -> foreground(depth - 1)) : Optional.empty(),
                isFor ? maybe(() -> foreground(depth - 1)) : Optional.of(foreground(depth - 1)),
                isFor ? maybe(() -> foreground(depth - 1)) : Optional.empty(), body);
    }

    private Statement choice(int depth) {
        boolean isFile = random.nextInt(4) == 0;
        Expression file = values.word();
        Statement subject = isFile
                ? new Statement.Pipeline(NOWHERE, List.of(new Stage.Value(NOWHERE, file, List.of())), false)
                : foreground(depth - 1);
        List<String> options = isFile ? List.of("regex", "file", "casesensitive") : some(0, () -> "wildcard");
        return new Statement.Switch(NOWHERE, options, subject,
                some(0, () -> new Statement.Case(values.argument(depth - 1), block(depth - 1))),
                maybe(() -> block(depth - 1)));
    }

    private Statement attempt(int depth) {
        List<Statement.Catch> catches = some(0, () -> new Statement.Catch(
                some(0, () -> pick("System.Exception", "System.IO.IOException")), block(depth - 1)));
        Optional<Block> last = catches.isEmpty() ? Optional.of(block(depth - 1)) : maybe(() -> block(depth - 1));
        return new Statement.Try(NOWHERE, block(depth - 1), catches, last);
    }

    private Statement type(int depth) {
        boolean isClass = random.nextBoolean();
        return new Statement.TypeDefinition(NOWHERE, isClass ? "class" : "enum", "Kind",
                isClass
                        ? some(0, () -> new Statement.Function(NOWHERE, "method", "Run",
                                new ScriptBlock(NOWHERE, List.of(), some(0, () -> parameter(depth - 1)),
                                        List.of(new Section("", block(depth - 1))))))
                        : List.of(),
                some(0, () -> new Statement.Property(NOWHERE, values.plainName(),
                        maybe(() -> values.value(depth - 1)))));
    }

    Statement foreground(int depth) {
        return pipeline(depth, false);
    }

    private Statement pipeline(int depth) {
        return pipeline(depth, random.nextInt(10) == 0);
    }

    private Statement pipeline(int depth, boolean inBackground) {
        List<Stage> stages = new ArrayList<>();
        if (random.nextBoolean()) {
            stages.add(new Stage.Value(NOWHERE, values.value(depth - 1), some(0, () -> redirection(depth - 1))));
        } else {
            stages.add(command(depth));
        }
        stages.addAll(some(0, () -> command(depth)));
        return new Statement.Pipeline(NOWHERE, stages, inBackground);
    }

    private Stage command(int depth) {
        Stage.Invocation invocation = pick(Stage.Invocation.PLAIN, Stage.Invocation.PLAIN, Stage.Invocation.CALL,
                Stage.Invocation.DOT);
        Expression name = invocation == Stage.Invocation.PLAIN
                ? new Text(NOWHERE, pick("Remove-Mailbox", "%", "?", "if", "7z", "ri"), Quote.NONE)
                : values.argument(depth - 1);
        List<Argument> arguments = new ArrayList<>(some(0, () -> argument(depth - 1)));
        return new Stage.Command(NOWHERE, invocation, name, arguments, some(0, () -> redirection(depth - 1)));
    }

    private Argument argument(int depth) {
        return random.nextBoolean()
                ? new Argument.Named(NOWHERE, pick("Confirm", "Con`firm", "WhatIf", "a$b", "x=1"),
                        maybe(() -> values.arguments(depth)))
                : new Argument.Positional(NOWHERE, values.arguments(depth));
    }

    private Redirection redirection(int depth) {
        return new Redirection(NOWHERE, random.nextInt(7), maybe(() -> values.argument(depth)));
    }

    <T> Optional<T> maybe(Supplier<T> one) {
        return random.nextBoolean() ? Optional.of(one.get()) : Optional.empty();
    }

    <T> List<T> some(int least, Supplier<T> one) {
        return Stream.generate(one).limit(least + random.nextInt(3)).toList();
    }

    @SafeVarargs
    final <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
