package dev.shisa.sandbox.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of a cmdlet's objects.
 *
 * @param rows     property bags; the values have a JSON form
 * @param next     where the next page begins; empty on the last one
 * @param warnings what the cmdlet would print in yellow
 */
record Page(List<Map<String, @Nullable Object>> rows, Optional<String> next, List<String> warnings) {

    static Page last(List<Map<String, @Nullable Object>> rows) {
        return new Page(rows, Optional.empty(), List.of());
    }
}
