package dev.shisa.sandbox.directory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a soft-deleted account and the mailbox of an account without a licence are let go. */
final class Retention {

    private Retention() {
    }

    /** When something of this user ends, or {@link Instant#MAX}. */
    static Instant end(User user) {
        Instant account = accountEnd(user);
        Instant mailbox = mailboxEnd(user);
        return account.isBefore(mailbox) ? account : mailbox;
    }

    /** Adds the user's next state if something has ended. */
    static void collect(User user, Instant now, List<User> into) {
        if (!now.isBefore(accountEnd(user))) {
            into.add(Accounts.purge(user));
            return;
        }
        Mailbox mailbox = user.mailbox();
        if (mailbox != null && !now.isBefore(mailboxEnd(user))) {
            into.add(user.with(UserField.MAILBOX, mailbox.in(Mailbox.State.ABSENT, null)));
        }
    }

    private static Instant accountEnd(User user) {
        return user.identity() == Identity.SOFT_DELETED ? after(user.text(UserField.DELETED)) : Instant.MAX;
    }

    private static Instant mailboxEnd(User user) {
        Mailbox mailbox = user.mailbox();
        if (mailbox == null || mailbox.state() != Mailbox.State.TOMBSTONE || user.identity() == Identity.ABSENT) {
            return Instant.MAX;
        }
        return after(mailbox.since());
    }

    private static Instant after(@Nullable String since) {
        return since == null ? Instant.MAX : Instant.parse(since).plus(Directory.RETENTION);
    }
}
