package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.fault.SpoiltAnswers;
import dev.shisa.sandbox.directory.ServerClock;
import dev.shisa.sandbox.fault.Effect;
import dev.shisa.sandbox.wire.Reply;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Performs requests as faults let them be performed. */
final class Disturbed {

    private final ServerClock clock;
    private final Predicate<Duration> pause;

    /** With a pause (machine time) that is false as soon as the server stops. */
    Disturbed(ServerClock clock, Predicate<Duration> pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /** What goes back to a request under an effect; null: an undisturbed one. */
    Reply perform(GraphCall call, @Nullable Effect effect, Supplier<Reply> request) {
        return switch (effect) {
            case null -> request.get();
            case Effect.Status status -> status(call, status, request);
            case Effect.Drop(Effect.When when) -> {
                if (when == Effect.When.AFTER) {
                    perform(call, null, request);
                }
                yield new Reply.Cut();
            }
            case Effect.Delay(Duration by) -> pause.test(by) ? request.get() : new Reply.Cut();
            case Effect.Body(Effect.Content content) -> SpoiltAnswers.spoil(request.get(), content);
            case Effect.Stall(Duration by) -> SpoiltAnswers.breakOff(request.get(), by);
            case Effect.Truncate truncate -> affected(call, truncate, request);
            case Effect.Lag lag -> affected(call, lag, request);
            case Effect.NextLink link -> affected(call, link, request);
            case Effect.Repeat repeat -> affected(call, repeat, request);
            case Effect.Skip skip -> affected(call, skip, request);
        };
    }

    private Reply status(GraphCall call, Effect.Status status, Supplier<Reply> request) {
        if (status.when() == Effect.When.AFTER && request.get() instanceof Reply.Cut cut) {
            return cut;
        }
        return FaultAnswers.of(call, status, clock.now());
    }

    private static Reply affected(GraphCall call, Effect effect, Supplier<Reply> request) {
        call.affect(effect);
        return request.get();
    }
}
