package dev.shisa.lint;

import java.util.Locale;
import java.util.Optional;

/**
 * One property of a cmdlet that rules ask for. Immutable.
 *
 * @param kind the property
 * @param occasion when the cmdlet has it
 */
public record Mark(Kind kind, Occasion occasion) {

    /** The properties that rules ask for. */
    public enum Kind {
        /** The account itself goes, to a recycle bin or for good. */
        IDENTITY_DESTROYED,
        /** No recycle bin and no restore gives it back. */
        PERMANENT,
        /** The second step after a removal: it takes what a recycle bin would still give back. */
        PURGES,
        /** A hold or a retention ends, so that content may be deleted from then on. */
        HOLD_LIFTED,
        /** A device is set back or loses its data. */
        DEVICE_WIPE,
        /** People get mail or a message. */
        SENDS_MAIL,
        /** Mail, files or list items are deleted. */
        CONTENT_DESTROYED,
        /** Somebody loses a right, a role, a membership or a licence. */
        ACCESS_REVOKED,
        /** A group, a team, a site, an application or a device's record goes. */
        OBJECT_REMOVED,
        /** It hits the organisation as a whole: a domain, a policy, a rule of mail flow, a database. */
        TENANT_WIDE,
        /** A text is run as code. */
        CODE_FROM_TEXT;

        /** The name in files and output. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether it says by itself that something is lost. */
        public boolean isLoss() {
            return this != SENDS_MAIL && this != TENANT_WIDE && this != CODE_FROM_TEXT;
        }

        static Optional<Kind> parse(String label) {
            for (Kind kind : values()) {
                if (kind.label().equals(label)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /** The condition under which the cmdlet has it; empty when there is none. */
    public Optional<Condition> when() {
        return occasion.when();
    }

    /** Whether the cmdlet has it in that call, as far as can be seen: in doubt it has. */
    public boolean applies(Given given) {
        return occasion.applies(given);
    }
}
