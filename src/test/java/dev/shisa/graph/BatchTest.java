package dev.shisa.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.FacetValue.Licences;
import dev.shisa.account.FacetValue.Mailbox;
import dev.shisa.account.Observation;
import dev.shisa.account.Reading;
import dev.shisa.account.Traits.Kind;
import dev.shisa.graph.StubGraph.Asked;
import dev.shisa.graph.StubGraph.Reply;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantFailure.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class BatchTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final AccountId ID = new AccountId("00000000-0000-4000-8000-000000000001");
    private static final String GUID = "10000000-0000-4000-8000-000000000001";
    private static final String NO_MAILBOX = "{\"error\":{\"code\":\"MailboxNotEnabledForRESTAPI\"}}";

    private final StubGraph stub = new StubGraph();

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void onlyTheThrottledPartIsAskedAgainAfterTheLongestWait() throws TenantFailure {
        AtomicInteger round = new AtomicInteger();
        parts(url -> {
            boolean first = round.getAndIncrement() < AccountLook.READS;
            if (first && url.endsWith("/settings/exchange")) {
                return throttled("2.5");
            }
            return first && url.contains("/memberOf") ? throttled("1") : healthy(url);
        });
        Observation account = stub.tenant().reader().observe(List.of(ID)).getFirst();
        assertEquals(Optional.of(Mailbox.present(GUID)), account.value(Facet.MAILBOX));
        assertTrue(account.value(Facet.GROUPS).isPresent());
        assertEquals(List.of(Duration.ofMillis(2500)), stub.waiter().pauses());
        List<Asked> batches = stub.asked().stream().filter(asked -> asked.path().endsWith("/$batch")).toList();
        assertEquals(List.of(5, 2),
                batches.stream().map(b -> JSON.readTree(b.body()).path("requests").size()).toList());
    }

    @Test
    void whatOnePartCannotTellIsUnseenAndNotEmpty() throws TenantFailure {
        parts(url -> url.contains("$select=id,userPrincipalName") ? healthy(url) : part(403, "{}"));
        Observation account = stub.tenant().reader().observe(List.of(ID)).getFirst();
        assertInstanceOf(Reading.Unseen.class, account.reading(Facet.MAILBOX));
        assertInstanceOf(Reading.Unseen.class, account.reading(Facet.GROUPS));
        assertEquals(Kind.MEMBER, account.traits().orElseThrow().kind());
        assertTrue(account.isActive());
    }

    @Test
    void noMailboxIsSaidOnlyWhenTheServiceSaysSo() throws TenantFailure {
        parts(url -> url.contains("ettings") ? part(404, NO_MAILBOX) : healthy(url));
        Observation account = stub.tenant().reader().observe(List.of(ID)).getFirst();
        assertEquals(Optional.of(Mailbox.of(Mailbox.State.GONE)), account.value(Facet.MAILBOX));
        assertEquals(Kind.USER, account.traits().orElseThrow().kind());
        parts(url -> url.contains("ettings")
                ? part(404, "{\"error\":{\"code\":\"Request_ResourceNotFound\"}}")
                : healthy(url));
        assertInstanceOf(Reading.Unseen.class,
                stub.tenant().reader().observe(List.of(ID)).getFirst().reading(Facet.MAILBOX));
    }

    @Test
    void aSkuThatTheTenantDoesNotListMakesLicencesUnseen() throws TenantFailure {
        parts(url -> {
            ObjectNode part = healthy(url);
            if (url.contains("assignedLicenses")) {
                ObjectNode user = (ObjectNode) part.get("body");
                user.putArray("assignedLicenses").addObject().put("skuId", "unheard-of").putArray("disabledPlans");
            }
            return part;
        });
        Observation account = stub.tenant().reader().observe(List.of(ID)).getFirst();
        assertTrue(assertInstanceOf(Reading.Unseen.class, account.reading(Facet.LICENCES)).reason()
                .contains("unheard-of"));
        parts(BatchTest::healthy);
        assertEquals(Optional.of(Licences.of(List.of())),
                stub.tenant().reader().observe(List.of(ID)).getFirst().value(Facet.LICENCES));
    }

    @Test
    void whoIsNowhereIsAbsentAndAnUnreadableAccountIsAFailure() throws TenantFailure {
        parts(_ -> part(404, "{}"));
        assertEquals(Optional.of(Identity.ABSENT),
                stub.tenant().reader().observe(List.of(ID)).getFirst().value(Facet.IDENTITY));
        parts(_ -> part(403, "{}"));
        fails(Reason.DENIED);
        parts(_ -> part(200, "null"));
        fails(Reason.MALFORMED);
        parts(url -> {
            ObjectNode part = healthy(url);
            ((ObjectNode) part.get("body")).put("id", GUID);
            return part;
        });
        fails(Reason.MALFORMED);
        parts(url -> {
            ObjectNode part = healthy(url);
            ((ObjectNode) part.get("body")).remove("onPremisesSyncEnabled");
            return part;
        });
        fails(Reason.MALFORMED);
    }

    @Test
    void partsThatAreMissingTwiceOrUnaskedAreMalformed() {
        for (String responses : List.of("[]", "[{\"id\":\"0\",\"status\":200}]", "[{\"id\":\"77\",\"status\":200}]",
                "[{}]", "7",
                "[{\"id\":\"0\",\"status\":200},{\"id\":\"0\",\"status\":200}]",
                "[{\"id\":\"0\",\"status\":\"200\"}]")) {
            stub.answers(_ -> Reply.json(200, "{\"responses\":" + responses + "}"));
            fails(Reason.MALFORMED);
        }
    }

    private void fails(Reason reason) {
        TenantFailure failure = assertThrows(TenantFailure.class, () -> stub.tenant().reader().observe(List.of(ID)));
        assertEquals(reason, failure.reason(), failure.sentence().toString());
    }

    /** Answers each part by its address, in the opposite order. */
    private void parts(Function<String, ObjectNode> answer) {
        stub.answers(asked -> {
            if (asked.path().endsWith("/subscribedSkus")) {
                return Reply.json(200, "{\"value\":[]}");
            }
            if (!asked.path().endsWith("/$batch")) {
                return Reply.json(404, "{}");
            }
            ObjectNode all = JSON.createObjectNode();
            ArrayNode responses = all.putArray("responses");
            for (JsonNode request : JSON.readTree(asked.body()).path("requests")) {
                responses.insert(0, answer.apply(request.path("url").asString()).set("id", request.get("id")));
            }
            return Reply.json(200, all.toString());
        });
    }

    private static ObjectNode healthy(String url) {
        if (url.endsWith("/settings/exchange")) {
            return part(200, "{\"primaryMailboxId\":\"MBX:" + GUID + "@tenant\"}");
        }
        if (url.endsWith("/userPurpose")) {
            return part(200, "{\"value\":\"user\"}");
        }
        if (!url.contains("assignedLicenses")) {
            return part(200, "{\"value\":[]}");
        }
        ObjectNode user = JSON.createObjectNode().put("id", ID.value()).put("userPrincipalName", "a@sgu.example")
                .put("accountEnabled", true).put("userType", "Member");
        for (String name : UserProperties.forUser()) {
            if (!user.has(name)) {
                user.putNull(name);
            }
        }
        user.putArray("assignedLicenses");
        user.putArray("licenseAssignmentStates");
        user.putArray("proxyAddresses");
        return part(200, user.toString());
    }

    private static ObjectNode part(int status, String body) {
        ObjectNode part = JSON.createObjectNode().put("status", status);
        part.set("body", JSON.readTree(body));
        return part;
    }

    private static ObjectNode throttled(String wait) {
        ObjectNode part = part(429, "{}");
        part.putObject("headers").put("retry-after", wait);
        return part;
    }
}
