package dev.shisa.sandbox.directory;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One user at one moment: immutable, thread-safe. A changed user is a new object, so a reader always sees one whole
 * state.
 *
 * <p>It holds what is its own, close together, and shares the rest with the other users of its {@link Shape}: of a
 * million users there are only some hundred bytes each.
 */
public final class User {

    private final String id;
    private final Shape shape;
    /** A bit for each field that is its own; the bit's place is the field's slot. */
    private final long owned;
    /** The values of those fields, in the order of the slots. */
    private final @Nullable Object[] values;

    User(String id, Shape shape, long owned, @Nullable Object[] values) {
        this.id = id;
        this.shape = shape;
        this.owned = owned;
        this.values = values;
    }

    /** A user of whom nothing is known but the object id. */
    public static User blank(String id) {
        return new User(id, Shape.BLANK, 0, new @Nullable Object[0]);
    }

    public String id() {
        return id;
    }

    /** A copy that differs in one field. The value's type is the field's kind; null takes the value away. */
    public User with(UserField field, @Nullable Object value) {
        if (field == UserField.USER_PRINCIPAL_NAME && shape.followsName(owned)) {
            return settled().owning(field, value);
        }
        return owning(field, value);
    }

    private User owning(UserField field, @Nullable Object value) {
        long bit = 1L << field.slot();
        int place = place(bit);
        @Nullable
        Object[] next;
        if ((owned & bit) != 0) {
            next = values.clone();
        } else {
            next = Arrays.copyOf(values, values.length + 1);
            System.arraycopy(values, place, next, place + 1, values.length - place);
        }
        next[place] = value;
        return new User(id, shape, owned | bit, next);
    }

    /** The same user, whose values do not follow from its name any more. */
    private User settled() {
        User next = this;
        for (UserField field : Shape.FOLLOWING) {
            if ((owned & 1L << field.slot()) == 0) {
                next = next.owning(field, value(field));
            }
        }
        return next;
    }

    private int place(long bit) {
        return Long.bitCount(owned & (bit - 1));
    }

    private @Nullable Object stored(UserField field) {
        long bit = 1L << field.slot();
        return (owned & bit) != 0 ? values[place(bit)] : shape.value(field);
    }

    public @Nullable Object value(UserField field) {
        Object stored = stored(field);
        return stored instanceof Following following ? following.of(this) : stored;
    }

    public @Nullable String text(UserField field) {
        return (String) value(field);
    }

    public boolean flag(UserField field) {
        return Boolean.TRUE.equals(stored(field));
    }

    @SuppressWarnings("unchecked")
    public List<String> texts(UserField field) {
        List<String> list = (List<String>) value(field);
        return list == null ? List.of() : list;
    }

    @SuppressWarnings("unchecked")
    public List<Assignment> assignments() {
        List<Assignment> list = (List<Assignment>) value(UserField.ASSIGNMENTS);
        return list == null ? List.of() : list;
    }

    @SuppressWarnings("unchecked")
    public List<AppRoleAssignment> appRoles() {
        List<AppRoleAssignment> list = (List<AppRoleAssignment>) value(UserField.APP_ROLES);
        return list == null ? List.of() : list;
    }

    public @Nullable Mailbox mailbox() {
        return (Mailbox) value(UserField.MAILBOX);
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
        return stored(UserField.DELETED) == null ? Identity.ACTIVE : Identity.SOFT_DELETED;
    }

    public boolean enabled() {
        return flag(UserField.ACCOUNT_ENABLED);
    }

    public boolean synced() {
        return flag(UserField.ON_PREMISES_SYNC_ENABLED);
    }

    /** Whom it resembles; users that are equal here have the same values in all fields that {@link #shares} names. */
    public Likeness likeness() {
        return new Likeness(shape, owned);
    }

    /** Whether the value is not kept, but follows from what is. */
    boolean follows(UserField field) {
        return stored(field) instanceof Following;
    }

    /** Whether the value is one that all users of the same likeness have. */
    public boolean shares(UserField field) {
        return (owned & 1L << field.slot()) == 0 && !follows(field);
    }

    /** What a user has in common with others. */
    public record Likeness(Shape shape, long owned) {
    }
}
