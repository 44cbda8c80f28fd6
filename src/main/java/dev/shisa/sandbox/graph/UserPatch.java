package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import dev.shisa.sandbox.login.Application;
import dev.shisa.sandbox.query.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A change of plain properties, understood as a whole or refused. */
final class UserPatch {

    private static final Set<UserField> WRITABLE = Set.of(UserField.USER_PRINCIPAL_NAME, UserField.DISPLAY_NAME,
            UserField.GIVEN_NAME, UserField.SURNAME, UserField.MAIL, UserField.MAIL_NICKNAME, UserField.OTHER_MAILS,
            UserField.ACCOUNT_ENABLED, UserField.USER_TYPE, UserField.ON_PREMISES_IMMUTABLE_ID, UserField.DEPARTMENT,
            UserField.JOB_TITLE, UserField.USAGE_LOCATION, UserField.COMPANY_NAME, UserField.EMPLOYEE_ID,
            UserField.OFFICE_LOCATION, UserField.MOBILE_PHONE, UserField.BUSINESS_PHONES,
            UserField.PREFERRED_LANGUAGE, UserField.CITY, UserField.COUNTRY, UserField.STATE,
            UserField.STREET_ADDRESS, UserField.POSTAL_CODE, UserField.SHOW_IN_ADDRESS_LIST);

    private final Directory directory;
    private final User user;
    private final JsonNode body;

    UserPatch(Directory directory, User user, JsonNode body) {
        this.directory = directory;
        this.user = user;
        this.body = body;
        if (body.isEmpty()) {
            throw GraphProblem.badRequest("No properties were specified to update.");
        }
        apply(user);
    }

    /** Refuses an application that was not granted every property that is named. */
    void permit(Application caller) {
        for (String name : body.propertyNames()) {
            Set<String> needed = switch (name.toLowerCase(Locale.ROOT)) {
                case "accountenabled" -> Permissions.ENABLE;
                case "passwordprofile" -> Permissions.PASSWORDS;
                default -> Permissions.WRITE_USERS;
            };
            if (!caller.mayAny(needed)) {
                throw GraphProblem.denied();
            }
        }
    }

    /** Whether only these properties (in lower case) are named. */
    boolean names(Set<String> only) {
        return body.propertyNames().stream().allMatch(name -> only.contains(name.toLowerCase(Locale.ROOT)));
    }

    boolean disables() {
        return user.enabled() && !apply(user).enabled();
    }

    /** The given user with the change. */
    User apply(User target) {
        User next = target;
        for (Map.Entry<String, JsonNode> entry : body.properties()) {
            next = set(next, entry.getKey(), entry.getValue());
        }
        return next;
    }

    private User set(User target, String name, JsonNode value) {
        if (name.startsWith("@odata.")) {
            return target;
        }
        Schema.Property<User> property = UserSchema.SCHEMA.property(name);
        if (property == null) {
            throw GraphProblem.badRequest("One or more property values specified are invalid: Could not find a "
                    + "property named '" + name + "' on type 'microsoft.graph.user'.");
        }
        if (property.name().equals("passwordProfile")) {
            return password(target, value);
        }
        UserField field = UserField.labelled(property.name());
        if (field == null || !WRITABLE.contains(field)) {
            throw GraphProblem.badRequest("Property '" + property.name()
                    + "' is read-only and cannot be set.");
        }
        if (field == UserField.USER_PRINCIPAL_NAME) {
            checkName(target, text(field, value));
        }
        return target.with(field, value(field, value));
    }

    private void checkName(User target, @Nullable String name) {
        if (name == null) {
            throw GraphProblem.invalidValue("userPrincipalName", "Property userPrincipalName cannot be empty.");
        }
        UserWrites.requireDomain(directory, name);
        User other = directory.find(name);
        if (other != null && !other.id().equals(target.id())) {
            throw GraphProblem.conflict("userPrincipalName");
        }
    }

    private User password(User target, JsonNode profile) {
        if (!profile.isObject()) {
            throw GraphProblem.invalidValue("passwordProfile", "Invalid value specified for property "
                    + "'passwordProfile' of resource 'User'.");
        }
        for (String name : profile.propertyNames()) {
            if (!Set.of("password", "forceChangePasswordNextSignIn", "forceChangePasswordNextSignInWithMfa")
                    .contains(name)) {
                throw GraphProblem.badRequest("Could not find a property named '" + name
                        + "' on type 'microsoft.graph.passwordProfile'.");
            }
        }
        return profile.has("password") ? target.with(UserField.PASSWORD_CHANGED, directory.clock().stamp()) : target;
    }

    private static @Nullable Object value(UserField field, JsonNode value) {
        return switch (field.kind()) {
            case TEXT -> text(field, value);
            case FLAG -> flag(field, value);
            case TEXTS -> texts(field, value);
            case ASSIGNMENTS, APP_ROLES, MAILBOX -> throw invalid(field);
        };
    }

    private static @Nullable String text(UserField field, JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw invalid(field);
        }
        return value.asString();
    }

    private static @Nullable Boolean flag(UserField field, JsonNode value) {
        if (value.isNull() && field != UserField.ACCOUNT_ENABLED) {
            return null;
        }
        if (!value.isBoolean()) {
            throw invalid(field);
        }
        return value.asBoolean();
    }

    private static List<String> texts(UserField field, JsonNode value) {
        if (!value.isArray()) {
            throw invalid(field);
        }
        List<String> list = new ArrayList<>();
        for (JsonNode item : value) {
            if (!item.isString()) {
                throw invalid(field);
            }
            list.add(item.asString());
        }
        return List.copyOf(list);
    }

    private static GraphProblem invalid(UserField field) {
        return GraphProblem.invalidValue(field.label(),
                "Invalid value specified for property '" + field.label() + "' of resource 'User'.");
    }
}
