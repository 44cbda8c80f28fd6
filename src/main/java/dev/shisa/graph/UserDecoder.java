package dev.shisa.graph;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue;
import dev.shisa.account.FacetValue.Addresses;
import dev.shisa.account.FacetValue.Enabled;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.FacetValue.Password;
import dev.shisa.account.FacetValue.Profile;
import dev.shisa.account.Moment;
import dev.shisa.account.Observation;
import dev.shisa.account.Reading;
import dev.shisa.account.Traits;
import dev.shisa.account.Traits.Kind;
import dev.shisa.tenant.TenantFailure;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * User objects as observations. A property that was asked for and is not in the answer is not taken for null: a facet is then unseen,
 * and an object without its traits cannot be read at all.
 */
final class UserDecoder {
    /** The source of what stands in the user object itself. */
    static final String SOURCE = "graph:user";

    private final LicenceDecoder licences;

    UserDecoder(LicenceDecoder licences) {
        this.licences = licences;
    }

    /** An active account as its own object tells of it. */
    Observation active(JsonNode user, Answer answer, Instant readAt) throws TenantFailure {
        Map<Facet, Reading> readings = new EnumMap<>(Facet.class);
        readings.put(Facet.IDENTITY, seen(Identity.ACTIVE, readAt));
        readings.put(Facet.ENABLED, enabled(user, readAt));
        readings.put(Facet.LICENCES, licences.read(user, readAt));
        readings.put(Facet.ADDRESSES, addresses(user, readAt));
        readings.put(Facet.PASSWORD, password(user, readAt));
        readings.put(Facet.PROFILE, ProfileDigest.of(user)
                .<Reading>map(digest -> seen(new Profile(digest), readAt))
                .orElseGet(() -> new Reading.Unseen("the service left out a property of the profile")));
        return new Observation(id(user, answer), Optional.of(traits(user, answer, Optional.empty())), readings);
    }

    /** An account in the recycle bin. Its names and addresses are altered there, so only its identity counts as seen. */
    Observation deleted(JsonNode user, Answer answer, Instant readAt) throws TenantFailure {
        Optional<Instant> deletedAt = instant(user.path("deletedDateTime"));
        if (deletedAt.isEmpty()) {
            throw answer.malformed("has an account in the recycle bin without the time of its deletion");
        }
        return new Observation(id(user, answer), Optional.of(traits(user, answer, deletedAt)),
                only(Identity.SOFT_DELETED, "in the recycle bin", readAt));
    }

    /** An account that the service knows nowhere. */
    Observation absent(AccountId id, Instant readAt) {
        return new Observation(id, Optional.empty(),
                only(Identity.ABSENT, "the service knows no such account", readAt));
    }

    /** The id of an object. */
    static AccountId id(JsonNode object, Answer answer) throws TenantFailure {
        Optional<AccountId> id = AccountId.parse(object.path("id").asString(""));
        return id.orElseThrow(() -> answer.malformed("has an object without an id"));
    }

    private static Map<Facet, Reading> only(Identity identity, String reason, Instant readAt) {
        Map<Facet, Reading> readings = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            if (facet != Facet.ROLES) {
                readings.put(facet, new Reading.Unseen(reason));
            }
        }
        readings.put(Facet.IDENTITY, seen(identity, readAt));
        return readings;
    }

    private static Traits traits(JsonNode user, Answer answer, Optional<Instant> deletedAt) throws TenantFailure {
        JsonNode upn = user.path("userPrincipalName");
        if (!upn.isString() || upn.asString().isBlank()) {
            throw answer.malformed("has an account without a sign-in name");
        }
        return new Traits(upn.asString(), user.path("displayName").asString(""), kind(user, answer),
                flag(user, "onPremisesSyncEnabled", answer), flag(user, "isManagementRestricted", answer), deletedAt);
    }

    /** Accounts from before guests existed have no type; they are members. */
    private static Kind kind(JsonNode user, Answer answer) throws TenantFailure {
        JsonNode type = present(user, "userType", answer);
        if (type.isNull() || type.asString("").equals("Member")) {
            return Kind.MEMBER;
        }
        return type.asString("").equals("Guest") ? Kind.GUEST : Kind.OTHER;
    }

    /** Null means no for these properties. */
    private static boolean flag(JsonNode user, String name, Answer answer) throws TenantFailure {
        JsonNode value = present(user, name, answer);
        if (!value.isNull() && !value.isBoolean()) {
            throw answer.malformed("has an account whose " + name + " is neither true nor false");
        }
        return value.isBoolean() && value.booleanValue();
    }

    private static JsonNode present(JsonNode user, String name, Answer answer) throws TenantFailure {
        JsonNode value = user.get(name);
        if (value == null) {
            throw answer.malformed("has an account without the property " + name + " that was asked for");
        }
        return value;
    }

    private static Reading enabled(JsonNode user, Instant readAt) {
        JsonNode enabled = user.path("accountEnabled");
        return enabled.isBoolean()
                ? seen(new Enabled(enabled.booleanValue()), readAt)
                : new Reading.Unseen("the service left out accountEnabled");
    }

    private static Reading addresses(JsonNode user, Instant readAt) {
        JsonNode proxies = user.path("proxyAddresses");
        JsonNode mail = user.path("mail");
        if (!proxies.isArray() || (!mail.isString() && !mail.isNull())) {
            return new Reading.Unseen("the service left out mail or proxyAddresses");
        }
        SortedSet<String> all = new TreeSet<>();
        proxies.forEach(proxy -> all.add(proxy.asString("")));
        return seen(new Addresses(user.path("userPrincipalName").asString(""), mail.asString(""), all), readAt);
    }

    private static Reading password(JsonNode user, Instant readAt) {
        JsonNode changed = user.path("lastPasswordChangeDateTime");
        if (changed.isNull()) {
            return seen(new Password(Optional.empty()), readAt);
        }
        Optional<Instant> at = instant(changed);
        return at.isPresent()
                ? seen(new Password(at), readAt)
                : new Reading.Unseen("the service left out lastPasswordChangeDateTime");
    }

    private static Optional<Instant> instant(JsonNode node) {
        try {
            return node.isString() ? Optional.of(Moment.parse(node.asString())) : Optional.empty();
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static Reading.Seen seen(FacetValue value, Instant readAt) {
        return new Reading.Seen(value, SOURCE, readAt);
    }
}
