package dev.shisa.sandbox.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Bought and used seats per product. A user takes one seat of a product however often it is assigned. Thread-safe. */
public final class Seats {

    private final Map<String, Integer> bought;
    private final Map<String, AtomicInteger> used = new LinkedHashMap<>();

    Seats(Map<String, Integer> bought) {
        this.bought = new LinkedHashMap<>(bought);
        bought.keySet().forEach(sku -> used.put(sku, new AtomicInteger()));
    }

    public int bought(String sku) {
        return bought.getOrDefault(sku, 0);
    }

    public int used(String sku) {
        AtomicInteger count = used.get(sku);
        return count == null ? 0 : count.get();
    }

    public boolean subscribed(String sku) {
        return bought.containsKey(sku);
    }

    void take(User user) {
        count(user, 1);
    }

    void release(User user) {
        count(user, -1);
    }

    private void count(User user, int by) {
        List<Assignment> assignments = user.assignments();
        if (assignments.size() == 1) {
            count(assignments.getFirst().skuId(), by);
        } else {
            assignments.stream().map(Assignment::skuId).distinct().forEach(sku -> count(sku, by));
        }
    }

    private void count(String sku, int by) {
        AtomicInteger count = used.get(sku);
        if (count != null) {
            count.addAndGet(by);
        }
    }
}
