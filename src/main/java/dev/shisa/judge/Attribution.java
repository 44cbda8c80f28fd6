package dev.shisa.judge;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;

/** Who made a critical change on an account that we did not touch, as far as the tenant's own audit says. */
public sealed interface Attribution {

    /** Our own application. */
    record Ours() implements Attribution {
    }

    /**
     * Somebody else.
     *
     * @param actor the name in the audit log
     */
    record Other(String actor) implements Attribution {
    }

    /** The audit log was asked up to its bound and names nobody. */
    record Nobody() implements Attribution {
    }

    /** Nobody asked the audit log. A critical change then counts as ours. */
    record NotAsked() implements Attribution {
    }

    /** Looks changes up. Must be a pure look-up of what was fetched beforehand. */
    @FunctionalInterface
    interface Lookup {
        /** Who changed that facet of that account. */
        Attribution of(AccountId account, Facet facet);

        /** A look-up for a tenant whose audit log was not read. */
        static Lookup notAsked() {
            return (_, _) -> new NotAsked();
        }
    }
}
