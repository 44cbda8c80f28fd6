package dev.shisa.sandbox.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All changes since the seed, newest last. It answers delta queries, and shows what a listing that lags still shows.
 * Thread-safe.
 */
public final class History {

    private record Entry(Change change, Instant moment) {
    }

    private final List<Entry> entries = new ArrayList<>();

    synchronized void add(Change change, Instant moment) {
        entries.add(new Entry(change, moment));
    }

    /** The number of the newest change; 0 before the first. */
    public synchronized long last() {
        return entries.size();
    }

    /** Ids of all users that changed after that change, in the order of their last change. */
    public synchronized Set<String> changedAfter(long number) {
        Set<String> ids = new LinkedHashSet<>();
        for (int i = Math.toIntExact(number); i < entries.size(); i++) {
            for (Change.Step step : entries.get(i).change().steps()) {
                ids.remove(step.after().id());
                ids.add(step.after().id());
            }
        }
        return ids;
    }

    /** For each user that changed after the moment: what it was then; empty if it did not exist. */
    public synchronized Map<String, Optional<User>> stateAt(Instant moment) {
        Map<String, Optional<User>> earlier = new LinkedHashMap<>();
        for (int i = entries.size() - 1; i >= 0 && entries.get(i).moment().isAfter(moment); i--) {
            for (Change.Step step : entries.get(i).change().steps()) {
                earlier.put(step.after().id(), Optional.ofNullable(step.before()));
            }
        }
        return earlier;
    }

    /** Changes after that number. */
    public synchronized List<Change> after(long number) {
        return entries.subList(Math.toIntExact(Math.min(number, entries.size())), entries.size()).stream()
                .map(Entry::change).toList();
    }
}
