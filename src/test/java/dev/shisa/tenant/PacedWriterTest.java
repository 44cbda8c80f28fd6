package dev.shisa.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.catalog.WireCall;
import dev.shisa.tenant.TenantFailure.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PacedWriterTest {
    private static final WireCall CALL = new WireCall("DELETE", "/users/00000000-0000-4000-8000-000000000001",
            Optional.empty());

    private final FakeTenant tenant = new FakeTenant();
    private final RecordingWaiter waiter = new RecordingWaiter();

    @Test
    void writesFollowEachOtherAtTheDistanceOfThePace() {
        PacedWriter writer = new PacedWriter(tenant.writer(), 5, waiter, () -> false);
        for (int i = 0; i < 11; i++) {
            writer.apply(CALL, UUID.randomUUID());
        }
        assertEquals(Duration.ofSeconds(2).toNanos(), waiter.nanos());
        assertEquals(11, tenant.writeCalls());
    }

    @Test
    void aSlowServiceIsNotMadeSlowerAndAPauseGivesNoBurst() {
        PacedWriter writer = new PacedWriter(tenant.writer(), 10, waiter, () -> false);
        writer.apply(CALL, UUID.randomUUID());
        waiter.pass(Duration.ofSeconds(60));
        writer.apply(CALL, UUID.randomUUID());
        writer.apply(CALL, UUID.randomUUID());
        assertEquals(List.of(Duration.ZERO, Duration.ZERO, Duration.ofMillis(100)), waiter.pauses());
    }

    @Test
    void whoIsStoppedWhileWaitingSendsNothing() {
        PacedWriter writer = new PacedWriter(tenant.writer(), 1, Waiter.real(), () -> false);
        writer.apply(CALL, UUID.randomUUID());
        Thread.currentThread().interrupt();
        assertInstanceOf(WriteOutcome.Rejected.class, writer.apply(CALL, UUID.randomUUID()));
        assertTrue(Thread.interrupted());
        assertEquals(1, tenant.writeCalls());
    }

    @Test
    void whatIsHaltedWhileItWaitsForItsTurnIsNotSent() {
        AtomicBoolean halted = new AtomicBoolean();
        PacedWriter writer = new PacedWriter(tenant.writer(), 5, waiter, halted::get);
        writer.apply(CALL, UUID.randomUUID());
        halted.set(true);
        assertInstanceOf(WriteOutcome.Rejected.class, writer.apply(CALL, UUID.randomUUID()));
        assertEquals(1, tenant.writeCalls());
    }

    @Test
    void aPaceIsAPositiveNumber() {
        for (double pace : new double[]{0, -1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class,
                    () -> new PacedWriter(tenant.writer(), pace, waiter, () -> false));
        }
    }

    @Test
    void aDryRunGetsNoWriter() {
        try (ReadOnlyTenant dry = new ReadOnlyTenant(tenant)) {
            assertEquals(Reason.DENIED, assertThrows(TenantFailure.class, dry::writer).reason());
            assertEquals(0, dry.writeCalls());
        }
    }
}
