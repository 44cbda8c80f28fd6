package dev.shisa.rehearsal;

import dev.shisa.evidence.Evidence;
import java.util.List;

/** What a rehearsal came to. */
public sealed interface RehearsalResult {

    /**
     * It went as declared, there and back.
     *
     * @param evidence what it proved
     */
    record AsDeclared(Evidence evidence) implements RehearsalResult {
    }

    /**
     * It did not go as declared. It is no evidence.
     *
     * @param run name of its run
     * @param account sign-in name of the account
     * @param found what was found, one phrase each
     * @param broughtBack whether the account is as it was before
     */
    record NotAsDeclared(String run, String account, List<String> found,
            boolean broughtBack) implements RehearsalResult {
        public NotAsDeclared {
            found = List.copyOf(found);
        }
    }
}
