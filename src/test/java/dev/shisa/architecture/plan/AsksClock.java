package dev.shisa.architecture.plan;

import java.time.Instant;

/** Wrong: a plan that asks the local clock. */
final class AsksClock {
    Instant time() {
        return Instant.now();
    }
}
