package dev.shisa.account;

import java.time.Instant;
import java.util.Optional;

/** What one look at one facet gave: a value, or the reason why there is none. */
public sealed interface Reading {

    /** The value, if there is one. */
    Optional<FacetValue> value();

    /**
     * A value, with its source and time.
     *
     * @param seen the value
     * @param source where it was read, for example {@code graph:user}
     * @param readAt when, by the service's clock
     */
    record Seen(FacetValue seen, String source, Instant readAt) implements Reading {
        @Override
        public Optional<FacetValue> value() {
            return Optional.of(seen);
        }
    }

    /**
     * No value, and why.
     *
     * @param reason one sentence for people
     */
    record Unseen(String reason) implements Reading {
        @Override
        public Optional<FacetValue> value() {
            return Optional.empty();
        }
    }
}
