package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.directory.Accounts;
import dev.shisa.sandbox.directory.Delicensing;
import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.Identity;
import dev.shisa.sandbox.directory.Mailbox;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import dev.shisa.sandbox.fault.FaultDesk;
import dev.shisa.sandbox.fault.Misbehaviour;
import dev.shisa.sandbox.fault.StandingConditions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The one place where a write on a user takes effect, honestly or not. */
final class Writes {

    /** What a write does to the account it names. */
    enum Kind {
        REMOVING,
        GIVING,
        NEUTRAL
    }

    private final Directory directory;
    private final FaultDesk faults;

    Writes(Directory directory, FaultDesk faults) {
        this.directory = directory;
        this.faults = faults;
    }

    Directory directory() {
        return directory;
    }

    StandingConditions conditions() {
        return faults.conditions();
    }

    /** How soon a mailbox feels that its licence is gone. */
    Delicensing delicensing() {
        return conditions().delaysDelicensing() ? Delicensing.DELAYED : Delicensing.AT_ONCE;
    }

    /**
     * Lets a write take effect, within {@link Directory#exclusively}.
     *
     * @param change what is done to the account; a misbehaving tenant may do it to another one too
     * @return the account as the honest effect leaves it
     */
    User accept(GraphCall call, User target, Kind kind, UnaryOperator<User> change) {
        conditions().tooSoon(target.id(), directory.clock().now()).ifPresent(rapid -> {
            throw GraphProblem.concurrent().with(rapid.headers());
        });
        User honest = change.apply(target);
        Set<Misbehaviour> strikes = faults.accepted(target.id(), kind == Kind.REMOVING, kind == Kind.GIVING);
        call.concerns(target.id());
        if (strikes.contains(Misbehaviour.NOTHING_DONE)) {
            return honest;
        }
        List<User> after = new ArrayList<>();
        after.add(struck(honest, strikes));
        if (strikes.contains(Misbehaviour.OTHER_ACCOUNT_HIT)) {
            User other = bystander(target);
            if (other != null) {
                after.add(change.apply(other));
            }
        }
        directory.commit(call.caller().clientId(), after);
        call.tookEffect();
        return honest;
    }

    private User struck(User honest, Set<Misbehaviour> strikes) {
        String now = directory.clock().stamp();
        User user = honest;
        if (strikes.contains(Misbehaviour.ADDRESS_LOST)) {
            user = user.with(UserField.PROXY_ADDRESSES, withoutOne(user.texts(UserField.PROXY_ADDRESSES)));
        }
        if (strikes.contains(Misbehaviour.PASSWORD_RESET)) {
            user = user.with(UserField.PASSWORD_CHANGED, now);
        }
        Mailbox mailbox = user.mailbox();
        if (strikes.contains(Misbehaviour.NEW_MAILBOX) && mailbox != null) {
            user = user.with(UserField.MAILBOX, mailbox.replaced(Accounts.freshId()));
        }
        if (strikes.contains(Misbehaviour.IDENTITY_LOST) && user.identity() == Identity.ACTIVE) {
            user = Accounts.softDelete(user, now);
        }
        return user;
    }

    /** The addresses without an alias, or without the last one when there is only the primary. */
    private static List<String> withoutOne(List<String> addresses) {
        List<String> kept = new ArrayList<>(addresses);
        for (int i = kept.size() - 1; i >= 0; i--) {
            if (!kept.get(i).startsWith("SMTP:")) {
                kept.remove(i);
                return List.copyOf(kept);
            }
        }
        return List.of();
    }

    /** The next account by id that nobody has written yet and that has a mailbox to lose. */
    private @Nullable User bystander(User target) {
        for (User other : directory.active().tailMap(target.id(), false).values()) {
            if (suits(other)) {
                return other;
            }
        }
        for (User other : directory.active().headMap(target.id(), false).values()) {
            if (suits(other)) {
                return other;
            }
        }
        return null;
    }

    private boolean suits(User other) {
        Mailbox mailbox = other.mailbox();
        String name = other.principalName().toLowerCase(Locale.ROOT);
        return mailbox != null && mailbox.present() && !faults.written(other.id()) && !name.startsWith("rehearsal-");
    }
}
