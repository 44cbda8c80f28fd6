package dev.shisa.notify;

import dev.shisa.site.TenantKind;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Notices and hooks for tests. */
final class Notices {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private Notices() {
    }

    static Notice of(Event event, String reason) {
        return new Notice(event, NOON,
                new Notice.Subject("run-1", "run", "mailbox remove", "contoso.example", TenantKind.SANDBOX),
                new Notice.Standing(24, 11, 1, 2), event.isLast() ? event.label() : Notice.RUNNING,
                event.isLast() ? Optional.of(17) : Optional.empty(),
                reason.isEmpty() ? Optional.empty() : Optional.of(reason),
                event.isLast() ? Optional.of("shisa run show run-1") : Optional.empty());
    }

    static Hook hook(String name, Duration timeout) {
        return new Hook.Command(
                new Hook.Terms(name, EnumSet.allOf(Event.class), EnumSet.allOf(TenantKind.class), timeout),
                List.of("/usr/bin/" + name, "--token", Receiver.SECRET));
    }
}
