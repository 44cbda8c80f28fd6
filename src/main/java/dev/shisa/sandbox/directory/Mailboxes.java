package dev.shisa.sandbox.directory;

import java.time.Instant;
import java.util.List;
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
                if (plan.mailbox() && !assignment.disabledPlans().contains(plan.id())
                        && !user.texts(UserField.RETIRED_PLANS).contains(plan.id())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The user with the mailbox that the licences now give or take. */
    public static User follow(User user, String now, Delicensing delicensing) {
        Mailbox mailbox = user.mailbox();
        Mailbox next = entitled(user) ? given(mailbox, now) : taken(mailbox, now, delicensing);
        if (Objects.equals(next, mailbox)) {
            return user;
        }
        User changed = user.with(UserField.MAILBOX, next);
        return next != null && next.present() && user.texts(UserField.PROXY_ADDRESSES).isEmpty()
                && user.text(UserField.MAIL) == null ? addressed(changed) : changed;
    }

    /** A first mailbox brings the sign-in name as its address. */
    private static User addressed(User user) {
        return user.with(UserField.MAIL, user.principalName()).with(UserField.PROXY_ADDRESSES,
                List.of("SMTP:" + user.principalName()));
    }

    private static Mailbox given(@Nullable Mailbox mailbox, String now) {
        if (mailbox == null || mailbox.state() == Mailbox.State.ABSENT) {
            return Mailbox.ofUser(Accounts.freshId());
        }
        if (mailbox.pending()) {
            return mailbox.in(Mailbox.State.PRESENT, null);
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

    private static @Nullable Mailbox taken(@Nullable Mailbox mailbox, String now, Delicensing delicensing) {
        if (mailbox == null || !mailbox.present() || !mailbox.needsLicence() || mailbox.pending()) {
            return mailbox;
        }
        return mailbox.in(delicensing == Delicensing.DELAYED ? Mailbox.State.PRESENT : Mailbox.State.TOMBSTONE, now);
    }
}
