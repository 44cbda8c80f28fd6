package dev.shisa.sandbox.directory;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a mailbox follows the licences of its owner. Pure. */
public final class Mailboxes {

    private Mailboxes() {
    }

    /** Whether an enabled service plan gives the user a mailbox. */
    public static boolean entitled(User user) {
        for (Assignment assignment : user.assignments()) {
            for (ServicePlan plan : Skus.known(assignment.skuId()).plans()) {
                if (plan.mailbox() && !assignment.disabledPlans().contains(plan.id())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The user with the mailbox that the licences now give or take. */
    public static User follow(User user, String now) {
        Mailbox mailbox = user.mailbox();
        Mailbox next = entitled(user) ? given(mailbox, now) : taken(mailbox, now);
        return Objects.equals(next, mailbox) ? user : user.with(UserField.MAILBOX, next);
    }

    private static Mailbox given(@Nullable Mailbox mailbox, String now) {
        if (mailbox == null || mailbox.state() == Mailbox.State.ABSENT) {
            return Mailbox.ofUser(Accounts.freshId());
        }
        if (mailbox.state() != Mailbox.State.TOMBSTONE) {
            return mailbox;
        }
        return kept(mailbox, now) ? mailbox.in(Mailbox.State.PRESENT, null) : Mailbox.ofUser(Accounts.freshId());
    }

    private static boolean kept(Mailbox mailbox, String now) {
        String since = mailbox.since();
        return since != null && Instant.parse(now).isBefore(Instant.parse(since).plus(Directory.RETENTION));
    }

    private static @Nullable Mailbox taken(@Nullable Mailbox mailbox, String now) {
        if (mailbox == null || !mailbox.present() || !mailbox.needsLicence()) {
            return mailbox;
        }
        return mailbox.in(Mailbox.State.TOMBSTONE, now);
    }
}
