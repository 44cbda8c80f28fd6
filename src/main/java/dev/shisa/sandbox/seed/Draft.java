package dev.shisa.sandbox.seed;

import dev.shisa.sandbox.directory.Assignment;
import dev.shisa.sandbox.directory.Mailbox;
import dev.shisa.sandbox.directory.Sku;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A seed's user in the making. */
final class Draft {

    private User user;

    private Draft(User user) {
        this.user = user;
    }

    /** An enabled member with a name, two addresses and a password that was changed once. */
    static Draft member(String id, String local, String domain, String display, String created) {
        String name = local + "@" + domain;
        User user = User.blank(id).with(UserField.USER_PRINCIPAL_NAME, name).with(UserField.DISPLAY_NAME, display)
                .with(UserField.MAIL_NICKNAME, local).with(UserField.MAIL, name)
                .with(UserField.PROXY_ADDRESSES, List.of("SMTP:" + name, "smtp:" + local + "@mail." + domain))
                .with(UserField.ACCOUNT_ENABLED, true).with(UserField.USER_TYPE, "Member")
                .with(UserField.CREATED, created).with(UserField.PASSWORD_CHANGED, created)
                .with(UserField.SESSIONS_VALID_FROM, created).with(UserField.USAGE_LOCATION, "JP")
                .with(UserField.PREFERRED_LANGUAGE, "ja");
        return new Draft(user);
    }

    Draft set(UserField field, @Nullable Object value) {
        user = user.with(field, value);
        return this;
    }

    Draft named(String family, String given) {
        return set(UserField.SURNAME, family).set(UserField.GIVEN_NAME, given);
    }

    Draft work(String department, String title) {
        return set(UserField.DEPARTMENT, department).set(UserField.JOB_TITLE, title);
    }

    Draft in(String... groups) {
        List<String> all = new ArrayList<>(user.texts(UserField.GROUPS));
        all.addAll(List.of(groups));
        return set(UserField.GROUPS, List.copyOf(all));
    }

    /** Gives a licence; null group: directly. */
    Draft licence(Sku sku, @Nullable String group, List<String> disabled, String since) {
        List<Assignment> all = new ArrayList<>(user.assignments());
        all.add(new Assignment(sku.id(), disabled, group, since));
        return set(UserField.ASSIGNMENTS, List.copyOf(all));
    }

    Draft mailbox(Mailbox mailbox) {
        return set(UserField.MAILBOX, mailbox);
    }

    /** Takes mail and addresses away: an account without a mailbox. */
    Draft withoutMail() {
        return set(UserField.MAIL, null).set(UserField.PROXY_ADDRESSES, null);
    }

    User user() {
        return user;
    }
}
