package dev.shisa.evidence;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The record of a rehearsal that went as declared. A rehearsal that did not is no evidence.
 *
 * @param key what it speaks for
 * @param account the account it was made on
 * @param name that account's sign-in name
 * @param run the rehearsal's run
 * @param made when, by the service's clock
 * @param expires until when it counts
 * @param exercised facets that held something before
 * @param warnings what the service said beside its answers
 * @param convergence how long the slowest declared change took to be seen
 * @param residue what did not come back
 */
public record Evidence(EvidenceKey key, AccountId account, String name, String run, Instant made, Instant expires,
        Set<Facet> exercised,
        List<String> warnings, Duration convergence, List<Residue> residue) {

    public Evidence {
        exercised = Set.copyOf(exercised);
        warnings = List.copyOf(warnings);
        residue = List.copyOf(residue);
    }

    /** Whether it counts at that time of the service's clock. */
    public boolean isValid(Instant now) {
        return !now.isBefore(made.minusSeconds(300)) && now.isBefore(expires);
    }
}
