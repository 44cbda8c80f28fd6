package dev.shisa.keepsake;

import java.util.List;

/**
 * The part of a keepsake that only the service behind the mailboxes can tell.
 *
 * @param settings how the mailbox is set up
 * @param access who else has rights inside it
 * @param sendAs who may send as it
 */
public record MailboxKeepsake(Part<MailboxSettings> settings, Part<List<Grant>> access,
        Part<List<Grant>> sendAs) {

    /** Of a mailbox of which nothing can be read, for that reason. */
    public static MailboxKeepsake unreadable(String why) {
        return new MailboxKeepsake(new Part.Unreadable<>(why), new Part.Unreadable<>(why), new Part.Unreadable<>(why));
    }

    /** Of an account without a mailbox in use. */
    public static MailboxKeepsake nothing() {
        String why = "no mailbox in use";
        return new MailboxKeepsake(new Part.Nothing<>(why), new Part.Nothing<>(why), new Part.Nothing<>(why));
    }
}
