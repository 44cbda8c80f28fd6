package dev.shisa.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A decision that a command demands and for which it has no default.
 *
 * @param name what is decided, one word
 * @param options at least two
 */
public record Choice(String name, List<Option> options) {

    public Choice {
        options = List.copyOf(options);
    }

    /**
     * One way to decide.
     *
     * @param name the option without its dashes, unique within the command
     * @param consequence one sentence: what follows, who can still sign in, what is lost and for how long
     */
    public record Option(String name, Texts consequence) {
    }

    /** The option of that name. */
    public Optional<Option> option(String optionName) {
        return options.stream().filter(option -> option.name().equals(optionName)).findFirst();
    }
}
