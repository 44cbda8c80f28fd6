package dev.shisa.sandbox.fault;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One entry of a fault file. */
public sealed interface FaultRule permits FaultRule.Disturbance, FaultRule.Breach, Condition {

    /**
     * A disturbed request. Null or empty: any.
     *
     * @param account     object id, compared without regard to case
     * @param nth         only the n-th request that the other keys match, from 1
     * @param from        that one and all later ones
     * @param every       each n-th one
     * @param probability drawn last, with the seed
     */
    record Disturbance(@Nullable String method, @Nullable PathPattern path, @Nullable String account, OptionalInt nth,
            OptionalInt from, OptionalInt every, OptionalDouble probability, OptionalLong seed, Effect effect)
            implements
                FaultRule {

        boolean matches(String askedMethod, String askedPath, @Nullable String askedAccount) {
            return (method == null || method.equalsIgnoreCase(askedMethod))
                    && (path == null || path.matches(askedPath))
                    && (account == null || account.equalsIgnoreCase(askedAccount));
        }

        boolean due(int count) {
            return (nth.isEmpty() || count == nth.getAsInt()) && (from.isEmpty() || count >= from.getAsInt())
                    && (every.isEmpty() || count % every.getAsInt() == 0);
        }
    }

    /** A tenant that does not keep its word, from the {@code from}-th written account on. */
    record Breach(Misbehaviour kind, int from) implements FaultRule {
    }
}
