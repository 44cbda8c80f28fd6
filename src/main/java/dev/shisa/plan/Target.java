package dev.shisa.plan;

import dev.shisa.account.AccountId;

/**
 * An account that a plan will change.
 *
 * @param id the account
 * @param name its sign-in name when the plan was made; for people only
 * @param shape label of its shape
 * @param fingerprint what decided its treatment
 */
public record Target(AccountId id, String name, String shape, String fingerprint) {
}
