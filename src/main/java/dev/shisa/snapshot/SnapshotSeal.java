package dev.shisa.snapshot;

/**
 * What a file of accounts must be.
 *
 * @param sha256 digest of its lines before compression, in hexadecimal
 * @param lines how many lines it has
 */
public record SnapshotSeal(String sha256, long lines) {
}
