package dev.shisa.sandbox.directory;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What many users have in common, kept once. The mail address, the nickname and the addresses of such users follow from
 * their names. Immutable, thread-safe; two shapes are never equal.
 */
public final class Shape {

    static final Shape BLANK = new Shape(new @Nullable Object[UserField.values().length]);
    /** The fields that can follow from the user principal name. */
    static final List<UserField> FOLLOWING = List.of(UserField.MAIL, UserField.MAIL_NICKNAME,
            UserField.PROXY_ADDRESSES);

    private static final List<UserField> INDIVIDUAL = List.of(UserField.USER_PRINCIPAL_NAME, UserField.DISPLAY_NAME,
            UserField.GROUPS, UserField.MAILBOX);
    private static final long INDIVIDUAL_BITS = bits(INDIVIDUAL);
    private static final long FOLLOWING_BITS = bits(FOLLOWING);

    private final @Nullable Object[] values;

    private Shape(@Nullable Object[] values) {
        this.values = values;
    }

    /**
     * The shape of all users that differ from the model in nothing but their names, groups and mailboxes.
     *
     * @throws IllegalArgumentException when the model's addresses do not follow from its name
     */
    public static Shape of(User model) {
        @Nullable
        Object[] values = new @Nullable Object[UserField.values().length];
        for (UserField field : UserField.values()) {
            values[field.slot()] = INDIVIDUAL.contains(field) ? null : model.value(field);
        }
        follow(values, UserField.MAIL, Following.Name.WHOLE, model);
        follow(values, UserField.MAIL_NICKNAME, Following.Name.LOCAL_PART, model);
        follow(values, UserField.PROXY_ADDRESSES, Following.Name.TWO_ADDRESSES, model);
        return new Shape(values);
    }

    private static void follow(@Nullable Object[] values, UserField field, Following.Name rule, User model) {
        if (!rule.of(model).equals(model.value(field))) {
            throw new IllegalArgumentException("the model's " + field.label() + " is not the name's " + rule.label()
                    + ": " + model.value(field));
        }
        values[field.slot()] = rule;
    }

    /** A user of this shape with an ordinary mailbox. */
    public User user(String id, String principalName, String displayName, List<String> groups, UUID mailbox) {
        return new User(id, this, INDIVIDUAL_BITS, new @Nullable Object[]{principalName, displayName, groups,
                new Following.OrdinaryMailbox(mailbox.getMostSignificantBits(), mailbox.getLeastSignificantBits())});
    }

    @Nullable
    Object value(UserField field) {
        return values[field.slot()];
    }

    /** Whether a field of a user, who has these of its own, follows from the user's name. */
    boolean followsName(long owned) {
        return this != BLANK && (FOLLOWING_BITS & ~owned) != 0;
    }

    private static long bits(List<UserField> fields) {
        long bits = 0;
        for (UserField field : fields) {
            bits |= 1L << field.slot();
        }
        return bits;
    }
}
