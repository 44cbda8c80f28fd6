package dev.shisa.bench;

import dev.shisa.account.AccountId;
import dev.shisa.catalog.WireCall;
import dev.shisa.journal.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the journal of a run tells of its time.
 *
 * @param calls the requests that were accepted or not, in the order of their intents
 * @param waves how many waves there were
 * @param writing from the opening of each wave to the answer of its last request, added up: looks before the requests, keepsakes and intents included
 * @param run from the first wave to the last gate
 */
record WriteTimes(List<WireCall> calls, int waves, Duration writing, Duration run) {

    static WriteTimes of(List<Entry> entries) {
        List<WireCall> calls = new ArrayList<>();
        Set<AccountId> written = new HashSet<>();
        int waves = 0;
        Duration writing = Duration.ZERO;
        Optional<Instant> first = Optional.empty();
        Instant opened = Instant.EPOCH;
        Instant last = Instant.EPOCH;
        Instant gate = Instant.EPOCH;
        for (Entry entry : entries) {
            switch (entry) {
                case Entry.WaveOpened wave -> {
                    waves++;
                    opened = wave.at();
                    last = opened;
                    first = first.or(() -> Optional.of(wave.at()));
                }
                case Entry.Intent intent -> {
                    if (written.add(intent.target())) {
                        calls.add(intent.call());
                    }
                }
                case Entry.Accepted accepted -> last = accepted.at();
                case Entry.Rejected rejected -> last = rejected.at();
                case Entry.Unknown unknown -> last = unknown.at();
                case Entry.Gate seen -> {
                    writing = writing.plus(Duration.between(opened, last));
                    opened = last;
                    gate = seen.at();
                }
                default -> {
                    // Tells nothing of the time of writing.
                }
            }
        }
        return new WriteTimes(calls, waves, writing, Duration.between(first.orElse(gate), gate));
    }
}
