package dev.shisa.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shisa.tenant.RecordingWaiter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadwayTest {
    private final RecordingWaiter clock = new RecordingWaiter();
    private final List<String> told = new ArrayList<>();
    private final Headway headway = new Headway(clock, sentence -> told.add(sentence.toString()));

    private void list(int thousands, Duration each) {
        for (int i = 0; i < thousands; i++) {
            for (int k = 0; k < 999; k++) {
                headway.listed();
            }
            clock.pass(each);
            headway.listed();
        }
    }

    @Test
    void everyFiveSecondsItTellsHowFarItIsAndHowLongItTakes() {
        headway.begins(1_000_000);
        list(12, Duration.ofSeconds(1));
        assertEquals(List.of("Listed 5,000 of 1,000,000 accounts, about 17 min to go.",
                "Listed 10,000 of 1,000,000 accounts, about 17 min to go."), told);
        told.clear();
        list(938, Duration.ofMillis(1));
        list(49, Duration.ofMillis(100));
        list(1, Duration.ofSeconds(10));
        assertEquals(List.of("Listed 971,000 of 1,000,000 accounts.", "Listed 1,000,000 of 1,000,000 accounts."), told);
    }

    @Test
    void itBeginsAnewAndBearsATenantThatGrows() {
        headway.begins(2_000);
        list(1, Duration.ofSeconds(100));
        assertEquals(List.of("Listed 1,000 of 2,000 accounts, about 100 s to go."), told);
        headway.begins(1_500);
        list(2, Duration.ofSeconds(6));
        assertEquals(List.of("Listed 1,000 of 2,000 accounts, about 100 s to go.",
                "Listed 1,000 of 1,500 accounts, about 3 s to go.", "Listed 2,000 of 1,500 accounts."), told);
    }

    @Test
    void aSmallTenantIsListedWithoutAWord() {
        headway.begins(999);
        clock.pass(Duration.ofHours(1));
        for (int i = 0; i < 999; i++) {
            headway.listed();
        }
        assertEquals(List.of(), told);
    }
}
