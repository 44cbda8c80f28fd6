package dev.shisa.sandbox.life;

import dev.shisa.sandbox.directory.Accounts;
import dev.shisa.sandbox.directory.Assignment;
import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.Group;
import dev.shisa.sandbox.directory.Mailbox;
import dev.shisa.sandbox.directory.Mailboxes;
import dev.shisa.sandbox.directory.Role;
import dev.shisa.sandbox.directory.ServiceActor;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What happens to single accounts. Changes nothing itself. */
final class AccountEvents {

    private static final List<UserField> FROM_PERSONNEL = List.of(UserField.DEPARTMENT, UserField.JOB_TITLE,
            UserField.EMPLOYEE_ID, UserField.COMPANY_NAME, UserField.OFFICE_LOCATION, UserField.MOBILE_PHONE);
    private static final double LICENSED_JOINERS = 0.7;

    private final Directory directory;
    private final Population population;
    private final boolean synced;

    /**
     * What happens to accounts.
     *
     * @param synced whether some accounts come from a directory on premises
     */
    AccountEvents(Directory directory, Population population, boolean synced) {
        this.directory = directory;
        this.population = population;
        this.synced = synced;
    }

    Optional<Outcome> leaver(SplittableRandom random) {
        return population.choose(random, user -> user.enabled() && !user.synced())
                .map(user -> Outcome.of(ServiceActor.HR.label(), user.with(UserField.ACCOUNT_ENABLED, false)));
    }

    Optional<Outcome> passwordChanged(SplittableRandom random, String now) {
        return population.choose(random, user -> user.enabled() && !user.synced())
                .map(user -> Outcome.of(ServiceActor.USER + user.id(),
                        user.with(UserField.PASSWORD_CHANGED, now).with(UserField.SESSIONS_VALID_FROM, now)));
    }

    /** The synchronisation blanks what it masters; without one, the application that carries personnel records does. */
    Optional<Outcome> attributesBlanked(SplittableRandom random) {
        return population.choose(random, user -> user.synced() == synced && !filled(user).isEmpty()).map(user -> {
            List<UserField> filled = filled(user);
            User next = user.with(filled.get(random.nextInt(filled.size())), null)
                    .with(filled.get(random.nextInt(filled.size())), null);
            return Outcome.of(synced ? ServiceActor.SYNC.label() : ServiceActor.HR.label(), next);
        });
    }

    private static List<UserField> filled(User user) {
        return FROM_PERSONNEL.stream().filter(field -> user.text(field) != null).toList();
    }

    Optional<Outcome> deleted(SplittableRandom random, String now) {
        Optional<String> administrator = administrator(random);
        return administrator.flatMap(by -> population.choose(random, user -> !user.synced())
                .map(user -> Outcome.of(by, Accounts.softDelete(user, now))));
    }

    /** Somebody who may administer users, as a change names them. */
    Optional<String> administrator(SplittableRandom random) {
        List<String> all = directory.roles().stream()
                .filter(role -> !role.eligible()
                        && (role.role() == Role.GLOBAL_ADMINISTRATOR || role.role() == Role.USER_ADMINISTRATOR))
                .map(role -> directory.active().get(role.principal()))
                .flatMap(user -> user == null || !user.enabled()
                        ? Optional.<String>empty().stream()
                        : Optional.of(user.id()).stream())
                .distinct().sorted().toList();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(ServiceActor.USER + all.get(random.nextInt(all.size())));
    }

    /** A newcomer like somebody who is there: in the same groups, most with the same licence. */
    Optional<Outcome> joiner(SplittableRandom random, String now) {
        String id = Draws.id(random);
        String local = "joiner-" + id.substring(0, 8);
        String name = local + "@" + directory.content().defaultDomain();
        Optional<User> model = population.choose(random, user -> !user.synced());
        if (model.isEmpty() || directory.find(name) != null) {
            return Optional.empty();
        }
        User like = model.get();
        User user = User.blank(id).with(UserField.USER_PRINCIPAL_NAME, name)
                .with(UserField.DISPLAY_NAME, "Joiner " + id.substring(0, 8)).with(UserField.MAIL_NICKNAME, local)
                .with(UserField.ACCOUNT_ENABLED, true).with(UserField.USER_TYPE, "Member").with(UserField.CREATED, now)
                .with(UserField.PASSWORD_CHANGED, now).with(UserField.SESSIONS_VALID_FROM, now)
                .with(UserField.USAGE_LOCATION, like.text(UserField.USAGE_LOCATION))
                .with(UserField.DEPARTMENT, like.text(UserField.DEPARTMENT))
                .with(UserField.JOB_TITLE, like.text(UserField.JOB_TITLE))
                .with(UserField.GROUPS, like.texts(UserField.GROUPS).stream().filter(this::plain).toList());
        boolean licensed = random.nextDouble() < LICENSED_JOINERS;
        return Optional.of(Outcome.of(ServiceActor.HR.label(), licensed ? licensed(user, like, random, now) : user));
    }

    private User licensed(User user, User like, SplittableRandom random, String now) {
        String sku = like.assignments().stream().filter(Assignment::direct).map(Assignment::skuId).findFirst()
                .orElse("");
        if (sku.isEmpty() || directory.seats().used(sku) >= directory.seats().bought(sku)) {
            return user;
        }
        User next = user.with(UserField.ASSIGNMENTS, List.of(new Assignment(sku, List.of(), null, now)))
                .with(UserField.RETIRED_PLANS, directory.retiredPlans().isEmpty() ? null : directory.retiredPlans());
        return Mailboxes.entitled(next)
                ? next.with(UserField.MAILBOX, Mailbox.ofUser(Draws.id(random)))
                        .with(UserField.MAIL, user.principalName())
                        .with(UserField.PROXY_ADDRESSES, List.of("SMTP:" + user.principalName()))
                : next;
    }

    private boolean plain(String groupId) {
        return isPlain(directory.groups().get(groupId));
    }

    /** Whether the tenant decides on a membership, and it gives neither a role nor a licence. */
    static boolean isPlain(@Nullable Group group) {
        return group != null && group.kind() != Group.Kind.ROLE_ASSIGNABLE && group.kind() != Group.Kind.SYNCED
                && group.licences().isEmpty();
    }
}
