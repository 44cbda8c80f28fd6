package dev.shisa.graph;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.account.AccountId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class MailboxPlacesTest {
    private final MailboxPlaces mailboxes = new MailboxPlaces();

    private static AccountId id(int number) {
        return new AccountId(String.format("00000000-0000-4000-8000-%012d", number));
    }

    @Test
    void nobodyIsFifthAndNobodyWaitsForEver() throws Exception {
        Map<AccountId, Integer> underWay = new ConcurrentHashMap<>();
        AtomicInteger most = new AtomicInteger();
        List<Future<?>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int seed = 1; seed <= 200; seed++) {
                List<AccountId> mine = new ArrayList<>(List.of(id(1), id(2), id(3), id(4), id(5)));
                Collections.shuffle(mine, new Random(seed));
                List<AccountId> some = mine.subList(0, 3);
                all.add(threads.submit(() -> {
                    try (MailboxPlaces.Places _ = mailboxes.take(some, 2)) {
                        for (AccountId id : some) {
                            most.accumulateAndGet(underWay.merge(id, 2, Integer::sum), Math::max);
                        }
                        LockSupport.parkNanos(1_000);
                        some.forEach(id -> underWay.merge(id, -2, Integer::sum));
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertTrue(most.get() <= MailboxPlaces.MOST, "under way: " + most.get());
        try (MailboxPlaces.Places _ = mailboxes.take(List.of(id(1)), 2)) {
            mailboxes.take(List.of(id(1)), 2).close();
        }
    }

    @Test
    void whoIsToStopKeepsNoPlace() throws InterruptedException {
        try (MailboxPlaces.Places _ = mailboxes.take(List.of(id(2)), 4)) {
            Thread.currentThread().interrupt();
            assertThrows(InterruptedException.class, () -> mailboxes.take(List.of(id(1), id(2)), 2));
        }
        mailboxes.take(List.of(id(1), id(2)), 4).close();
    }

    @Test
    void anAccountThatIsNamedTwiceIsOne() throws InterruptedException {
        mailboxes.take(List.of(id(1), id(1), id(1)), 2).close();
        mailboxes.take(List.of(id(1)), 4).close();
    }
}
