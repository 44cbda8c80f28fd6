package dev.shisa.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.Observation;
import dev.shisa.account.Reading;
import dev.shisa.graph.StubGraph.Asked;
import dev.shisa.graph.StubGraph.Reply;
import dev.shisa.keepsake.AppRole;
import dev.shisa.keepsake.Keepsake;
import dev.shisa.keepsake.Link;
import dev.shisa.keepsake.Link.Kind;
import dev.shisa.keepsake.Part;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantFailure.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A keepsake is whole or it is none: five reads in one batch, each to its end. */
class KeepsakeReaderTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final AccountId ID = new AccountId("00000000-0000-4000-8000-000000000001");
    private static final String NONE = "{\"value\":[]}";

    private final StubGraph stub = new StubGraph();
    private String further = NONE;

    @AfterEach
    void close() {
        stub.close();
    }

    private static Observation account(Identity identity) {
        return new Observation(ID, Optional.empty(),
                Map.of(Facet.IDENTITY, new Reading.Seen(identity, "test", Instant.EPOCH)));
    }

    /** What a part of the batch is answered with: status, then body. */
    private record Said(int status, String body) {
    }

    private Keepsake keepsake(Function<String, Said> said) throws TenantFailure {
        stub.answers(asked -> asked.method().equals("POST") ? batch(asked, said) : Reply.json(200, further));
        return stub.tenant().reader().keepsake(account(Identity.ACTIVE));
    }

    private static Reply batch(Asked asked, Function<String, Said> said) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode responses = answer.putArray("responses");
        for (JsonNode request : JSON.readTree(asked.body()).path("requests")) {
            Said part = said.apply(request.path("url").asString());
            ObjectNode response = responses.addObject().put("id", request.path("id").asString()).put("status",
                    part.status());
            response.set("body", JSON.readTree(part.body()));
        }
        return Reply.json(200, answer.toString());
    }

    private static Said plain(String url) {
        return url.contains("/manager")
                ? new Said(404, "{\"error\":{\"code\":\"Request_ResourceNotFound\"}}")
                : new Said(200, NONE);
    }

    private static String group(String more) {
        return "{\"value\":[{\"@odata.type\":\"#microsoft.graph.group\",\"id\":\"00000000-0000-4000-8000-00000000000b\","
                + "\"displayName\":\"Staff\"," + more + "}]}";
    }

    @Test
    void anAccountThatIsTiedToNothingHasEmptyListsAndNoManager() throws TenantFailure {
        Keepsake keepsake = keepsake(KeepsakeReaderTest::plain);
        assertEquals(new Part.Read<>(List.of()), keepsake.memberships());
        assertEquals(new Part.Read<>(List.of()), keepsake.appRoles());
        assertEquals(new Part.Nothing<>("no manager"), keepsake.manager());
        assertInstanceOf(Part.Unreadable.class, keepsake.mailbox());
        assertInstanceOf(Part.Unreadable.class, keepsake.licences(), "they stood not in the observation");
        assertEquals(1, stub.asked().size());
    }

    @Test
    void tiesAreReadWithTheirKindsAndToTheLastPage() throws TenantFailure {
        further = group("\"groupTypes\":[\"DynamicMembership\"],\"mailEnabled\":false").replace("00b\"", "00c\"");
        String manager = """
                {"@odata.type":"#microsoft.graph.user","id":"00000000-0000-4000-8000-000000000002","displayName":"Head",
                "onPremisesSyncEnabled":null}""";
        Keepsake keepsake = keepsake(url -> {
            if (url.contains("/memberOf")) {
                String page = group("\"groupTypes\":[],\"mailEnabled\":null,\"onPremisesSyncEnabled\":null,"
                        + "\"isAssignableToRole\":null");
                return new Said(200, page.substring(0, page.length() - 1) + ",\"@odata.nextLink\":\"" + stub.base()
                        + "/users/x/memberOf?$skiptoken=1\"}");
            }
            if (url.contains("/manager")) {
                return new Said(200, manager);
            }
            return url.contains("/appRoleAssignments")
                    ? new Said(200,
                            """
                                    {"value":[{"id":"x","resourceId":"00000000-0000-4000-8000-000000000021","resourceDisplayName":"Wiki",
                                    "appRoleId":"00000000-0000-0000-0000-000000000000"}]}""")
                    : plain(url);
        });
        assertEquals(
                List.of(new Link("00000000-0000-4000-8000-00000000000b", "Staff", Kind.GROUP),
                        new Link("00000000-0000-4000-8000-00000000000c", "Staff", Kind.DYNAMIC_GROUP)),
                keepsake.memberships().value().orElseThrow());
        assertEquals(Optional.of("Head"), keepsake.manager().value().map(Link::name));
        assertEquals(new Part.Read<>(List.of(new AppRole("00000000-0000-4000-8000-000000000021", "Wiki",
                "00000000-0000-0000-0000-000000000000"))), keepsake.appRoles());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "'\"groupTypes\":[\"Unified\"],\"mailEnabled\":true,\"onPremisesSyncEnabled\":null,\"isAssignableToRole\":null'|GROUP",
            "'\"groupTypes\":[],\"mailEnabled\":true,\"onPremisesSyncEnabled\":null,\"isAssignableToRole\":null'|MAIL_GROUP",
            "'\"groupTypes\":[],\"mailEnabled\":true,\"onPremisesSyncEnabled\":true,\"isAssignableToRole\":null'|SYNCED_GROUP",
            "'\"groupTypes\":[],\"mailEnabled\":false,\"onPremisesSyncEnabled\":null,\"isAssignableToRole\":true'|ROLE_GROUP"})
    void theKindOfAGroupTellsWhoMaySetItsMembers(String more, Kind kind) throws TenantFailure {
        Keepsake keepsake = keepsake(
                url -> url.contains("/memberOf") ? new Said(200, group(more)) : plain(url));
        assertEquals(kind, keepsake.memberships().value().orElseThrow().getFirst().kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/memberOf", "/ownedObjects", "/manager", "/directReports", "/appRoleAssignments"})
    void whereOnePartIsNotAnsweredThereIsNoKeepsake(String path) {
        TenantFailure denied = assertThrows(TenantFailure.class, () -> keepsake(url -> url.contains(path)
                ? new Said(403, "{\"error\":{\"code\":\"Authorization_RequestDenied\"}}")
                : plain(url)));
        assertEquals(Reason.DENIED, denied.reason());
        TenantFailure down = assertThrows(TenantFailure.class,
                () -> keepsake(url -> url.contains(path) ? new Said(503, "{}") : plain(url)));
        assertEquals(Reason.UNREACHABLE, down.reason());
        if (!path.equals("/manager")) {
            assertThrows(TenantFailure.class,
                    () -> keepsake(url -> url.contains(path) ? new Said(404, "{}") : plain(url)));
            assertThrows(TenantFailure.class,
                    () -> keepsake(url -> url.contains(path) ? new Said(200, "{\"values\":[]}") : plain(url)));
        }
    }

    @Test
    void aGroupThatDoesNotTellItsKindIsNotTakenForAnAssignedOne() {
        assertThrows(TenantFailure.class, () -> keepsake(url -> url.contains("/memberOf")
                ? new Said(200, group("\"groupTypes\":[],\"mailEnabled\":false"))
                : plain(url)));
    }

    @Test
    void aListWithoutAnEndIsNoKeepsake() {
        further = "{\"value\":[],\"@odata.nextLink\":\"" + stub.base() + "/users/x/memberOf?$skiptoken=1\"}";
        assertThrows(TenantFailure.class, () -> keepsake(url -> url.contains("/memberOf")
                ? new Said(200, further)
                : plain(url)));
    }

    @Test
    void nobodyIsAskedAboutAnAccountThatIsNotActive() throws TenantFailure {
        Keepsake keepsake = stub.tenant().reader().keepsake(account(Identity.SOFT_DELETED));
        assertInstanceOf(Part.Unreadable.class, keepsake.memberships());
        assertEquals(List.of(), stub.asked());
    }
}
