package dev.shisa.keepsake;

import java.util.Optional;
import java.util.function.Function;

/**
 * What one question about an account gave. There is no empty part: it was read, there is nothing of the kind, or it says why nobody could read it.
 *
 * @param <T> what is read
 */
public sealed interface Part<T> {

    /** What was read, if something was. */
    Optional<T> value();

    /**
     * It was read.
     *
     * @param <T> what is read
     * @param read what stood there; a list may be empty, and that was read too
     */
    record Read<T>(T read) implements Part<T> {
        @Override
        public Optional<T> value() {
            return Optional.of(read);
        }
    }

    /**
     * The service says that there is nothing of the kind: no manager, no mailbox.
     *
     * @param <T> what would be read
     * @param why one phrase
     */
    record Nothing<T>(String why) implements Part<T> {
        @Override
        public Optional<T> value() {
            return Optional.empty();
        }
    }

    /**
     * It cannot be read here.
     *
     * @param <T> what would be read
     * @param why one phrase
     */
    record Unreadable<T>(String why) implements Part<T> {
        @Override
        public Optional<T> value() {
            return Optional.empty();
        }
    }

    /** Why there is no value, where there is none. */
    default Optional<String> reason() {
        return switch (this) {
            case Read<T> _ -> Optional.empty();
            case Nothing<T> nothing -> Optional.of(nothing.why());
            case Unreadable<T> unreadable -> Optional.of("not readable here: " + unreadable.why());
        };
    }

    /** The same part with another form of what was read. */
    default <U> Part<U> map(Function<T, U> change) {
        return switch (this) {
            case Read<T> read -> new Read<>(change.apply(read.read()));
            case Nothing<T> nothing -> new Nothing<>(nothing.why());
            case Unreadable<T> unreadable -> new Unreadable<>(unreadable.why());
        };
    }
}
