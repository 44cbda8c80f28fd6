package dev.shisa.lint;

import java.util.Map;
import java.util.Optional;

/**
 * The parameters of one call, as far as they can be seen. Immutable.
 *
 * @param values by full parameter name in any case; the value is empty where it cannot be followed. A literal {@code $true}, {@code $false} or
 *        {@code $null} is written {@code true}, {@code false}, {@code null}; a switch without value is {@code true}; a text stands without its
 *        quotes, and anything else literal, such as a list or a hash table, as it is written in the script
 * @param open whether there may be more parameters that cannot be seen, such as those of a splat
 */
public record Given(Map<String, Optional<String>> values, boolean open) {
    public Given {
        values = Names.map(values);
    }
}
