package dev.shisa.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever a hook does, the run goes on, the others are told, and what did not arrive is known. */
@Timeout(60)
class NotificationsTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final AtomicReference<Duration> elapsed = new AtomicReference<>(Duration.ZERO);
    private final AtomicLong requests = new AtomicLong();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final CountDownLatch never = new CountDownLatch(1);

    private final Notifier hearing = notice -> {
        told.add(notice.event().label() + notice.reason().map(reason -> ": " + reason).orElse(""));
        return Optional.empty();
    };
    private final Notifier hanging = _ -> {
        never.await();
        return Optional.empty();
    };

    private Notifications notifications(Map<Hook, Notifier> hooks) {
        return new Notifications(new Hooks(Duration.ofMinutes(10), List.copyOf(hooks.keySet())), hooks::get,
                new Notifications.Pulse(() -> Notices.NOON, elapsed::get, requests::get));
    }

    private static void raise(Notifications notifications, Event... events) {
        for (Event event : events) {
            notifications.raise(Notices.of(event, ""));
        }
    }

    private static List<String> missed(Notifications notifications) {
        List<String> missed = new ArrayList<>();
        notifications.failures()
                .forEach(failure -> missed.add(failure.hook() + ", " + failure.event().label() + ": " + failure.why()));
        Collections.sort(missed);
        return missed;
    }

    @Test
    void noticesArriveInTheirOrder() throws Exception {
        Notifications notifications = notifications(Map.of(Notices.hook("good", LONG), hearing));
        raise(notifications, Event.START, Event.PAUSED);
        notifications.finish(LONG);
        assertEquals(List.of("start", "paused"), told);
        assertEquals(List.of(), missed(notifications));
    }

    @Test
    void aHookThatHangsIsGivenUpAfterItsBoundAndTheOthersAreTold() throws Exception {
        Notifications notifications = notifications(
                Map.of(Notices.hook("bad", SHORT), hanging, Notices.hook("good", LONG), hearing));
        raise(notifications, Event.START, Event.ENDED);
        notifications.finish(LONG);
        assertEquals(List.of("start", "ended"), told);
        assertEquals(List.of("bad (command bad), ended: it took longer than PT0.001S",
                "bad (command bad), start: it took longer than PT0.001S"), missed(notifications));
        assertEquals(2, notifications.failed());
        assertEquals(List.of(), missed(notifications), "each is told once");
    }

    @Test
    void theEndWaitsNoLongerThanItSays() throws Exception {
        Notifications notifications = notifications(Map.of(Notices.hook("bad", LONG), hanging));
        raise(notifications, Event.START, Event.ENDED);
        notifications.finish(SHORT);
        assertEquals(List.of("bad (command bad), ended: the run was over, and nobody waited any longer",
                "bad (command bad), start: the run was over, and nobody waited any longer"), missed(notifications));
    }

    @Test
    void whoeverIsStoppedWhileItWaitsLeavesNothingUntold() {
        Notifications notifications = notifications(Map.of(Notices.hook("bad", LONG), hanging));
        raise(notifications, Event.ENDED);
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> notifications.finish(LONG));
        assertEquals(1, notifications.failed());
    }

    @Test
    void whatAHookThrowsIsAFailureWithoutItsWords() throws Exception {
        Notifications notifications = notifications(Map.of(Notices.hook("bad", LONG), _ -> {
            throw new IllegalStateException("\n" + Receiver.SECRET);
        }));
        raise(notifications, Event.START);
        notifications.finish(LONG);
        assertEquals(List.of("bad (command bad), start: there was no answer (IllegalStateException)"),
                missed(notifications));
    }

    @Test
    void gatesThatWaitAreToldAsTheNewest() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        Notifications notifications = notifications(Map.of(Notices.hook("slow", LONG), notice -> {
            begun.countDown();
            go.await();
            return hearing.tell(notice);
        }));
        raise(notifications, Event.START);
        begun.await();
        for (int gate = 1; gate <= 100; gate++) {
            notifications.raise(Notices.of(Event.GATE, "gate " + gate));
        }
        raise(notifications, Event.ENDED);
        go.countDown();
        notifications.finish(LONG);
        assertEquals(List.of("start", "gate: gate 100", "ended"), told);
        assertEquals(List.of(), missed(notifications));
    }

    @Test
    void whatNoLongerFitsInHasFailed() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Notifications notifications = notifications(Map.of(Notices.hook("bad", LONG), _ -> {
            begun.countDown();
            never.await();
            return Optional.empty();
        }));
        raise(notifications, Event.START);
        begun.await();
        for (int number = 0; number < 20; number++) {
            raise(notifications, Event.STALLED);
        }
        assertEquals(4, notifications.failed());
        assertTrue(missed(notifications).getFirst().endsWith("too many notices wait for it"));
        notifications.finish(SHORT);
        assertEquals(21, notifications.failed());
    }

    @Test
    void aRunThatStallsIsToldOnceAndAgainOnlyAfterItWentOn() throws Exception {
        Notifications notifications = notifications(Map.of(Notices.hook("good", LONG), hearing));
        after(notifications, Duration.ofHours(1));
        raise(notifications, Event.START);
        after(notifications, Duration.ofMinutes(9));
        notifications.heard();
        after(notifications, Duration.ofMinutes(9));
        requests.incrementAndGet();
        after(notifications, Duration.ofMinutes(1));
        after(notifications, Duration.ofMinutes(9));
        assertEquals(List.of(), stalls());
        after(notifications, Duration.ofMinutes(1));
        after(notifications, Duration.ofHours(5));
        notifications.heard();
        after(notifications, Duration.ofMinutes(10));
        raise(notifications, Event.PAUSED);
        after(notifications, Duration.ofHours(1));
        notifications.finish(LONG);
        assertEquals(
                List.of("stalled: nothing was heard of it for PT10M", "stalled: nothing was heard of it for PT10M"),
                stalls());
        assertEquals("paused", told.getLast());
    }

    private void after(Notifications notifications, Duration time) {
        elapsed.updateAndGet(time::plus);
        notifications.look();
    }

    private List<String> stalls() {
        return told.stream().filter(line -> line.startsWith("stalled")).toList();
    }
}
