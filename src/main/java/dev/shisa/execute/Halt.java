package dev.shisa.execute;

import java.util.Optional;

/** Whether somebody wants the work to stop. Asked before every request and while something is waited for; safe for several threads. */
public interface Halt {
    /** Why no further request may be sent, in the words of whoever wants that; empty while requests may be sent. */
    Optional<String> reason();

    /** Whether nobody waits any longer until what was sent is seen. */
    boolean isAtOnce();

    /** Nobody wants it to stop. */
    static Halt none() {
        return new Halt() {
            @Override
            public Optional<String> reason() {
                return Optional.empty();
            }

            @Override
            public boolean isAtOnce() {
                return false;
            }
        };
    }
}
