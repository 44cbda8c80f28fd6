package dev.shisa.lint;

import dev.shisa.powershell.Span;
import dev.shisa.powershell.Stage.Command;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A command that would be run.
 *
 * @param command as it is written
 * @param name its full name, aliases resolved
 * @param cmdlet what is known of it
 * @param parameters by their full names
 * @param rest values that belong to no parameter
 * @param open whether there may be parameters that nobody sees
 * @param input what is fed into it
 * @param situation where it is run
 * @param preferences what the session was told before
 */
record Call(Command command, String name, Optional<Cmdlet> cmdlet, Map<String, Value> parameters, List<Value> rest,
        boolean open, Optional<Value> input, Situation situation, Preferences preferences) {
    Call {
        parameters = Names.map(parameters);
        rest = List.copyOf(rest);
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

    /** A call is itself only: its values lead to other calls, and comparing all of them would take for ever. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    Call named(String full) {
        return new Call(command, full, cmdlet, parameters, rest, open, input, situation, preferences);
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
        Map<String, Optional<String>> values = new HashMap<>();
        parameters.forEach((key, value) -> values.put(key, pattern(value)));
        return new Given(values, open);
    }

    /** What of a text is known is compared; the rest of it is any character. */
    private static Optional<String> pattern(Value value) {
        return value instanceof Value.Mixed mixed ? Optional.of(mixed.pattern()) : value.literal();
    }

    /** Whether it takes something away from others, as far as can be seen: in doubt it does. */
    boolean isDestructive() {
        return !Requests.kinds(this).isEmpty() || cmdlet.map(known -> known.isDestructive(given())).orElse(false);
    }

    /** Whether the table says so for these parameters, or the request that it sends. */
    boolean has(Mark.Kind kind) {
        return Requests.kinds(this).contains(kind) || cmdlet.map(known -> known.has(kind, given())).orElse(false);
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
        List<Value> named = names.stream().flatMap(target -> parameter(target).stream()).toList();
        List<Value> fed = input.filter(value -> !(value instanceof Value.Nothing) && !(value instanceof Value.Unknown))
                .stream().toList();
        return named.isEmpty() && fed.isEmpty() ? rest : Stream.concat(named.stream(), fed.stream()).toList();
    }
}
