package dev.shisa.execute;

import dev.shisa.account.AccountId;
import dev.shisa.catalog.Contract;
import java.util.Optional;

/**
 * One account to be written.
 *
 * @param target the account
 * @param fingerprint what it must still look like; empty where any look is right, as for an undo
 * @param recipe what is sent
 * @param contract what it may change
 */
public record Job(AccountId target, Optional<String> fingerprint, Recipe recipe, Contract contract) {
}
