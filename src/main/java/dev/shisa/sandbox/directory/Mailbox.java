package dev.shisa.sandbox.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mailbox of one user.
 *
 * @param guid    the Exchange GUID; another GUID is another mailbox with other content
 * @param since   since when it is a tombstone or soft-deleted (UTC, whole seconds); while it is present: since when its
 *                end is pending because the licence is gone, or null
 * @param purpose what Graph calls userPurpose: user, shared, room, equipment
 * @param archive none, active or auto-expanding
 * @param holds   names of the holds on it
 * @param hidden  hidden from address lists
 * @param properties forwarding, quota, delegates
 */
public record Mailbox(String guid, State state, @Nullable String since, String purpose, String archive,
        List<String> holds, boolean hidden, MailboxProperties properties) {

    /** Where a mailbox stands in its life. */
    public enum State {
        PRESENT("present"),
        TOMBSTONE("tombstone"),
        SOFT_DELETED("soft-deleted"),
        ABSENT("absent");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public Mailbox {
        holds = List.copyOf(holds);
    }

    /** A person's ordinary mailbox: no archive, no hold, visible. */
    public static Mailbox ofUser(String guid) {
        return new Mailbox(guid, State.PRESENT, null, "user", "none", List.of(), false, MailboxProperties.NONE);
    }

    public boolean present() {
        return state == State.PRESENT;
    }

    /** Usable, but without a licence, and only for so long. */
    boolean pending() {
        return present() && since != null;
    }

    /** Person's mailboxes live by a licence; shared, room and equipment mailboxes need none. */
    public boolean needsLicence() {
        return purpose.equals("user");
    }

    Mailbox in(State next, @Nullable String moment) {
        return new Mailbox(guid, next, moment, purpose, archive, holds, hidden, properties);
    }

    /** The same owner with another, empty mailbox. */
    public Mailbox replaced(String otherGuid) {
        return new Mailbox(otherGuid, state, since, purpose, "none", holds, hidden, MailboxProperties.NONE);
    }

    public Mailbox withArchive(String kind) {
        return new Mailbox(guid, state, since, purpose, kind, holds, hidden, properties);
    }

    public Mailbox withHolds(List<String> names) {
        return new Mailbox(guid, state, since, purpose, archive, names, hidden, properties);
    }

    public Mailbox hiddenFromLists() {
        return new Mailbox(guid, state, since, purpose, archive, holds, true, properties);
    }

    public Mailbox with(MailboxProperties arranged) {
        return new Mailbox(guid, state, since, purpose, archive, holds, hidden, arranged);
    }
}
