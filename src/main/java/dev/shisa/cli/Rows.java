package dev.shisa.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Collects the members of one row in the order in which they are read. */
final class Rows {
    private final List<String> order = new ArrayList<>();
    private final TreeMap<String, Object> members = new TreeMap<>();

    Rows with(String name, Object value) {
        order.add(name);
        members.put(name, value);
        return this;
    }

    void show(View view, String type) {
        view.row(type, members, order);
    }
}
