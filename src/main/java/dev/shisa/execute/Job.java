package dev.shisa.execute;

import dev.shisa.account.AccountId;
import dev.shisa.account.Observation;
import dev.shisa.catalog.Contract;
import java.util.Optional;

/**
 * One account to be written.
 *
 * @param target the account
 * @param fingerprint what it must still look like; empty where any look is right, as for an undo
 * @param planned how it looked when everything was settled, so that a loss since then is told from a mere change
 * @param recipe what is sent
 * @param contract what it may change
 */
public record Job(AccountId target, Optional<String> fingerprint, Optional<Observation> planned, Recipe recipe,
        Contract contract) {

    /** A job on an account of which no earlier look is at hand. */
    public Job(AccountId target, Optional<String> fingerprint, Recipe recipe, Contract contract) {
        this(target, fingerprint, Optional.empty(), recipe, contract);
    }
}
