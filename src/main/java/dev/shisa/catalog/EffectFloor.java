package dev.shisa.catalog;

import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.FacetValue.Licences;
import dev.shisa.account.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The built-in table of the least harm that a request has. No file loosens it; a request that is not in it is unknown, and what is unknown is
 * neither loaded nor sent. The facts are Microsoft's: user delete, restore and purge, {@code assignLicense}, {@code accountEnabled},
 * {@code revokeSignInSessions} of Graph v1.0. Pure and safe for use by many threads.
 */
public final class EffectFloor {
    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    private static final String TEMPLATE_ID = "{id}";
    // One plain segment: no function call, no query, no dot segment, no further template.
    private static final Pattern ACCOUNT = Pattern.compile("(?!\\.{1,2}$)[^/?#$(){}\\s]+");

    private static final String UUID_FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final Pattern OBJECT = Pattern.compile(UUID_FORM);
    private static final Pattern REFERENCE = Pattern.compile("/directoryObjects/" + UUID_FORM);
    private static final Floor TIES = new Floor.Known(List.of(new LeastHarm.Ties()));

    private EffectFloor() {
    }

    /** The floor of a concrete request on an account of which nothing is known: the worst that its words allow. */
    public static Floor of(WireCall call) {
        return of(call, Optional.empty());
    }

    /**
     * The floor of a concrete request on an account as it was observed. What the request takes away is told from the licences held; where they
     * were not read, the worst is assumed.
     */
    public static Floor of(WireCall call, Observation account) {
        return of(call, account.value(Facet.LICENCES, Licences.class));
    }

    /**
     * The floor of a catalog step, its placeholders still open.
     *
     * @param preconditions what holds of every account for which it is sent
     */
    static Floor of(Step step, Set<Precondition> preconditions) {
        String[] segments = step.path().split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            if (!segments[i].equals(TEMPLATE_ID) && i == accountSegment(segments)) {
                return new Floor.Unknown("a step names its account as {id} and in no other way");
            }
        }
        Floor floor = of(new WireCall(step.method(), step.path().replace(TEMPLATE_ID, "account"), step.body()));
        return floor instanceof Floor.Known known && preconditions.contains(Precondition.MAILBOX_NOT_FROM_SKU)
                ? withoutMailboxOfSku(known)
                : floor;
    }

    // The precondition speaks of the SKU parameter alone. Any other way to lose a mailbox keeps its floor.
    private static Floor.Known withoutMailboxOfSku(Floor.Known floor) {
        LeastHarm removal = new LeastHarm.Becomes(new Change.WithoutSku(Placeholder.SKU.text()));
        List<LeastHarm> rest = floor.harms().stream().filter(h -> h.facet() != Facet.MAILBOX).toList();
        return rest.equals(List.of(removal)) ? new Floor.Known(rest) : floor;
    }

    private static int accountSegment(String[] segments) {
        return segments.length > 1 && segments[1].equals("directory") ? 3 : 2;
    }

    private static Floor of(WireCall call, Optional<Licences> held) {
        JsonNode body;
        try {
            body = call.body().map(JSON::readTree).orElseGet(JsonNodeFactory.instance::objectNode);
        } catch (JacksonException e) {
            return new Floor.Unknown("its body is not JSON");
        }
        if (!body.isObject()) {
            return new Floor.Unknown("its body is not a JSON object");
        }
        return switch (call.method() + " " + template(call.path())) {
            case "DELETE /users/{id}" -> withoutBody(body, new Change.ToIdentity(Identity.SOFT_DELETED));
            case "DELETE /directory/deletedItems/{id}" -> withoutBody(body, new Change.ToIdentity(Identity.ABSENT));
            case "PATCH /users/{id}" -> patch(body);
            case "POST /users/{id}/assignLicense" -> LicenceFloor.of(body, held);
            case "POST /users/{id}/revokeSignInSessions" -> withoutBody(body);
            case "POST /directory/deletedItems/{id}/restore" -> restore(body);
            case "PUT /users/{id}/manager/$ref", "POST /groups/{id}/members/$ref", "POST /groups/{id}/owners/$ref" ->
                reference(body);
            case "POST /users/{id}/appRoleAssignments" -> appRole(body, call.path());
            default -> new Floor.Unknown("there is no such request in the table of what requests do at least");
        };
    }

    private static String template(String path) {
        String[] segments = path.split("/", -1);
        int account = accountSegment(segments);
        if (segments.length > account && ACCOUNT.matcher(segments[account]).matches()) {
            segments[account] = TEMPLATE_ID;
        }
        return String.join("/", segments);
    }

    private static Floor withoutBody(JsonNode body, Change... least) {
        return body.isEmpty() ? known(least) : new Floor.Unknown("it takes no body");
    }

    private static Floor patch(JsonNode body) {
        JsonNode enabled = body.path("accountEnabled");
        return body.size() == 1 && enabled.isBoolean()
                ? known(new Change.ToEnabled(enabled.asBoolean()))
                : new Floor.Unknown("of a user's properties only accountEnabled, alone, true or false, is known");
    }

    private static Floor restore(JsonNode body) {
        Change active = new Change.ToIdentity(Identity.ACTIVE);
        JsonNode reconcile = body.path("autoReconcileProxyConflict");
        if (body.isEmpty()) {
            return known(active);
        }
        if (body.size() != 1 || !reconcile.isBoolean()) {
            return new Floor.Unknown("of a restore only autoReconcileProxyConflict, true or false, is known");
        }
        return reconcile.asBoolean() ? known(active, new Change.MayLoseAddresses()) : known(active);
    }

    private static Floor reference(JsonNode body) {
        return body.size() == 1 && REFERENCE.matcher(body.path("@odata.id").asString("")).matches()
                ? TIES
                : new Floor.Unknown("of a reference only @odata.id of one directory object is known");
    }

    private static Floor appRole(JsonNode body, String path) {
        String principal = body.path("principalId").asString("");
        boolean known = Set.of("principalId", "resourceId", "appRoleId").equals(Set.copyOf(body.propertyNames()))
                && body.valueStream().allMatch(value -> OBJECT.matcher(value.asString("")).matches());
        return known && path.equals("/users/" + principal + "/appRoleAssignments")
                ? TIES
                : new Floor.Unknown(
                        "of a role assignment only principalId, resourceId and appRoleId are known, and the "
                                + "principal is the account itself");
    }

    private static Floor known(Change... least) {
        List<LeastHarm> harms = new ArrayList<>();
        for (Change change : least) {
            harms.add(new LeastHarm.Becomes(change));
        }
        return new Floor.Known(harms);
    }
}
