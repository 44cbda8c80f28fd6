package dev.shisa.sandbox.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * All changes since the seed, newest last. It answers delta queries, and shows what a listing that lags still shows.
 * Thread-safe.
 */
public final class History {

    /** A change and when it happened. */
    public record Dated(Change change, Instant moment) {
    }

    private final List<Dated> entries = new ArrayList<>();

    synchronized void add(Change change, Instant moment) {
        entries.add(new Dated(change, moment));
    }

    /** The number of the newest change; 0 before the first. */
    public synchronized long last() {
        return entries.size();
    }

    /** The change of a number, from 1. */
    public synchronized Dated dated(long number) {
        return entries.get(Math.toIntExact(number - 1));
    }

    /** The moment, or that of the newest change if that was later: moments never go back. */
    public synchronized Instant notBefore(Instant moment) {
        Instant last = entries.isEmpty() ? moment : entries.getLast().moment();
        return last.isAfter(moment) ? last : moment;
    }

    /** The number of the newest change that had happened at the moment; 0 if none had. */
    public synchronized long lastAt(Instant moment) {
        int number = entries.size();
        while (number > 0 && entries.get(number - 1).moment().isAfter(moment)) {
            number--;
        }
        return number;
    }

    /** Ids of all users that changed after one change and up to another. */
    public synchronized NavigableSet<String> changedBetween(long after, long upTo) {
        NavigableSet<String> ids = new TreeSet<>();
        for (long i = after; i < Math.min(upTo, entries.size()); i++) {
            for (Change.Step step : entries.get(Math.toIntExact(i)).change().steps()) {
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

    /** For each user whose licences changed after the moment: what it was before the first of these changes. */
    public synchronized Map<String, User> beforeLicenceChanges(Instant moment) {
        Map<String, User> earlier = new LinkedHashMap<>();
        for (int i = entries.size() - 1; i >= 0 && entries.get(i).moment().isAfter(moment); i--) {
            for (Change.Step step : entries.get(i).change().steps()) {
                User before = step.before();
                if (before != null && !before.assignments().equals(step.after().assignments())) {
                    earlier.put(before.id(), before);
                }
            }
        }
        return earlier;
    }

    /** Changes after that number. */
    public synchronized List<Change> after(long number) {
        return entries.subList(Math.toIntExact(Math.min(number, entries.size())), entries.size()).stream()
                .map(Dated::change).toList();
    }
}
