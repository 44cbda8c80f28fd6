package dev.shisa.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.tenant.TenantFailure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutstandingTest {
    private final Outstanding outstanding = new Outstanding();

    private void answerAll(int rounds) throws TenantFailure {
        for (int round = 0; round < rounds; round++) {
            List<Outstanding.Place> places = new ArrayList<>();
            int now = outstanding.limit();
            for (int i = 0; i < now; i++) {
                places.add(outstanding.take());
            }
            places.forEach(Outstanding.Place::answered);
        }
    }

    @Test
    void itGrowsWhileAnswersComeAndEveryPlaceIsInUseUpToTheMost() throws TenantFailure {
        assertEquals(Outstanding.FIRST, outstanding.limit());
        for (int i = 0; i < 100; i++) {
            outstanding.take().answered();
        }
        assertEquals(Outstanding.FIRST, outstanding.limit(), "whoever asks one after the other needs no more");
        answerAll(100);
        assertEquals(Outstanding.MOST, outstanding.limit());
    }

    @Test
    void itFallsByHalfWithEachRefusalDownToOne() throws TenantFailure {
        outstanding.take().refused();
        assertEquals(4, outstanding.limit());
        outstanding.refused();
        assertEquals(2, outstanding.limit());
        for (int i = 0; i < 5; i++) {
            outstanding.take().refused();
        }
        assertEquals(1, outstanding.limit());
        outstanding.take().unused();
        assertEquals(1, outstanding.limit());
        answerAll(10);
        assertTrue(outstanding.limit() > 1);
    }

    @Test
    void whoIsToStopWhileWaitingGetsNoPlace() throws TenantFailure {
        for (int i = 0; i < Outstanding.FIRST; i++) {
            outstanding.take();
        }
        Thread.currentThread().interrupt();
        assertEquals("Stopped while waiting for the service.",
                assertThrows(TenantFailure.class, outstanding::take).sentence().toString());
        assertTrue(Thread.interrupted());
    }
}
