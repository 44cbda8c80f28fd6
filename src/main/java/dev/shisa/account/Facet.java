package dev.shisa.account;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One watched aspect of an account. The order is the order in which people read a loss table. */
public enum Facet {
    /** Active, in the recycle bin, or gone. */
    IDENTITY(Reach.TENANT_WIDE),
    /** The flag that lets the account sign in; not a proof that it can. */
    ENABLED(Reach.TENANT_WIDE),
    /** The mailbox with its GUID. */
    MAILBOX(Reach.TARGETS),
    /** The archive mailbox. */
    ARCHIVE(Reach.TARGETS),
    /** Hidden from address lists or visible. */
    VISIBILITY(Reach.TARGETS),
    /** Legal and retention holds. */
    HOLDS(Reach.TARGETS),
    /** SKUs with their disabled plans and their source. */
    LICENCES(Reach.TENANT_WIDE),
    /** Sign-in name, primary address, all proxy addresses. */
    ADDRESSES(Reach.TENANT_WIDE),
    /** Directory roles, assigned or eligible, directly or through a group. */
    ROLES(Reach.TENANT_WIDE),
    /** Memberships and ownerships. */
    GROUPS(Reach.TARGETS),
    /** Time of the last password change. */
    PASSWORD(Reach.TARGETS),
    /** Digest of the named properties. */
    PROFILE(Reach.TARGETS);

    /** How dear a facet is to read. */
    public enum Reach {
        /** A listing of the whole tenant carries it. */
        TENANT_WIDE,
        /** It takes requests per account, so only targets and sentinels are read. */
        TARGETS
    }

    private final Reach reach;
    private final String label;

    Facet(Reach reach) {
        this.reach = reach;
        this.label = name().toLowerCase(Locale.ROOT);
    }

    /** How dear this facet is to read. */
    public Reach reach() {
        return reach;
    }

    /** Whether the mailbox service keeps it, which follows the directory after a while: it is waited for longer, and does not hold up a run. */
    public boolean followsLater() {
        return this == MAILBOX || this == ARCHIVE || this == VISIBILITY || this == HOLDS;
    }

    /** The name in files, options and output. */
    public String label() {
        return label;
    }

    /** The facet of that name, whatever its case. */
    public static Optional<Facet> parse(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        for (Facet facet : values()) {
            if (facet.label().equals(wanted)) {
                return Optional.of(facet);
            }
        }
        return Optional.empty();
    }

    /**
     * What goes with this facet when it is lost: losing the identity takes everything, losing the mailbox takes what hangs on it.
     */
    public Set<Facet> dominates() {
        return switch (this) {
            case IDENTITY -> EnumSet.complementOf(EnumSet.of(IDENTITY));
            case MAILBOX -> EnumSet.of(ARCHIVE, VISIBILITY);
            default -> EnumSet.noneOf(Facet.class);
        };
    }
}
