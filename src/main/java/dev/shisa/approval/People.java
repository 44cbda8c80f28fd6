package dev.shisa.approval;

import dev.shisa.plan.PersonName;
import dev.shisa.approval.ApprovalGate.Approver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Counts people, not signatures. Two signatures that share a key or a name are one person's; a signature that shares a name with two others
 * makes all three one person's. Not safe for several threads.
 */
final class People {
    private final List<Person> people = new ArrayList<>();

    private record Person(Approver first, TreeSet<String> names, TreeSet<String> keys) {
        boolean mayBe(Person other) {
            return PersonName.mayBeSame(names, other.names) || keys.stream().anyMatch(other.keys::contains);
        }
    }

    /**
     * Adds a signature that holds.
     *
     * @param names every name of whoever holds the key
     * @return why it adds nobody; empty when it adds somebody
     */
    Optional<String> add(Approver approver, SortedSet<String> names) {
        Person added = new Person(approver, new TreeSet<>(names), new TreeSet<>(List.of(approver.fingerprint())));
        List<Person> same = people.stream().filter(added::mayBe).toList();
        if (same.isEmpty()) {
            people.add(added);
            return Optional.empty();
        }
        Person known = same.getFirst();
        people.removeAll(same.subList(1, same.size()));
        same.forEach(person -> {
            known.names.addAll(person.names);
            known.keys.addAll(person.keys);
        });
        known.names.addAll(added.names);
        known.keys.addAll(added.keys);
        return Optional.of(String.join(", ", names) + " with the key " + approver.fingerprint()
                + " may be the same person as " + String.join(", ", known.first.principals()) + " with the key "
                + known.first.fingerprint() + ", and a person counts once. Let another person approve.");
    }

    int count() {
        return people.size();
    }

    List<Approver> approvers() {
        return people.stream().map(Person::first).toList();
    }
}
