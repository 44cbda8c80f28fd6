package dev.shisa.approval;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is about to be done, computed afresh, for which an approval is looked for.
 *
 * @param scope on what occasion
 * @param tenantId the tenant
 * @param planDigest digest of the plan; of an undo, that of the run that it brings back
 * @param command noun and verb; of an undo, those of the run that it brings back
 * @param commandDigest digest of the catalog entry; of an undo, as the run had it
 * @param choices decided options and parameters as typed; of an undo, those of the run
 * @param loss what is lost; of an undo, what bringing back takes away again
 * @param targets the accounts that will be written, at least one
 * @param evidence digest of the evidence for each of their shapes; not asked for an undo
 * @param policies digest of the policies; not asked for an undo
 * @param catalog digest of the catalog; not asked for an undo
 * @param waivers digests of the exceptions that are made use of
 * @param exposure how many accounts may be written and not yet judged; not asked for an undo
 * @param requester every name by which whoever does it may be known: principal, sign-in name, user of the operating system; at least
 *        one
 */
public record Wanted(Scope scope, String tenantId, String planDigest, String command, String commandDigest,
        List<String> choices, SortedSet<Facet> loss, Set<AccountId> targets, SortedMap<String, String> evidence,
        String policies, String catalog, Set<String> waivers, int exposure, Set<String> requester) {

    /** On what occasion something is done. */
    public enum Scope {
        /** A plan is carried out. */
        RUN,
        /** What a run did is brought back. That must not fail because a policy changed since, nor because time went by. */
        UNDO,
        /** A run that paused goes on; asked as a run is. */
        RESUME
    }

    public Wanted {
        choices = List.copyOf(choices);
        loss = Collections.unmodifiableSortedSet(new TreeSet<>(loss));
        targets = Set.copyOf(targets);
        evidence = Collections.unmodifiableSortedMap(new TreeMap<>(evidence));
        waivers = Set.copyOf(waivers);
        requester = Set.copyOf(requester);
    }
}
