package dev.shisa.sandbox.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

/** A user that shares what it has in common with others is the same user. */
final class ShapeTest {

    private static final UUID GUID = UUID.fromString("11111111-2222-4333-8444-555555555555");
    private static final Shape SHAPE = Shape.of(plain("model", "Model", List.of("x")));

    private static User plain(String local, String display, List<String> groups) {
        String name = local + "@contoso.example";
        return User.blank("id-of-" + local).with(UserField.USER_PRINCIPAL_NAME, name).with(UserField.MAIL, name)
                .with(UserField.DISPLAY_NAME, display).with(UserField.MAIL_NICKNAME, local)
                .with(UserField.PROXY_ADDRESSES, List.of("SMTP:" + name, "smtp:" + local + "@mail.contoso.example"))
                .with(UserField.ACCOUNT_ENABLED, true).with(UserField.GROUPS, groups)
                .with(UserField.ASSIGNMENTS, List.of(new Assignment(Skus.E3.id(), List.of(), null, "then")))
                .with(UserField.MAILBOX, Mailbox.ofUser(GUID.toString()));
    }

    private static User shaped(String local, String display, List<String> groups) {
        return SHAPE.user("id-of-" + local, local + "@contoso.example", display, groups, GUID);
    }

    private static void same(User wanted, User found) {
        assertEquals(wanted.id(), found.id());
        for (UserField field : UserField.values()) {
            assertEquals(wanted.value(field), found.value(field), field.label());
        }
    }

    @Test
    void allFieldsAreAsWithoutAShape() {
        same(plain("one", "One", List.of("g")), shaped("one", "One", List.of("g")));
    }

    @Test
    void addressesStayWhenTheNameChanges() {
        same(plain("one", "One", List.of()).with(UserField.USER_PRINCIPAL_NAME, "two@contoso.example"),
                shaped("one", "One", List.of()).with(UserField.USER_PRINCIPAL_NAME, "two@contoso.example"));
        same(plain("one", "One", List.of()).with(UserField.MAIL, null).with(UserField.USER_PRINCIPAL_NAME, null),
                shaped("one", "One", List.of()).with(UserField.MAIL, null).with(UserField.USER_PRINCIPAL_NAME, null));
    }

    @Test
    void anyChangesOneAfterTheOtherAreTheSame() {
        Random random = new Random(7);
        List<UserField> fields = List.of(UserField.values());
        for (int round = 0; round < 300; round++) {
            User plain = plain("one", "One", List.of());
            User shaped = shaped("one", "One", List.of());
            for (int change = 0; change < 8; change++) {
                UserField field = fields.get(random.nextInt(fields.size()));
                Object value = value(field, random);
                plain = plain.with(field, value);
                shaped = shaped.with(field, value);
                same(plain, shaped);
            }
        }
    }

    private static @Nullable Object value(UserField field, Random random) {
        if (random.nextInt(4) == 0) {
            return null;
        }
        return switch (field.kind()) {
            case TEXT -> "text" + random.nextInt() + "@contoso.example";
            case FLAG -> random.nextBoolean();
            case TEXTS -> List.of("a" + random.nextInt());
            case ASSIGNMENTS -> List.of(new Assignment(Skus.EXCHANGE.id(), List.of(), null, "then"));
            case APP_ROLES -> List.of();
            case MAILBOX -> Mailbox.ofUser("guid" + random.nextInt());
        };
    }

    @Test
    void whatIsSharedIsToldOfUsersThatAreAlike() {
        User one = shaped("one", "One", List.of("g"));
        User two = shaped("two", "Two", List.of("h"));
        assertEquals(one.likeness(), two.likeness());
        assertTrue(one.shares(UserField.ASSIGNMENTS) && one.shares(UserField.DEPARTMENT));
        for (UserField field : List.of(UserField.USER_PRINCIPAL_NAME, UserField.DISPLAY_NAME, UserField.GROUPS,
                UserField.MAILBOX, UserField.MAIL, UserField.MAIL_NICKNAME, UserField.PROXY_ADDRESSES)) {
            assertFalse(one.shares(field), field.label());
        }
        User changed = one.with(UserField.DEPARTMENT, "Sales");
        assertNotEquals(one.likeness(), changed.likeness());
        assertFalse(changed.shares(UserField.DEPARTMENT));
        assertNotEquals(one.likeness(), Shape.of(plain("one", "One", List.of()))
                .user("id", "one@contoso.example", "One", List.of(), GUID).likeness());
    }

    @Test
    void aModelWhoseAddressesAreOthersIsRefused() {
        assertThrows(IllegalArgumentException.class,
                () -> Shape.of(plain("one", "One", List.of()).with(UserField.MAIL, "other@contoso.example")));
    }
}
