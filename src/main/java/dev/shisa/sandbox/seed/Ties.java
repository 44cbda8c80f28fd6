package dev.shisa.sandbox.seed;

import dev.shisa.sandbox.directory.AppRoleAssignment;
import dev.shisa.sandbox.directory.Mailbox;
import dev.shisa.sandbox.directory.MailboxProperties;
import dev.shisa.sandbox.directory.ServicePrincipal;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Ties of a seed's users to each other, to groups and to applications, made when the users are there. */
final class Ties {

    private final List<User> users;
    private final Map<String, Integer> places = new HashMap<>();

    /** Changes users in this list; a user is named by its mail nickname. */
    Ties(List<User> users) {
        this.users = users;
        for (int i = 0; i < users.size(); i++) {
            places.put(String.valueOf(users.get(i).text(UserField.MAIL_NICKNAME)), i);
        }
    }

    String id(String nickname) {
        return users.get(place(nickname)).id();
    }

    private int place(String nickname) {
        Integer place = places.get(nickname);
        if (place == null) {
            throw new IllegalArgumentException("no user " + nickname);
        }
        return place;
    }

    private void change(String nickname, UnaryOperator<User> change) {
        int place = place(nickname);
        users.set(place, change.apply(users.get(place)));
    }

    void manager(String nickname, String manager) {
        change(nickname, user -> user.with(UserField.MANAGER, id(manager)));
    }

    void owner(String nickname, String group) {
        change(nickname, user -> user.with(UserField.OWNED, plus(user.texts(UserField.OWNED), group)));
    }

    void member(String nickname, String group) {
        change(nickname, user -> user.with(UserField.GROUPS, plus(user.texts(UserField.GROUPS), group)));
    }

    private static List<String> plus(List<String> list, String one) {
        List<String> more = new ArrayList<>(list);
        more.add(one);
        return List.copyOf(more);
    }

    /** Assigns a user to an application; the same user, application and role always get the same id. */
    void assigned(String nickname, ServicePrincipal application, String role, String since) {
        change(nickname, user -> {
            UUID grant = UUID.nameUUIDFromBytes(
                    (user.id() + application.id() + role).getBytes(StandardCharsets.UTF_8));
            List<AppRoleAssignment> all = new ArrayList<>(user.appRoles());
            all.add(new AppRoleAssignment(AppRoleAssignment.id(UUID.fromString(user.id()), grant), application.id(),
                    role, since));
            return user.with(UserField.APP_ROLES, List.copyOf(all));
        });
    }

    void arranged(String nickname, MailboxProperties properties) {
        change(nickname, user -> {
            Mailbox mailbox = user.mailbox();
            if (mailbox == null) {
                throw new IllegalArgumentException(nickname + " has no mailbox");
            }
            return user.with(UserField.MAILBOX, mailbox.with(properties));
        });
    }
}
