package dev.shisa.sandbox.exchange;

import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.Identity;
import dev.shisa.sandbox.directory.Mailbox;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which mailboxes a Get-Mailbox looks among, and what names one of them. */
final class MailboxPool {

    private final Directory directory;
    private final Predicate<User> within;

    private MailboxPool(Directory directory, Predicate<User> within) {
        this.directory = directory;
        this.within = within;
    }

    static MailboxPool of(Directory directory, Invocation call) {
        if (call.flag("InactiveMailboxOnly")) {
            return new MailboxPool(directory, MailboxPool::inactive);
        }
        if (call.flag("SoftDeletedMailbox")) {
            return new MailboxPool(directory, MailboxPool::kept);
        }
        boolean more = call.flag("IncludeInactiveMailbox");
        return new MailboxPool(directory, user -> present(user) || (more && inactive(user)));
    }

    private static boolean present(User user) {
        Mailbox mailbox = user.mailbox();
        return user.identity() == Identity.ACTIVE && mailbox != null && mailbox.present();
    }

    /** Disconnected from an account that lives, or deleted with its account: both are kept for a while. */
    private static boolean kept(User user) {
        Mailbox mailbox = user.mailbox();
        return mailbox != null && switch (user.identity()) {
            case ACTIVE -> mailbox.state() == Mailbox.State.TOMBSTONE;
            case SOFT_DELETED -> mailbox.state() == Mailbox.State.SOFT_DELETED;
            case ABSENT -> false;
        };
    }

    /** A hold keeps the mailbox of a deleted account. */
    static boolean inactive(User user) {
        Mailbox mailbox = user.mailbox();
        return user.identity() == Identity.SOFT_DELETED && mailbox != null && !mailbox.holds().isEmpty() && kept(user);
    }

    /**
     * The members after an id, in the order of their ids, no more than are asked for: a page of a large tenant must not look at everybody behind
     * it.
     */
    List<User> after(String id, Predicate<User> wanted, long most) {
        Iterator<User> active = directory.active().tailMap(id, false).values().iterator();
        Iterator<User> deleted = directory.deleted().tailMap(id, false).values().iterator();
        List<User> members = new ArrayList<>();
        User left = next(active);
        User right = next(deleted);
        while (members.size() < most && (left != null || right != null)) {
            boolean first = right == null || (left != null && left.id().compareTo(right.id()) < 0);
            User user = Objects.requireNonNull(first ? left : right);
            if (within.test(user) && wanted.test(user)) {
                members.add(user);
            }
            if (first) {
                left = next(active);
            } else {
                right = next(deleted);
            }
        }
        return members;
    }

    private static @Nullable User next(Iterator<User> users) {
        return users.hasNext() ? users.next() : null;
    }

    /** The one member that an identity names: object id, mailbox GUID, sign-in name, address, alias or name. */
    User one(String identity) {
        User known = directory.everKnown(identity);
        User byName = known == null ? directory.find(identity) : known;
        if (byName != null && (known != null || within.test(byName))) {
            return checked(byName, identity);
        }
        List<User> found = after("", user -> named(user, identity), 2);
        if (found.size() > 1) {
            throw ExchangeProblem.ambiguous(identity);
        }
        return checked(found.isEmpty() ? null : found.getFirst(), identity);
    }

    private User checked(@Nullable User user, String identity) {
        if (user == null || !within.test(user)) {
            throw ExchangeProblem.notFound(identity);
        }
        return user;
    }

    private static boolean named(User user, String identity) {
        Mailbox mailbox = user.mailbox();
        return (mailbox != null && mailbox.guid().equalsIgnoreCase(identity))
                || identity.equalsIgnoreCase(user.text(UserField.USER_PRINCIPAL_NAME))
                || identity.equalsIgnoreCase(user.text(UserField.MAIL_NICKNAME))
                || identity.equalsIgnoreCase(user.text(UserField.DISPLAY_NAME))
                || user.texts(UserField.PROXY_ADDRESSES).stream()
                        .anyMatch(address -> address.equalsIgnoreCase("smtp:" + identity));
    }
}
