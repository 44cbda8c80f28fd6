package dev.shisa.operation;

import dev.shisa.policy.PolicySet;
import dev.shisa.policy.Reviews;
import dev.shisa.policy.Waivers;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What decides about a command: everything that the program, the site and the person brought along, read and understood.
 *
 * @param policies the policies
 * @param waivers signed exceptions, each of which counts
 * @param reviews signed reviews of catalog entries
 * @param shippedEntries digests of the catalog entries that came with the program
 * @param user the operating system's name of whoever typed the command
 * @param requester every name of that person, in small letters
 * @param premises the files that all this was read from
 */
public record Rules(PolicySet policies, Waivers waivers, Reviews reviews,
        Set<String> shippedEntries, String user, SortedSet<String> requester, FilePremises premises) {
    public Rules {
        shippedEntries = Set.copyOf(shippedEntries);
        requester = Collections.unmodifiableSortedSet(new TreeSet<>(requester));
    }
}
