package dev.shisa.sandbox.audit;

import dev.shisa.sandbox.audit.AuditRecord.Activity;
import dev.shisa.sandbox.audit.AuditRecord.Modified;
import dev.shisa.sandbox.audit.AuditRecord.Target;
import dev.shisa.sandbox.directory.Accounts;
import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.Group;
import dev.shisa.sandbox.directory.Identity;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
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
    private final NavigableMap<String, Group> groups;
    private final List<Told> told = new ArrayList<>();

    private RecordsOfUser(@Nullable User before, User after, boolean himself, NavigableMap<String, Group> groups) {
        this.before = before;
        this.after = after;
        this.himself = himself;
        this.groups = groups;
    }

    /**
     * The records of a change.
     *
     * @param himself whether the user did it
     */
    static List<Told> of(@Nullable User before, User after, boolean himself, Directory directory) {
        RecordsOfUser records = new RecordsOfUser(before, after, himself, directory.groups());
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
        memberships(List.of());
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
        memberships(old.texts(UserField.GROUPS));
        List<Modified> modified = ModifiedProperties.plain(named(old), named(after));
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

    private void memberships(List<String> had) {
        List<String> has = after.texts(UserField.GROUPS);
        has.stream().filter(id -> !had.contains(id)).forEach(id -> membership(id, true));
        had.stream().filter(id -> !has.contains(id)).forEach(id -> membership(id, false));
    }

    private void membership(String id, boolean joined) {
        Group group = groups.get(id);
        told.add(new Told(joined ? Activities.JOIN : Activities.LEAVE,
                List.of(user(after, ModifiedProperties.group(id, group, joined)), new Target(id,
                        group == null ? null : group.displayName(), "Group", null, "unknownFutureValue", List.of()))));
    }

    private void tell(Activity activity, List<Modified> modified) {
        told.add(new Told(activity, List.of(user(after, modified))));
    }

    static Target user(User user, List<Modified> modified) {
        return new Target(user.id(), user.text(UserField.DISPLAY_NAME), "User", user.principalName(), null, modified);
    }
}
