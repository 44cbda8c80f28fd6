package dev.shisa.lint;

import dev.shisa.powershell.Span;
import dev.shisa.powershell.Stage.Command;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A command that would be run. It is itself only: its values lead to other calls, and comparing all of them would take for ever. Used by one thread,
 * since what is asked of it again and again is looked up once.
 */
final class Call {
    private final Command command;
    private final String name;
    private final String key;
    private final Optional<Cmdlet> cmdlet;
    private final Map<String, Value> parameters;
    private final List<Value> rest;
    private final boolean open;
    private final Optional<Value> input;
    private final Situation situation;
    private final Preferences preferences;
    private @Nullable Given given;
    private @Nullable Set<Mark.Kind> requested;
    private @Nullable Boolean destructive;

    /**
     * A command.
     *
     * @param command as it is written
     * @param name its full name, aliases resolved
     * @param cmdlet what is known of it
     * @param bound its arguments
     * @param input what is fed into it
     * @param situation where it is run
     * @param preferences what the session was told before
     */
    Call(Command command, String name, Optional<Cmdlet> cmdlet, Binding.Bound bound, Optional<Value> input,
            Situation situation, Preferences preferences) {
        this.command = command;
        this.name = name;
        this.key = Names.folded(name);
        this.cmdlet = cmdlet;
        this.parameters = Names.map(bound.named());
        this.rest = List.copyOf(bound.rest());
        this.open = bound.isOpen();
        this.input = input;
        this.situation = situation;
        this.preferences = preferences;
    }

    /**
     * What the session was told before a command.
     *
     * @param promptsOffAt what switched all questions off
     * @param previews whether everything is only previewed
     * @param mutedAt what switched errors off
     */
    record Preferences(Optional<Span> promptsOffAt, boolean previews, Optional<Span> mutedAt) {
    }

    /** As it is written. */
    Command command() {
        return command;
    }

    /** Its full name, aliases resolved. */
    String name() {
        return name;
    }

    /** Its name in small letters. */
    String key() {
        return key;
    }

    /** What is known of it. */
    Optional<Cmdlet> cmdlet() {
        return cmdlet;
    }

    /** By their full names, which are found in any case. */
    Map<String, Value> parameters() {
        return parameters;
    }

    /** Values that belong to no parameter. */
    List<Value> rest() {
        return rest;
    }

    /** Whether there may be parameters that nobody sees. */
    boolean open() {
        return open;
    }

    /** What is fed into it. */
    Optional<Value> input() {
        return input;
    }

    /** Where it is run. */
    Situation situation() {
        return situation;
    }

    /** What the session was told before. */
    Preferences preferences() {
        return preferences;
    }

    Span span() {
        return command.span();
    }

    /** Where its name stands. */
    Span place() {
        return command.name().span();
    }

    Optional<Value> parameter(String wanted) {
        return Optional.ofNullable(parameters.get(wanted));
    }

    /** As the table asks for them. */
    Given given() {
        Given known = given;
        if (known == null) {
            Map<String, Optional<String>> values = new LinkedHashMap<>();
            parameters.forEach((parameter, value) -> values.put(parameter, pattern(value)));
            known = new Given(values, open);
            given = known;
        }
        return known;
    }

    private Set<Mark.Kind> requested() {
        Set<Mark.Kind> known = requested;
        if (known == null) {
            known = Requests.kinds(this);
            requested = known;
        }
        return known;
    }

    /** What of a text is known is compared; the rest of it is any character. */
    private static Optional<String> pattern(Value value) {
        return value instanceof Value.Mixed mixed ? Optional.of(mixed.pattern()) : value.literal();
    }

    /** Whether it takes something away from others, as far as can be seen: in doubt it does. */
    boolean isDestructive() {
        Boolean known = destructive;
        if (known == null) {
            known = !requested().isEmpty() || (cmdlet.isPresent() && cmdlet.get().isDestructive(given()));
            destructive = known;
        }
        return known;
    }

    /** Whether the table says so for these parameters, or the request that it sends. */
    boolean has(Mark.Kind kind) {
        return requested().contains(kind) || (cmdlet.isPresent() && cmdlet.get().has(kind, given()));
    }

    /** Whether it only shows what it would do, for sure. */
    boolean isPreview() {
        Optional<Value> whatIf = parameter("WhatIf");
        if (whatIf.isPresent()) {
            return (whatIf.get() instanceof Value.Truth truth && truth.value())
                    || whatIf.get().literal().map(Call::isTrue).orElse(false);
        }
        return preferences.previews();
    }

    /** Whether somebody may make it show only what it would do. */
    boolean mayBePreview() {
        return isPreview() || parameter("WhatIf").map(value -> value.literal().isEmpty()).orElse(false);
    }

    private static boolean isTrue(String text) {
        return !text.equalsIgnoreCase("false") && !text.equals("0") && !text.equalsIgnoreCase("null");
    }

    static boolean isFalse(Value value) {
        return value.literal().map(text -> !isTrue(text)).orElse(false);
    }

    /** Whom or what it hits, as far as parameters or the pipeline say. */
    List<Value> targets() {
        List<String> names = cmdlet.map(Cmdlet::targets).orElse(Requests.ADDRESSES);
        List<Value> named = Stream
                .concat(names.stream().flatMap(target -> parameter(target).stream()), Requests.named(this).stream())
                .toList();
        List<Value> fed = input.filter(value -> !(value instanceof Value.Nothing) && !(value instanceof Value.Unknown))
                .stream().toList();
        return named.isEmpty() && fed.isEmpty() ? rest : Stream.concat(named.stream(), fed.stream()).toList();
    }
}
