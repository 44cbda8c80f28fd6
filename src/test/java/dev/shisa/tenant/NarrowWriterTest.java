package dev.shisa.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shisa.catalog.WireCall;
import dev.shisa.tenant.Budget.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class NarrowWriterTest {
    private final List<String> closed = new ArrayList<>();
    private Permission inner = new Permission.Granted(() -> closed.add("inner"));

    private final TenantWriter service = new TenantWriter() {
        @Override
        public Permission turn(BooleanSupplier stopped) {
            return inner;
        }

        @Override
        public WriteOutcome apply(WireCall call, UUID requestId) {
            throw new IllegalStateException("nothing is sent here");
        }

        @Override
        public String application() {
            return "app";
        }
    };

    private static Turn granted(Permission permission) {
        return assertInstanceOf(Permission.Granted.class, permission).turn();
    }

    @Test
    void whoeverComesWhenAllAreTakenWaitsUntilOneIsOver() throws InterruptedException {
        NarrowWriter writer = new NarrowWriter(service, 2);
        Turn first = granted(writer.turn(() -> false));
        granted(writer.turn(() -> false));
        AtomicInteger asked = new AtomicInteger();
        assertEquals(new Permission.Refused("it was stopped while it waited for its turn; it was not sent"),
                writer.turn(() -> asked.incrementAndGet() == 1));
        first.close();
        assertEquals(List.of("inner"), closed);
        granted(writer.turn(() -> true));
        assertEquals(1, asked.get());
    }

    @Test
    void whoIsRefusedBehindItTakesNobodysPlace() throws InterruptedException {
        NarrowWriter writer = new NarrowWriter(service, 1);
        inner = new Permission.Refused("no");
        for (int i = 0; i < 3; i++) {
            assertEquals(inner, writer.turn(() -> true));
        }
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> writer.turn(() -> true));
        inner = new Permission.Granted(Turn.free());
        granted(writer.turn(() -> true));
    }

    @Test
    void oneAtLeastIsUnderWay() {
        assertThrows(IllegalArgumentException.class, () -> new NarrowWriter(service, 0));
        assertEquals("app", new NarrowWriter(service, 1).application());
    }
}
