package dev.shisa.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.graph.StubGraph.Reply;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantFailure.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class GraphReadTest {
    private static final String ORGANISATION = """
            {"value":[{"id":"t-1","verifiedDomains":[{"name":"x.example","isDefault":false},{"name":"sgu.example","isDefault":true}]}]}""";

    private final StubGraph stub = new StubGraph();

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void everyRequestHasItsOwnIdLowPriorityAndTheReadersToken() throws TenantFailure {
        stub.answers(_ -> Reply.json(200, ORGANISATION));
        assertEquals("sgu.example", stub.tenant().reader().identify().defaultDomain());
        stub.tenant().reader().identify();
        StubGraph.Asked first = stub.asked().getFirst();
        assertEquals("Low", first.header("x-ms-throttle-priority"));
        assertEquals("Bearer reader-token-1", first.header("Authorization"));
        assertNotEquals(first.header("client-request-id"), stub.asked().getLast().header("client-request-id"));
        assertEquals(List.of("reader"), stub.applications(), "nobody has signed in for writing");
    }

    @Test
    void aLinkToAnotherAddressIsNotFollowed() {
        for (String link : List.of("https://evil.example/v1.0/users?$skiptoken=x", "http://localhost/v1.0/users",
                "http://user@127.0.0.1/v1.0", "//evil.example", "::::")) {
            stub.answers(_ -> Reply.json(200, "{\"value\":[],\"@odata.nextLink\":\"" + link + "\"}"));
            fails(Reason.MALFORMED, () -> stub.tenant().reader().matching("x eq 1"));
        }
        assertEquals(5, stub.asked().size());
    }

    @Test
    void aLinkThatGoesInACircleEnds() {
        stub.answers(
                _ -> Reply.json(200, "{\"value\":[],\"@odata.nextLink\":\"" + stub.base() + "/users?$skiptoken=a\"}"));
        fails(Reason.MALFORMED, () -> stub.tenant().reader().matching("x eq 1"));
        assertEquals(2, stub.asked().size());
    }

    @Test
    void everyPageIsAskedWithTheConsistencyHeader() throws TenantFailure {
        stub.answers(asked -> asked.path().contains("skiptoken")
                ? Reply.json(200, "{\"value\":[{\"id\":\"00000000-0000-4000-8000-000000000002\"}]}")
                : Reply.json(200,
                        "{\"value\":[{\"id\":\"00000000-0000-4000-8000-000000000001\"}],\"@odata.nextLink\":\""
                                + stub.base() + "/users?$filter=a%20eq%20'b'&$skiptoken=a%2Bb\"}"));
        Set<?> ids = stub.tenant().reader().matching("a eq 'b+c'");
        assertEquals(2, ids.size());
        assertTrue(stub.asked().getFirst().path().contains("a%20eq%20%27b%2Bc%27"), stub.asked().getFirst().path());
        assertTrue(stub.asked().getLast().path().endsWith("/v1.0/users?$filter=a%20eq%20%27b%27&$skiptoken=a%2Bb"),
                stub.asked().getLast().path());
        stub.asked().forEach(asked -> assertEquals("eventual", asked.header("ConsistencyLevel")));
    }

    @Test
    void answersThatCannotBeReadAreFailuresWithASentence() {
        for (String body : List.of("", "\0\0\0", "<html>", "[]", "{\"value\":1}", "{\"value\":[{}]}",
                "{\"value\":[{\"id\":7}]}",
                "{\"value\":[],\"@odata.nextLink\":7}")) {
            stub.answers(_ -> Reply.json(200, body));
            TenantFailure failure = fails(Reason.MALFORMED, () -> stub.tenant().reader().matching("x eq 1"));
            assertTrue(failure.sentence().toString().startsWith("The answer to GET /v1.0/users "),
                    failure.sentence().toString());
        }
        stub.answers(_ -> Reply.json(200, "many"));
        fails(Reason.MALFORMED, () -> stub.tenant().reader().countActive());
    }

    @Test
    void refusalsWithAndWithoutABodyKeepTheirMeaning() {
        stub.answers(_ -> Reply.json(403, ""));
        fails(Reason.DENIED, () -> stub.tenant().reader().identify());
        stub.answers(_ -> Reply.json(403, "\0\0\0\0"));
        fails(Reason.DENIED, () -> stub.tenant().reader().identify());
        stub.answers(_ -> Reply.json(400,
                "{\"error\":{\"code\":\"Request_UnsupportedQuery\",\"message\":\"no such filter\"}}"));
        assertEquals("GET /v1.0/users was answered with 400 Request_UnsupportedQuery: no such filter.",
                fails(Reason.BAD_REQUEST, () -> stub.tenant().reader().matching("x eq 1")).sentence().toString());
        stub.answers(_ -> Reply.json(501, "{\"error\":{\"code\":\"NotImplemented\"}}"));
        fails(Reason.BAD_REQUEST, () -> stub.tenant().reader().matching("x eq 1"));
    }

    @Test
    void aRefusedTokenIsReplacedOnce() throws TenantFailure {
        stub.answersInTurn(Reply.json(401, ""), Reply.json(200, ORGANISATION));
        stub.tenant().reader().identify();
        assertEquals("Bearer reader-token-2", stub.asked().getLast().header("Authorization"));
        stub.answers(_ -> Reply.json(401, ""));
        fails(Reason.SIGN_IN_REFUSED, () -> stub.tenant().reader().identify());
        assertEquals(4, stub.asked().size());
    }

    @Test
    void waitsAsLongAsTheServiceAsksFractionsIncluded() throws TenantFailure {
        stub.answersInTurn(Reply.json(429, "").with("Retry-After", "2.128"), Reply.json(503, ""),
                Reply.json(200, ORGANISATION));
        stub.tenant().reader().identify();
        assertEquals(List.of(Duration.ofMillis(2128), Duration.ofSeconds(2)), stub.waiter().pauses());
        assertEquals(3, stub.asked().stream().map(asked -> asked.header("client-request-id")).distinct().count());
    }

    @Test
    void triesAndWaitsAreBounded() {
        stub.answers(_ -> Reply.json(503, ""));
        fails(Reason.UNREACHABLE, () -> stub.tenant().reader().identify());
        assertEquals(6, stub.asked().size());
        stub.answers(_ -> Reply.json(429, "").with("Retry-After", "3600"));
        TenantFailure failure = fails(Reason.UNREACHABLE, () -> stub.tenant().reader().identify());
        assertTrue(failure.sentence().toString().contains("it asks to wait 3600 s"), failure.sentence().toString());
        assertEquals(7, stub.asked().size());
    }

    @Test
    void aBrokenConnectionIsTriedAgain() throws TenantFailure {
        stub.answersInTurn(new Reply(0, java.util.Map.of(), ""), Reply.json(200, ORGANISATION));
        assertEquals("t-1", stub.tenant().reader().identify().id());
    }

    private static TenantFailure fails(Reason reason, Executable question) {
        TenantFailure failure = assertThrows(TenantFailure.class, question);
        assertEquals(reason, failure.reason(), failure.sentence().toString());
        return failure;
    }
}
