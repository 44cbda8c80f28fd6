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
            Mailbox next = mailbox.pending()
                    ? mailbox.in(Mailbox.State.TOMBSTONE, ServerClock.stamp(mailboxEnd(user)))
                    : mailbox.in(Mailbox.State.ABSENT, null);
            into.add(user.with(UserField.MAILBOX, next));
        }
    }

    private static Instant accountEnd(User user) {
        return user.identity() == Identity.SOFT_DELETED ? after(user.text(UserField.DELETED)) : Instant.MAX;
    }

    private static Instant mailboxEnd(User user) {
        Mailbox mailbox = user.mailbox();
        if (mailbox == null || user.identity() == Identity.ABSENT) {
            return Instant.MAX;
        }
        boolean ends = mailbox.state() == Mailbox.State.TOMBSTONE || mailbox.pending();
        return ends ? after(mailbox.since()) : Instant.MAX;
    }

    private static Instant after(@Nullable String since) {
        return since == null ? Instant.MAX : Instant.parse(since).plus(Directory.RETENTION);
    }
}
