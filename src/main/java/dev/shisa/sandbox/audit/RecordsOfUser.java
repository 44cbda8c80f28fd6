package dev.shisa.sandbox.audit;

import dev.shisa.sandbox.audit.AuditRecord.Activity;
import dev.shisa.sandbox.audit.AuditRecord.Modified;
import dev.shisa.sandbox.audit.AuditRecord.Target;
import dev.shisa.sandbox.directory.Accounts;
import dev.shisa.sandbox.directory.AppRoleAssignment;
import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.Group;
import dev.shisa.sandbox.directory.Identity;
import dev.shisa.sandbox.directory.ServicePrincipal;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the directory's log tells of one user's change: a record for each thing that changed, none for a mailbox. Pure. */
final class RecordsOfUser {

    /** A record without who and when. */
    record Told(Activity activity, List<Target> targets) {
    }

    private final @Nullable User before;
    private final User after;
    private final boolean himself;
    private final Directory directory;
    private final List<Told> told = new ArrayList<>();

    private RecordsOfUser(@Nullable User before, User after, boolean himself, Directory directory) {
        this.before = before;
        this.after = after;
        this.himself = himself;
        this.directory = directory;
    }

    /**
     * The records of a change.
     *
     * @param himself whether the user did it
     */
    static List<Told> of(@Nullable User before, User after, boolean himself, Directory directory) {
        RecordsOfUser records = new RecordsOfUser(before, after, himself, directory);
        if (before == null) {
            records.made();
        } else {
            records.changed(before);
            records.moved(before.identity());
        }
        return records.told;
    }

    private void made() {
        List<Modified> modified = new ArrayList<>();
        modified.addAll(ModifiedProperties.one("AccountEnabled", UserField.ACCOUNT_ENABLED, null, after));
        modified.addAll(ModifiedProperties.one("StsRefreshTokensValidFrom", UserField.SESSIONS_VALID_FROM, null,
                after));
        modified.addAll(ModifiedProperties.plain(null, after));
        modified.add(ModifiedProperties.included(modified));
        tell(Activities.ADD_USER, modified);
        licences();
        relations(User.blank(after.id()));
    }

    private void changed(User old) {
        if (old.enabled() != after.enabled()) {
            tell(after.enabled() ? Activities.ENABLE : Activities.DISABLE,
                    ModifiedProperties.one("AccountEnabled", UserField.ACCOUNT_ENABLED, old, after));
        }
        dated(UserField.PASSWORD_CHANGED, "LastPasswordChangeTimestamp",
                himself ? Activities.OWN_PASSWORD : Activities.RESET_PASSWORD);
        dated(UserField.SESSIONS_VALID_FROM, "StsRefreshTokensValidFrom", Activities.SESSIONS);
        licences();
        relations(old);
        User compared = named(old);
        if (after.text(UserField.MANAGER) != null) {
            manager();
            compared = compared.with(UserField.MANAGER, after.text(UserField.MANAGER));
        }
        List<Modified> modified = ModifiedProperties.plain(compared, named(after));
        boolean location = !Objects.equals(old.value(UserField.USAGE_LOCATION), after.value(UserField.USAGE_LOCATION));
        if (!modified.isEmpty() || location) {
            modified.add(ModifiedProperties.included(modified));
            modified.add(new Modified("TargetId.UserType", null,
                    ModifiedProperties.text(String.valueOf(after.text(UserField.USER_TYPE)))));
            tell(Activities.UPDATE_USER, modified);
        }
    }

    /** The user under the name that a deletion only hides. */
    private static User named(User user) {
        return user.with(UserField.USER_PRINCIPAL_NAME, Accounts.originalName(user));
    }

    private void moved(Identity from) {
        if (from == after.identity()) {
            return;
        }
        Modified hard = new Modified("Is Hard Deleted", null,
                ModifiedProperties.text(after.identity() == Identity.ABSENT ? "True" : "False"));
        switch (after.identity()) {
            case ACTIVE -> tell(Activities.RESTORE_USER, List.of());
            case SOFT_DELETED -> tell(Activities.DELETE_USER, List.of(hard));
            case ABSENT -> tell(Activities.HARD_DELETE_USER, List.of(hard));
        }
    }

    private void dated(UserField field, String name, Activity activity) {
        List<Modified> modified = ModifiedProperties.one(name, field, before, after);
        if (!modified.isEmpty()) {
            tell(activity, modified);
        }
    }

    private void licences() {
        if (!(before == null ? List.of() : before.assignments()).equals(after.assignments())) {
            tell(Activities.LICENSE, ModifiedProperties.licences(before, after));
        }
    }

    private void relations(User old) {
        groups(old, UserField.GROUPS, Activities.JOIN, Activities.LEAVE);
        groups(old, UserField.OWNED, Activities.OWN, Activities.DISOWN);
        appRoles(old.appRoles());
    }

    private void groups(User old, UserField field, Activity joining, Activity leaving) {
        List<String> had = old.texts(field);
        List<String> has = after.texts(field);
        has.stream().filter(id -> !had.contains(id)).forEach(id -> group(id, joining, true));
        had.stream().filter(id -> !has.contains(id)).forEach(id -> group(id, leaving, false));
    }

    private void group(String id, Activity activity, boolean joined) {
        Group group = directory.groups().get(id);
        told.add(new Told(activity,
                List.of(user(after, ModifiedProperties.group(id, group, joined)), new Target(id,
                        group == null ? null : group.displayName(), "Group", null, "unknownFutureValue", List.of()))));
    }

    private void appRoles(List<AppRoleAssignment> had) {
        List<AppRoleAssignment> has = after.appRoles();
        has.stream().filter(one -> !had.contains(one)).forEach(one -> appRole(one, Activities.APP_ROLE, true));
        had.stream().filter(one -> !has.contains(one)).forEach(one -> appRole(one, Activities.NO_APP_ROLE, false));
    }

    private void appRole(AppRoleAssignment assignment, Activity activity, boolean granted) {
        for (ServicePrincipal application : directory.content().applications()) {
            if (application.id().equals(assignment.resource())) {
                List<Modified> modified = ModifiedProperties.appRole(assignment, application.role(assignment.role()),
                        after, granted);
                told.add(new Told(activity, List.of(new Target(application.id(), application.displayName(),
                        "ServicePrincipal", null, null, modified), user(after, List.of()))));
            }
        }
    }

    /** Giving somebody a manager has a record of its own; taking the manager away is an update like any other. */
    private void manager() {
        List<Modified> modified = ModifiedProperties.one("Manager", UserField.MANAGER, before, after);
        if (!modified.isEmpty()) {
            User manager = directory.everKnown(String.valueOf(after.text(UserField.MANAGER)));
            Target named = user(after, modified);
            told.add(new Told(Activities.MANAGER,
                    manager == null ? List.of(named) : List.of(named, user(manager, List.of()))));
        }
    }

    private void tell(Activity activity, List<Modified> modified) {
        told.add(new Told(activity, List.of(user(after, modified))));
    }

    static Target user(User user, List<Modified> modified) {
        return new Target(user.id(), user.text(UserField.DISPLAY_NAME), "User", user.principalName(), null, modified);
    }
}
