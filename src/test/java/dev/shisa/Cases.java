package dev.shisa;

import java.util.Random;
import java.util.function.Consumer;

/** Runs a property on many random cases; a failure names the seed that makes the same case again. */
public final class Cases {
    /** How many cases a property sees; {@code -Dshisa.cases=10000} for more. */
    public static final int MANY = Integer.getInteger("shisa.cases", 2_000);

    private static final long FIRST = Long.getLong("shisa.seed", 20_120_401L);

    private Cases() {
    }

    /** Checks a property that gets its randomness handed in. */
    public static void check(Consumer<Random> property) {
        check(MANY, property);
    }

    /** The same with that many cases, for a property that is dear. */
    public static void check(int cases, Consumer<Random> property) {
        for (long seed = FIRST; seed < FIRST + cases; seed++) {
            try {
                property.accept(new Random(seed));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(
                        "fails with -Dshisa.seed=" + seed + " -Dshisa.cases=1: " + e.getMessage(), e);
            }
        }
    }
}
