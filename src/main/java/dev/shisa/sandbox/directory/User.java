package dev.shisa.sandbox.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One user at one moment: immutable, thread-safe. A changed user is a new object, so a reader always sees one whole
 * state.
 */
public final class User {

    private static final int WIDTH = UserField.values().length;

    private final String id;
    private final @Nullable Object[] slots;

    private User(String id, @Nullable Object[] slots) {
        this.id = id;
        this.slots = slots;
    }

    /** A user of whom nothing is known but the object id. */
    public static User blank(String id) {
        return new User(id, new @Nullable Object[WIDTH]);
    }

    public String id() {
        return id;
    }

    /** A copy that differs in one field. The value's type is the field's kind; null takes the value away. */
    public User with(UserField field, @Nullable Object value) {
        @Nullable
        Object[] copy = slots.clone();
        copy[field.slot()] = value;
        return new User(id, copy);
    }

    public @Nullable Object value(UserField field) {
        return slots[field.slot()];
    }

    public @Nullable String text(UserField field) {
        return (String) slots[field.slot()];
    }

    public boolean flag(UserField field) {
        return Boolean.TRUE.equals(slots[field.slot()]);
    }

    @SuppressWarnings("unchecked")
    public List<String> texts(UserField field) {
        List<String> list = (List<String>) slots[field.slot()];
        return list == null ? List.of() : list;
    }

    @SuppressWarnings("unchecked")
    public List<Assignment> assignments() {
        List<Assignment> list = (List<Assignment>) slots[UserField.ASSIGNMENTS.slot()];
        return list == null ? List.of() : list;
    }

    @SuppressWarnings("unchecked")
    public List<AppRoleAssignment> appRoles() {
        List<AppRoleAssignment> list = (List<AppRoleAssignment>) slots[UserField.APP_ROLES.slot()];
        return list == null ? List.of() : list;
    }

    public @Nullable Mailbox mailbox() {
        return (Mailbox) slots[UserField.MAILBOX.slot()];
    }

    /** The user principal name; empty only for a blank user. */
    public String principalName() {
        String name = text(UserField.USER_PRINCIPAL_NAME);
        return name == null ? "" : name;
    }

    public Identity identity() {
        if (flag(UserField.PURGED)) {
            return Identity.ABSENT;
        }
        return slots[UserField.DELETED.slot()] == null ? Identity.ACTIVE : Identity.SOFT_DELETED;
    }

    public boolean enabled() {
        return flag(UserField.ACCOUNT_ENABLED);
    }

    public boolean synced() {
        return flag(UserField.ON_PREMISES_SYNC_ENABLED);
    }
}
