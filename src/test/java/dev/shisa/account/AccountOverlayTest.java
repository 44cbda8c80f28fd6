package dev.shisa.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AccountOverlayTest {
    @Test
    void itIsTheMapThatACopyWouldBe() {
        RandomObservations observations = new RandomObservations(41);
        Random random = new Random(41);
        for (int round = 0; round < 50; round++) {
            Map<AccountId, Observation> below = new TreeMap<>();
            Map<AccountId, Observation> above = new HashMap<>();
            Set<AccountId> without = new HashSet<>();
            for (int i = 0; i < 20; i++) {
                Observation account = observations.next();
                int where = random.nextInt(8);
                if ((where & 1) == 0) {
                    below.put(account.id(), account);
                }
                if ((where & 2) == 0) {
                    above.put(account.id(), new Observation(account.id(), Optional.empty(), Map.of()));
                }
                if (where > 5) {
                    without.add(account.id());
                }
            }
            Map<AccountId, Observation> copy = new HashMap<>();
            below.forEach((id, account) -> copy.put(id, bare(account)));
            copy.putAll(above);
            copy.keySet().removeAll(without);
            AccountOverlay overlay = new AccountOverlay(below, AccountOverlayTest::bare, above, without);
            assertEquals(copy, new HashMap<>(overlay));
            assertEquals(copy.size(), overlay.size());
            assertEquals(copy.keySet(), overlay.keySet());
            below.keySet().forEach(id -> assertEquals(copy.get(id), overlay.get(id)));
            below.keySet().forEach(id -> assertEquals(copy.containsKey(id), overlay.containsKey(id)));
            above.keySet().forEach(id -> assertEquals(copy.get(id), overlay.get(id)));
            above.keySet().forEach(id -> assertEquals(copy.containsKey(id), overlay.containsKey(id)));
        }
    }

    private static Observation bare(Observation account) {
        return new Observation(account.id(), account.traits(), Map.of());
    }

    @Test
    void whoIsNowhereIsNotThere() {
        AccountOverlay nobody = new AccountOverlay(Map.of(), account -> account, Map.of(), Set.of());
        AccountId id = new RandomObservations(1).next().id();
        assertNull(nobody.get(id));
        assertFalse(nobody.containsKey(id));
    }
}
