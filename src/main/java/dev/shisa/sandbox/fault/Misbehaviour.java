package dev.shisa.sandbox.fault;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the tenant does besides, or instead of, what it was told. */
public enum Misbehaviour {
    IDENTITY_LOST,
    NEW_MAILBOX,
    ADDRESS_LOST,
    OTHER_ACCOUNT_HIT,
    PASSWORD_RESET,
    NOTHING_DONE;

    /** The name in a fault file. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static @Nullable Misbehaviour labelled(String label) {
        for (Misbehaviour kind : values()) {
            if (kind.label().equals(label)) {
                return kind;
            }
        }
        return null;
    }

    /** new-mailbox strikes what gives back, all others strike what takes away. */
    boolean strikes(boolean removing) {
        return removing != (this == NEW_MAILBOX);
    }
}
