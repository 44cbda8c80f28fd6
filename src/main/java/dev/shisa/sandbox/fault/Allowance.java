package dev.shisa.sandbox.fault;

import java.time.Duration;

/**
 * How much is granted in how long.
 *
 * @param limit resource units, or requests; from 1
 * @param per   longer than zero
 */
public record Allowance(int limit, Duration per) {

    public Allowance {
        if (limit < 1 || per.isNegative() || per.isZero()) {
            throw new IllegalArgumentException("no allowance: " + limit + " per " + per);
        }
    }
}
