package dev.shisa.catalog;

import java.util.Set;

/** Words of the command line that a catalog cannot give another meaning. */
final class ReservedWords {
    /** Built-in nouns. */
    static final Set<String> NOUNS = Set.of("plan", "apply", "rehearse", "evidence", "approve", "undo", "run", "halt",
            "snapshot", "account", "audit", "catalog", "policy", "waiver", "lint", "tenant", "sandbox", "smoke",
            "shell", "exit-codes", "help", "completion");

    /** Options that every command has, without their dashes. */
    static final Set<String> OPTIONS = Set.of("all", "from", "filter", "group", "exclude-from", "column",
            "expect-count", "reason", "ticket", "execute", "confirm", "accept-loss", "tenant", "store", "catalog",
            "policies", "output", "o", "lang", "no-input", "no-color", "v", "q", "help", "version", "not-before");

    private ReservedWords() {
    }
}
