package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.directory.Accounts;
import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Makes a user from the body of {@code POST /users}. */
final class NewUser {

    private static final List<String> REQUIRED = List.of("accountEnabled", "displayName", "mailNickname",
            "userPrincipalName", "passwordProfile");

    private final Directory directory;

    NewUser(Directory directory) {
        this.directory = directory;
    }

    User from(JsonNode body) {
        for (String name : REQUIRED) {
            if (body.path(name).isMissingNode() || body.path(name).isNull()) {
                throw GraphProblem.invalidValue(name,
                        "A value is required for property '" + name + "' of resource 'User'.");
            }
        }
        if (!body.path("passwordProfile").path("password").isString()) {
            throw GraphProblem.invalidValue("passwordProfile",
                    "A value is required for property 'passwordProfile' of resource 'User'.");
        }
        String now = directory.clock().stamp();
        User blank = User.blank(Accounts.freshId()).with(UserField.CREATED, now)
                .with(UserField.USER_TYPE, "Member").with(UserField.SESSIONS_VALID_FROM, now);
        User user = new UserPatch(directory, blank, body).apply(blank);
        String address = "SMTP:" + user.principalName();
        if (directory.addresses().owner(address) != null) {
            throw GraphProblem.conflict("proxyAddresses");
        }
        return user.with(UserField.MAIL, user.text(UserField.MAIL));
    }
}
