package dev.shisa.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.tenant.Budget;
import dev.shisa.tenant.SignIn;
import dev.shisa.catalog.WireCall;
import dev.shisa.graph.StubGraph.Reply;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantWriter;
import dev.shisa.tenant.WriteOutcome;
import dev.shisa.tenant.WriteOutcome.Accepted;
import dev.shisa.tenant.WriteOutcome.Rejected;
import dev.shisa.tenant.WriteOutcome.Unknown;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GraphWriteTest {
    private static final String ID = "00000000-0000-4000-8000-000000000001";
    private static final WireCall DELETE = new WireCall("DELETE", "/users/" + ID, Optional.empty());

    private final StubGraph stub = new StubGraph();

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void aWriteIsOneRequestUnderItsIdWithTheWritersToken() throws TenantFailure {
        UUID id = UUID.randomUUID();
        WireCall call = new WireCall("POST", "/users/" + ID + "/assignLicense",
                Optional.of("{\"addLicenses\":[],\"removeLicenses\":[]}"));
        assertInstanceOf(Accepted.class, write(call, id, Reply.json(200, "{}")));
        StubGraph.Asked asked = stub.asked().getFirst();
        assertEquals("/v1.0/users/" + ID + "/assignLicense", asked.path());
        assertEquals(call.body().orElse(""), asked.body());
        assertEquals(id.toString(), asked.header("client-request-id"));
        assertEquals("Bearer writer-token-1", asked.header("Authorization"));
        assertEquals("Low", asked.header("x-ms-throttle-priority"));
        assertEquals(1, stub.tenant().writeCalls());
    }

    @Test
    void whateverIsNoClearAnswerIsUnknownAndSentOnce() throws TenantFailure {
        List<Reply> replies = List.of(Reply.json(504, ""), Reply.json(500, "\0"), Reply.json(503, ""),
                Reply.json(404, "{}"),
                Reply.json(503, "").with("Retry-After", "0"), Reply.json(421, ""), Reply.json(408, ""),
                Reply.json(307, "").with("Location", stub.base() + "/users/x"), Reply.json(410, ""),
                new Reply(0, Map.of(), ""));
        for (Reply reply : replies) {
            int before = stub.asked().size();
            assertInstanceOf(Unknown.class, write(DELETE, UUID.randomUUID(), reply), reply.toString());
            assertEquals(before + 1, stub.asked().size(), "sent once: " + reply);
        }
        assertEquals(replies.size(), stub.tenant().writeCalls());
        assertEquals(List.of(), stub.waiter().pauses());
    }

    @Test
    void aClearNoIsARejectionWithWhatTheServiceSays() throws TenantFailure {
        for (int status : List.of(400, 401, 403, 405, 409, 429)) {
            int before = stub.asked().size();
            Rejected rejected = assertInstanceOf(Rejected.class, write(DELETE, UUID.randomUUID(), Reply
                    .json(status, "{\"error\":{\"code\":\"Some_Code\",\"message\":\"no\"}}")
                    .with("Retry-After", "1.5")));
            assertEquals(status, rejected.status());
            assertEquals("Some_Code", rejected.code());
            assertEquals(1.5, rejected.retryAfterSeconds());
            assertEquals(before + 1, stub.asked().size());
        }
        assertEquals(0.0, assertInstanceOf(Rejected.class, write(DELETE, UUID.randomUUID(), Reply.json(403, "")))
                .retryAfterSeconds());
    }

    @Test
    void afterARefusedTokenTheNextWriteSignsInAnew() throws TenantFailure {
        write(DELETE, UUID.randomUUID(), Reply.json(401, ""));
        write(DELETE, UUID.randomUUID(), Reply.json(204, ""));
        assertEquals("Bearer writer-token-2", stub.asked().getLast().header("Authorization"));
    }

    @Test
    void aThrottledWriteHoldsBackTheNextOneAndNoRead() throws Exception {
        stub.answersInTurn(Reply.json(429, "{}").with("Retry-After", "2.5"), Reply.json(200,
                "{\"value\":[]}"));
        TenantWriter writer = stub.tenant().writer();
        assertInstanceOf(Rejected.class, writer.apply(DELETE, UUID.randomUUID()));
        assertThrows(TenantFailure.class, stub.tenant().reader()::identify);
        assertEquals(0, stub.waiter().nanos());
        assertInstanceOf(Budget.Permission.Granted.class, writer.turn(() -> false));
        assertEquals(Duration.ofMillis(2_500).toNanos(), stub.waiter().nanos());
    }

    @Test
    void nothingListening_NothingSent() throws TenantFailure {
        GraphTenant tenant = new GraphTenant(
                new GraphConnection(URI.create("http://127.0.0.1:1/v1.0"), URI.create("https://127.0.0.1:1"), "t",
                        new ClientCredential("r", "s"), new ClientCredential("w", "s"), Optional.empty()),
                Budget.silent(stub.waiter()), stub.waiter(), (_, _) -> new SignIn() {
                    @Override
                    public String token() {
                        return "t";
                    }

                    @Override
                    public void forget(String refused) {
                        // a fixed token
                    }
                });
        try (tenant) {
            assertEquals(0,
                    assertInstanceOf(Rejected.class, tenant.writer().apply(DELETE, UUID.randomUUID())).status());
            assertEquals(0, tenant.writeCalls());
        }
    }

    @Test
    void onlyWritesOfTheCatalogsFormAreSent() throws TenantFailure {
        for (WireCall call : List.of(new WireCall("GET", "/users/" + ID, Optional.empty()),
                new WireCall("DELETE", "users", Optional.empty()),
                new WireCall("DELETE", "/users/../users", Optional.empty()),
                new WireCall("DELETE", "/users?x=y", Optional.empty()),
                new WireCall("POST", "/$batch", Optional.empty()),
                new WireCall("DELETE", "/users/{id}", Optional.empty()))) {
            assertThrows(IllegalArgumentException.class, () -> stub.tenant().writer().apply(call, UUID.randomUUID()));
        }
        assertEquals(List.of(), stub.asked());
    }

    @Test
    void aReferenceLeavesWithTheAddressOfTheService() throws TenantFailure {
        write(new WireCall("PUT", "/users/" + ID + "/manager/$ref",
                Optional.of("{\"@odata.id\":\"/directoryObjects/" + ID + "\"}")), UUID.randomUUID(),
                Reply.json(204, ""));
        assertEquals("PUT", stub.asked().getLast().method());
        assertTrue(stub.asked().getLast().path().endsWith("/users/" + ID + "/manager/$ref"));
        assertEquals("{\"@odata.id\":\"" + stub.base() + "/directoryObjects/" + ID + "\"}",
                stub.asked().getLast().body());
    }

    private WriteOutcome write(WireCall call, UUID id, Reply reply) throws TenantFailure {
        stub.answers(_ -> reply);
        return stub.tenant().writer().apply(call, id);
    }
}
