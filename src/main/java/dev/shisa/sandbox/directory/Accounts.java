package dev.shisa.sandbox.directory;

import java.util.UUID;

/** How an account moves between active, soft-deleted and gone. Pure: from one state of a user to the next. */
public final class Accounts {

    private Accounts() {
    }

    /** Into the recycle bin: the name is set free by a prefix, the mailbox goes with the account. */
    public static User softDelete(User user, String now) {
        User next = user.with(UserField.DELETED, now).with(UserField.USER_PRINCIPAL_NAME,
                mark(user) + user.principalName());
        Mailbox mailbox = user.mailbox();
        if (mailbox != null && mailbox.present()) {
            next = next.with(UserField.MAILBOX, mailbox.in(Mailbox.State.SOFT_DELETED, now));
        }
        return next;
    }

    /** Out of the recycle bin, with the same mailbox. */
    public static User restore(User user, String now, Delicensing delicensing) {
        User next = user.with(UserField.DELETED, null).with(UserField.USER_PRINCIPAL_NAME, originalName(user));
        Mailbox mailbox = user.mailbox();
        if (mailbox != null && mailbox.state() == Mailbox.State.SOFT_DELETED) {
            next = next.with(UserField.MAILBOX, mailbox.in(Mailbox.State.PRESENT, null));
        }
        return Mailboxes.follow(next, now, delicensing);
    }

    /** For good. */
    public static User purge(User user) {
        User next = user.with(UserField.PURGED, true);
        Mailbox mailbox = user.mailbox();
        return mailbox == null ? next : next.with(UserField.MAILBOX, mailbox.in(Mailbox.State.ABSENT, null));
    }

    /** The user principal name that a deleted user had. */
    public static String originalName(User user) {
        String name = user.principalName();
        String mark = mark(user);
        return name.startsWith(mark) ? name.substring(mark.length()) : name;
    }

    /** A fresh object id. */
    public static String freshId() {
        return UUID.randomUUID().toString();
    }

    private static String mark(User user) {
        return user.id().replace("-", "");
    }
}
