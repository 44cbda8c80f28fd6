package dev.shisa.sandbox.life;

import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.Identity;
import dev.shisa.sandbox.directory.Mailbox;
import dev.shisa.sandbox.directory.RoleAssignment;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** Whom something can happen to. Choosing costs the same however many accounts there are. */
final class Population {

    private static final List<String> PROTECTED = List.of("rehearsal-", "sentinel-", "breakglass-");
    private static final int TRIES = 300;

    private final Directory directory;

    Population(Directory directory) {
        this.directory = directory;
    }

    /**
     * An ordinary account that passes the test: the one whose id follows a random one. Ids are random, so any may be
     * met.
     */
    Optional<User> choose(SplittableRandom random, Predicate<User> test) {
        for (int i = 0; i < TRIES; i++) {
            Map.Entry<String, User> next = directory.active().ceilingEntry(Draws.id(random));
            Map.Entry<String, User> entry = next == null ? directory.active().firstEntry() : next;
            if (entry != null && ordinary(entry.getValue()) && test.test(entry.getValue())) {
                return Optional.of(entry.getValue());
            }
        }
        return Optional.empty();
    }

    /** An active member of the organisation who is no administrator, and whom nobody has set apart. */
    boolean ordinary(User user) {
        Mailbox mailbox = user.mailbox();
        return user.identity() == Identity.ACTIVE && "Member".equals(user.text(UserField.USER_TYPE))
                && !user.flag(UserField.MANAGEMENT_RESTRICTED) && (mailbox == null || mailbox.needsLicence())
                && !setApart(user) && directory.roles().stream().noneMatch(role -> holds(user, role));
    }

    /** Whether the name says that nothing may happen to the account. */
    static boolean setApart(User user) {
        String name = user.principalName().toLowerCase(Locale.ROOT);
        return PROTECTED.stream().anyMatch(name::startsWith);
    }

    private static boolean holds(User user, RoleAssignment role) {
        return role.principal().equals(user.id()) || user.texts(UserField.GROUPS).contains(role.principal());
    }
}
