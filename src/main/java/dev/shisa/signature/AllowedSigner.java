package dev.shisa.signature;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One line of an allowed signers file.
 *
 * @param line its number in the file, from 1
 * @param principals who holds the key, as written, at least one
 * @param isPattern whether a principal stands for more than itself, so that the line does not say who signs
 * @param isAuthority whether the key signs certificates and not messages
 * @param namespaces what it may sign for, as written; empty for everything
 * @param validAfter from when, inclusive; empty for always
 * @param validBefore until when, exclusive; empty for ever
 * @param key the key
 */
record AllowedSigner(int line, SortedSet<String> principals, boolean isPattern, boolean isAuthority,
        Optional<PatternList> namespaces, Optional<Instant> validAfter, Optional<Instant> validBefore,
        SshPublicKey key) {

    AllowedSigner {
        principals = Collections.unmodifiableSortedSet(new TreeSet<>(principals));
    }

    boolean mayUse(String namespace) {
        return namespaces.isEmpty() || namespaces.get().matches(namespace);
    }

    boolean isValid(Instant at) {
        return validAfter.stream().noneMatch(at::isBefore) && validBefore.stream().allMatch(at::isBefore);
    }

    /** From when until when, for a sentence. */
    String validity() {
        return validAfter.map(from -> "from " + from).orElse("from ever") + " "
                + validBefore.map(until -> "until " + until).orElse("for ever");
    }

    String names() {
        return String.join(", ", principals);
    }
}
