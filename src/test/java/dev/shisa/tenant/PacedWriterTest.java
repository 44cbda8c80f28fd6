package dev.shisa.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
    void writesFollowEachOtherAtTheDistanceOfThePace() throws InterruptedException {
        PacedWriter writer = new PacedWriter(tenant.writer(), 5, waiter);
        for (int i = 0; i < 11; i++) {
            write(writer);
        }
        assertEquals(Duration.ofSeconds(2).toNanos(), waiter.nanos());
        assertEquals(11, tenant.writeCalls());
    }

    @Test
    void aSlowServiceIsNotMadeSlowerAndAPauseGivesNoBurst() throws InterruptedException {
        PacedWriter writer = new PacedWriter(tenant.writer(), 10, waiter);
        write(writer);
        waiter.pass(Duration.ofSeconds(60));
        write(writer);
        write(writer);
        assertEquals(List.of(Duration.ofMillis(100)), waiter.pauses());
    }

    @Test
    void whoIsStoppedWhileWaitingSendsNothing() throws InterruptedException {
        PacedWriter writer = new PacedWriter(tenant.writer(), 1, Waiter.real());
        write(writer);
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> writer.turn(() -> false));
    }

    @Test
    void whatIsHaltedWhileItWaitsForItsTurnIsNotSent() throws InterruptedException {
        AtomicBoolean halted = new AtomicBoolean();
        PacedWriter writer = new PacedWriter(tenant.writer(), 5, waiter);
        write(writer);
        halted.set(true);
        assertInstanceOf(Budget.Permission.Refused.class, writer.turn(halted::get));
        assertEquals(List.of(), waiter.pauses());
    }

    private static void write(PacedWriter writer) throws InterruptedException {
        switch (writer.turn(() -> false)) {
            case Budget.Permission.Granted(Turn turn) -> {
                try (turn) {
                    writer.apply(CALL, UUID.randomUUID());
                }
            }
            case Budget.Permission.Refused(String why) -> throw new AssertionError(why);
        }
    }

    @Test
    void aPaceIsAPositiveNumber() {
        for (double pace : new double[]{0, -1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class,
                    () -> new PacedWriter(tenant.writer(), pace, waiter));
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
