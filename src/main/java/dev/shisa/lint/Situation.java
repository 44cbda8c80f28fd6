package dev.shisa.lint;

import dev.shisa.powershell.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a command is run.
 *
 * @param statement the statement of the list of statements in which it stands
 * @param gated whether somebody is asked first by the script itself ({@code ShouldProcess} and the like)
 * @param loops what repeats it, the outermost first
 * @param mutedAt what swallows its errors, if something does
 * @param depth how many calls deep
 */
record Situation(Span statement, boolean gated, List<Repeat> loops, Optional<Span> mutedAt, int depth) {
    Situation {
        loops = List.copyOf(loops);
    }

    /**
     * A loop.
     *
     * @param keyword where it begins
     * @param all with its condition and its body
     * @param untilEmpty whether it goes on as long as a condition says, rather than through a list
     * @param through what it goes through
     */
    record Repeat(Span keyword, Span all, boolean untilEmpty, Value through) {

        /** Whether it is gone through more than once, as far as is known. */
        boolean isMany() {
            return through.isMany() || through instanceof Value.Unknown;
        }
    }

    static Situation start(Span statement) {
        return new Situation(statement, false, List.of(), Optional.empty(), 0);
    }

    Situation in(Span next) {
        return new Situation(next, gated, loops, mutedAt, depth);
    }

    Situation asGated() {
        return new Situation(statement, true, loops, mutedAt, depth);
    }

    Situation muted(Span by) {
        return new Situation(statement, gated, loops, mutedAt.or(() -> Optional.of(by)), depth);
    }

    Situation repeated(Repeat loop) {
        List<Repeat> all = new ArrayList<>(loops);
        all.add(loop);
        return new Situation(statement, gated, all, mutedAt, depth);
    }

    Situation called() {
        return new Situation(statement, gated, loops, mutedAt, depth + 1);
    }
}
