package dev.shisa.snapshot;

import dev.shisa.account.AccountId;

/**
 * A block of a file of accounts.
 *
 * @param first the account of its first line
 * @param offset where it begins in the file, in bytes
 */
record Block(AccountId first, long offset) {
}
