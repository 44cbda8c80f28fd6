package dev.shisa.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Faults of the answer: what a client gets to see, while the write behind it is judged by the server's own truth. */
final class AnswerFaultsTest extends ServedTenant {

    @ParameterizedTest
    @CsvSource({"10", "2.5", "''"})
    void throttledWithTheRetryAfterOfTheFileAndNoOther(String seconds) throws Exception {
        String headers = seconds.isEmpty() ? "" : ", headers: {Retry-After: \"" + seconds + "\"}";
        faults("- {match: {path: /users/*}, effect: {status: 429" + headers + "}}");
        SandboxClient.Reply reply = client().get("/users/" + person(1));
        assertEquals(429, reply.status());
        assertEquals(seconds, reply.header("Retry-After"));
        JsonNode part = batch("GET", "/users/x").path("responses").path(0);
        assertEquals(429, part.path("status").asInt());
        assertEquals(seconds, part.path("headers").path("Retry-After").asString(""));
    }

    private JsonNode batch(String method, String url) throws Exception {
        return client().post("/$batch", "{\"requests\":[{\"id\":\"1\",\"method\":\"" + method + "\",\"url\":\"" + url
                + "\"}]}").json();
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 500, 502, 503, 504})
    void errorsBeforeAndAfterTheWrite(int status) throws Exception {
        String id = person(1);
        faults("- {match: {method: POST, nth: 1}, effect: {status: " + status + "}}\n"
                + "- {match: {method: POST, nth: 2}, effect: {status: " + status + ", when: after}}");
        assertEquals(status, take(id).status());
        assertEquals("present", truth(id, "mailbox"));
        assertFalse(lastRequest().path("applied").asBoolean());
        assertEquals(status, take(id).status());
        assertEquals("tombstone", truth(id, "mailbox"));
        assertTrue(lastRequest().path("applied").asBoolean());
    }

    @Test
    void anEmptyBody() throws Exception {
        String id = person(1);
        faults("- {match: {path: \"/users/**\"}, effect: {body: empty}}");
        SandboxClient.Reply reply = take(id);
        assertEquals(200, reply.status());
        assertEquals("", reply.body());
        assertEquals("tombstone", truth(id, "mailbox"));
        JsonNode part = batch("GET", "/users/" + id).path("responses").path(0);
        assertEquals(200, part.path("status").asInt());
        assertTrue(part.path("body").isMissingNode());
    }

    @Test
    void nulBytesForABody() throws Exception {
        String id = person(1);
        int length = client().get("/users/" + id).body().length();
        faults("- {match: {path: \"/users/**\"}, effect: {body: nul}}");
        SandboxClient.Reply reply = client().get("/users/" + id);
        assertEquals(200, reply.status());
        assertEquals("\0".repeat(length), reply.body());
        assertTrue(reply.header("Content-Type").startsWith("application/json"));
        assertTrue(batch("GET", "/users/" + id).path("responses").path(0).path("body").asString().startsWith("\0\0"));
    }

    @Test
    void aGatewaysPageForABody() throws Exception {
        String id = person(1);
        String other = person(2);
        faults("- {match: {path: \"/users/**\"}, effect: {body: html}}");
        SandboxClient.Reply reply = client().get("/users/" + id);
        assertEquals(200, reply.status());
        assertEquals("text/html; charset=utf-8", reply.header("Content-Type"));
        assertTrue(reply.body().startsWith("<!DOCTYPE html>"));
        assertTrue(batch("GET", "/users/" + id).path("responses").path(0).path("body").asString().contains("</html>"));
        JsonNode part = batch("DELETE", "/users/" + other).path("responses").path(0);
        assertTrue(part.path("body").isMissingNode(), "what has no body stays as it is");
        assertEquals(204, client().delete("/users/" + id).status());
    }

    @Test
    void aBodyThatIsCutInTheMiddle() throws Exception {
        String id = person(1);
        faults("- {match: {path: \"/users/**\"}, effect: {body: cut}}");
        IOException cut = assertThrows(IOException.class, () -> take(id));
        assertTrue(String.valueOf(cut.getMessage()).contains("received"), String.valueOf(cut.getMessage()));
        assertEquals("tombstone", truth(id, "mailbox"));
        assertEquals(200, lastRequest().path("status").asInt());
        assertThrows(IOException.class, () -> batch("GET", "/users/" + id));
        assertThrows(IOException.class, () -> client().delete("/users/" + id));
        assertEquals("soft-deleted", truth(id, "identity"));
        assertEquals(0, lastRequest().path("status").asInt(), "of an answer without a body nothing is sent");
    }

    @Test
    void aStalledAnswerEndsInACut() throws Exception {
        String id = person(1);
        faults("- {match: {method: POST}, effect: {stall: PT0.2S}}");
        long before = System.nanoTime();
        IOException cut = assertThrows(IOException.class, () -> take(id));
        assertTrue(System.nanoTime() - before >= Duration.ofMillis(200).toNanos());
        assertTrue(String.valueOf(cut.getMessage()).contains("received"), String.valueOf(cut.getMessage()));
        assertEquals("tombstone", truth(id, "mailbox"));
        assertTrue(lastRequest().path("applied").asBoolean());
    }

    @Test
    void aSlowAnswerComes() throws Exception {
        String id = person(1);
        faults("- {match: {method: POST}, effect: {delay: PT0.2S}}");
        long before = System.nanoTime();
        assertEquals(200, take(id).status());
        assertTrue(System.nanoTime() - before >= Duration.ofMillis(200).toNanos());
    }

    @ParameterizedTest
    @ValueSource(strings = {"stall", "delay"})
    void theServerStopsAtOnceAllTheSame(String effect) throws Exception {
        String id = person(1);
        faults("- {match: {method: GET}, effect: {" + effect + ": PT10M}}");
        CountDownLatch asking = new CountDownLatch(1);
        try (ExecutorService one = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<SandboxClient.Reply> reply = one.submit(() -> {
                asking.countDown();
                return client().get("/users/" + id);
            });
            asking.await();
            assertThrows(java.util.concurrent.TimeoutException.class, () -> reply.get(300, TimeUnit.MILLISECONDS));
            assertTimeoutPreemptively(Duration.ofSeconds(5), server()::close);
            Exception end = assertThrows(java.util.concurrent.ExecutionException.class,
                    () -> reply.get(5, TimeUnit.SECONDS));
            assertFalse(end.getCause() instanceof HttpTimeoutException, "it was cut, not waited out");
        }
    }

    @Test
    void aNextLinkToAForeignHost() throws Exception {
        faults("- {match: {method: GET, path: /users}, effect: {next_link: \"https://elsewhere.example/v1.0/users\"}}");
        for (String top : List.of("10", "999")) {
            assertEquals("https://elsewhere.example/v1.0/users",
                    client().get("/users?$top=" + top).json().path("@odata.nextLink").asString());
        }
    }

    @ParameterizedTest
    @CsvSource({"7,10", "10,10", "11,10", "20,10", "5,999", "1,1", "40,7"})
    void anObjectThatComesTwiceOrNotAtAll(int number, int top) throws Exception {
        String path = "/users?$select=id&$top=" + top;
        List<String> honest = ids(path);
        String count = "/users?$select=id&$count=true&$top=" + top;
        faults("- {match: {method: GET, path: /users}, effect: {repeat: " + number + "}}");
        List<String> repeated = ids(path);
        String twice = honest.get(number - 1);
        assertEquals(honest.size() + 1, repeated.size());
        assertEquals(number - 1, repeated.indexOf(twice));
        int page = (number - 1) / top;
        boolean last = (page + 1) * top >= honest.size();
        assertEquals(last ? honest.size() : (page + 1) * top, repeated.lastIndexOf(twice), "on the page after its own");
        assertEquals(honest.size(), client().get(count, "ConsistencyLevel", "eventual").json().path("@odata.count")
                .asInt());
        faults("- {match: {method: GET, path: /users}, effect: {skip: " + number + "}}");
        List<String> skipped = ids(path);
        assertEquals(honest.stream().filter(id -> !id.equals(twice)).toList(), skipped);
        assertEquals(honest.size(), client().get(count, "ConsistencyLevel", "eventual").json().path("@odata.count")
                .asInt());
    }

    @Test
    void theSortedListingRepeatsTheSameObject() throws Exception {
        String path = "/users?$select=id&$orderby=displayName&$top=10";
        List<String> honest = ids(path);
        faults("- {match: {method: GET, path: /users}, effect: {repeat: 13}}");
        assertEquals(20, ids(path).lastIndexOf(honest.get(12)));
    }

    @Test
    void listsLagForMinutesWhileSingleReadsAreFresh() throws Exception {
        String id = person(1);
        faults("- {match: {method: GET, path: \"/users/**\"}, effect: {lag: PT5M}}\n"
                + "- {match: {method: GET}, effect: {lag: PT5M}}");
        client().delete("/users/" + id);
        assertTrue(ids("/users?$select=id").contains(id));
        assertEquals(404, client().get("/users/" + id).status());
        assertEquals(200, client().get("/directory/deletedItems/" + id).status());
        advance("PT5M");
        assertFalse(ids("/users?$select=id").contains(id));
    }

    @Test
    void deletedItemsComeLate() throws Exception {
        String id = person(1);
        faults("- {match: {method: GET, path: /directory/deletedItems/microsoft.graph.user}, effect: {lag: PT90S}}\n"
                + "- {match: {method: GET, path: /directory/deletedItems/*}, effect: {lag: PT30S}}");
        advance("PT1S");
        client().delete("/users/" + id);
        String list = "/directory/deletedItems/microsoft.graph.user?$select=id";
        assertFalse(ids(list).contains(id));
        assertEquals(404, client().get("/directory/deletedItems/" + id).status());
        assertEquals("soft-deleted", truth(id, "identity"));
        advance("PT30S");
        assertEquals(200, client().get("/directory/deletedItems/" + id).status());
        assertFalse(ids(list).contains(id));
        advance("PT60S");
        assertTrue(ids(list).contains(id));
    }

    @Test
    void singleReadsLagWhereTheMatchMeansThem() throws Exception {
        String id = person(1);
        faults("- {match: {method: GET, path: /users/*}, effect: {lag: PT30S}}\n"
                + "- {match: {method: GET, path: /users/*/mailboxSettings/userPurpose}, effect: {lag: PT30S}}");
        advance("PT1S");
        client().patch("/users/" + id, "{\"userPrincipalName\":\"renamed@contoso.example\"}");
        take(id);
        assertEquals("person1@contoso.example", client().get("/users/" + id).json().path("userPrincipalName")
                .asString());
        assertEquals(200, client().get("/users/person1@contoso.example").status());
        assertEquals(404, client().get("/users/renamed@contoso.example").status());
        assertEquals(200, client().get("/users/" + id + "/mailboxSettings/userPurpose").status());
        client().delete("/users/" + id);
        assertEquals(200, client().get("/users/" + id).status());
        advance("PT30S");
        assertEquals(404, client().get("/users/" + id).status());
    }
}
