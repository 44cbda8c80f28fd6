package dev.shisa.graph;

import dev.shisa.account.AccountId;
import dev.shisa.keepsake.AppRole;
import dev.shisa.keepsake.Link;
import dev.shisa.keepsake.Link.Kind;
import dev.shisa.tenant.TenantFailure;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The objects to which an account is tied. */
final class LinkDecoder {
    /** What of a person tells who may tie it again. */
    static final String PERSON = "id,displayName,onPremisesSyncEnabled";
    /** The same of a group. */
    static final String GROUP = PERSON + ",groupTypes,mailEnabled,isAssignableToRole";

    private LinkDecoder() {
    }

    static Link link(JsonNode object, Answer answer) throws TenantFailure {
        return link(object, "", answer);
    }

    /** An object whose type the service tells only where it is not plain from where it was asked for. */
    static Link link(JsonNode object, String plain, Answer answer) throws TenantFailure {
        String told = object.path("@odata.type").asString(plain);
        return new Link(UserDecoder.id(object, answer).value(), object.path("displayName").asString(""),
                kind(object, told.substring(told.lastIndexOf('.') + 1), answer));
    }

    private static Kind kind(JsonNode object, String type, Answer answer) throws TenantFailure {
        return switch (type) {
            case "group" -> group(object, answer);
            case "user" -> flag(object, "onPremisesSyncEnabled", answer) ? Kind.SYNCED_PERSON : Kind.PERSON;
            case "directoryRole" -> Kind.ROLE;
            case "administrativeUnit" -> Kind.ADMINISTRATIVE_UNIT;
            case "application" -> Kind.APPLICATION;
            case "servicePrincipal" -> Kind.SERVICE_PRINCIPAL;
            case "orgContact" -> Kind.CONTACT;
            default -> Kind.OTHER;
        };
    }

    /** Of several reasons why the members of a group are not ours to set the strictest counts. */
    private static Kind group(JsonNode group, Answer answer) throws TenantFailure {
        JsonNode types = group.path("groupTypes");
        if (!types.isArray()) {
            throw answer.malformed("has a group without its groupTypes");
        }
        if (types.valueStream().anyMatch(type -> type.asString("").equals("DynamicMembership"))) {
            return Kind.DYNAMIC_GROUP;
        }
        if (flag(group, "onPremisesSyncEnabled", answer)) {
            return Kind.SYNCED_GROUP;
        }
        if (flag(group, "isAssignableToRole", answer)) {
            return Kind.ROLE_GROUP;
        }
        boolean unified = types.valueStream().anyMatch(type -> type.asString("").equals("Unified"));
        return !unified && flag(group, "mailEnabled", answer) ? Kind.MAIL_GROUP : Kind.GROUP;
    }

    /** Null means no for these properties. One that was asked for and left out means nothing. */
    private static boolean flag(JsonNode object, String name, Answer answer) throws TenantFailure {
        JsonNode value = object.get(name);
        if (value == null || (!value.isNull() && !value.isBoolean())) {
            throw answer.malformed("has an object whose " + name + " is neither true nor false");
        }
        return value.isBoolean() && value.booleanValue();
    }

    static AppRole appRole(JsonNode assignment, Answer answer) throws TenantFailure {
        Optional<AccountId> resource = AccountId.parse(assignment.path("resourceId").asString(""));
        Optional<AccountId> role = AccountId.parse(assignment.path("appRoleId").asString(""));
        if (resource.isEmpty() || role.isEmpty()) {
            throw answer.malformed("has a role assignment without its resourceId or its appRoleId");
        }
        return new AppRole(resource.get().value(), assignment.path("resourceDisplayName").asString(""),
                role.get().value());
    }
}
