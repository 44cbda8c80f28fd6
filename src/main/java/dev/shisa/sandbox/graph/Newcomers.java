package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.directory.Accounts;
import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import dev.shisa.sandbox.fault.Condition;
import java.util.List;
import java.util.Locale;

/** Accounts that appear right after a delete and take what the deleted one had, so that it cannot simply come back. */
final class Newcomers {

    private static final String SERVICE = "service";

    private final Writes writes;

    Newcomers(Writes writes) {
        this.writes = writes;
    }

    /** After the delete of an account, given as it was before. Within {@link Directory#exclusively}. */
    void follow(User before) {
        Directory directory = writes.directory();
        if (!directory.deleted().containsKey(before.id())) {
            return;
        }
        for (Condition.Taken taken : writes.conditions().takenFrom(before.id())) {
            switch (taken) {
                case USER_PRINCIPAL_NAME -> {
                    if (directory.find(before.principalName()) == null) {
                        appear(directory, before.principalName(), List.of());
                    }
                }
                case PROXY_ADDRESS -> {
                    List<String> addresses = before.texts(UserField.PROXY_ADDRESSES);
                    if (!addresses.isEmpty() && directory.addresses().owner(addresses.getLast()) == null) {
                        appear(directory, freshName(directory), List.of(alias(addresses.getLast())));
                    }
                }
            }
        }
    }

    private static String freshName(Directory directory) {
        return "newcomer-" + Accounts.freshId().substring(0, 8) + "@" + directory.content().defaultDomain();
    }

    private static String alias(String address) {
        return "smtp:" + address.substring(address.indexOf(':') + 1);
    }

    private static void appear(Directory directory, String principalName, List<String> addresses) {
        String now = directory.clock().stamp();
        String nickname = principalName.substring(0, principalName.indexOf('@'));
        User newcomer = User.blank(Accounts.freshId()).with(UserField.USER_PRINCIPAL_NAME, principalName)
                .with(UserField.DISPLAY_NAME, "Newcomer " + nickname.toUpperCase(Locale.ROOT))
                .with(UserField.MAIL_NICKNAME, nickname).with(UserField.ACCOUNT_ENABLED, true)
                .with(UserField.USER_TYPE, "Member").with(UserField.CREATED, now)
                .with(UserField.SESSIONS_VALID_FROM, now)
                .with(UserField.PROXY_ADDRESSES, addresses.isEmpty() ? null : addresses);
        directory.commit(SERVICE, List.of(newcomer));
    }
}
