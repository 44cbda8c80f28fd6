package dev.shisa.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Each effect and each misbehaviour, judged by the server's own truth. */
final class FaultsTest {

    private static final String TAKE = "{\"addLicenses\":[],\"removeLicenses\":[\"314c4481-f395-4525-be8b-2ec4bb1e9d91\"]}";
    private static final String GIVE = "{\"addLicenses\":[{\"skuId\":\"314c4481-f395-4525-be8b-2ec4bb1e9d91\"}],\"removeLicenses\":[]}";

    @TempDir
    private Path folder;
    private SandboxServer server;
    private SandboxClient client;
    private String first;
    private String second;

    @BeforeEach
    void start() throws Exception {
        server = SandboxServer.start(SandboxSettings.of(new Seed.Sgu(), folder).withClock(ClockMode.SIMULATED));
        client = SandboxClient.of(server);
        first = client.id("s110001@sgu.example");
        second = client.id("s110002@sgu.example");
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void gatewayTimeoutBeforeAndAfter() throws Exception {
        client.faults("[{\"match\":{\"method\":\"DELETE\",\"path\":\"/users/*\",\"nth\":1},"
                + "\"effect\":{\"status\":504,\"when\":\"before\"}},{\"match\":{\"method\":\"DELETE\","
                + "\"path\":\"/users/*\",\"nth\":2},\"effect\":{\"status\":504,\"when\":\"after\"}}]");
        assertEquals(504, client.delete("/users/" + first).status());
        assertEquals("active", client.truth(first).path("identity").asString());
        assertEquals(504, client.delete("/users/" + first).status());
        assertEquals("soft-deleted", client.truth(first).path("identity").asString());
        assertEquals(404, client.delete("/users/" + first).status());
        JsonNode line = client.lines("/sandbox/requests?after=3").getFirst();
        assertEquals(first, line.path("account").asString());
        assertEquals(504, line.path("status").asInt());
        assertTrue(line.path("applied").asBoolean());
    }

    @Test
    void cutsBeforeAndAfter() throws Exception {
        client.faults("[{\"match\":{\"account\":\"" + first + "\"},\"effect\":{\"drop\":\"before\"}},"
                + "{\"match\":{\"account\":\"" + second + "\",\"nth\":1},\"effect\":{\"drop\":\"after\"}}]");
        assertThrows(IOException.class, () -> client.post("/users/" + first + "/assignLicense", TAKE));
        assertThrows(IOException.class, () -> client.post("/users/" + second + "/assignLicense", TAKE));
        assertEquals("present", client.truth(first).path("mailbox").asString());
        assertEquals("tombstone", client.truth(second).path("mailbox").asString());
        JsonNode last = client.lines("/sandbox/requests").getLast();
        assertEquals(0, last.path("status").asInt());
        assertTrue(last.path("applied").asBoolean());
    }

    @Test
    void throttlingCountsAndCarriesItsHeader() throws Exception {
        client.faults("[{\"match\":{\"method\":\"GET\",\"path\":\"/users\",\"from\":2,\"every\":2},"
                + "\"effect\":{\"status\":429,\"headers\":{\"Retry-After\":\"2.5\"}}}]");
        StringBuilder seen = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            SandboxClient.Reply reply = client.get("/users?$top=1");
            seen.append(reply.status()).append(reply.header("Retry-After")).append(' ');
        }
        assertEquals("200 4292.5 200 4292.5 200 ", seen.toString());
        client.faults("[{\"match\":{},\"effect\":{\"status\":429}}]");
        SandboxClient.Reply plain = client.get("/users");
        assertEquals("", plain.header("Retry-After"), "none is sent that the file does not name");
        assertEquals("TooManyRequests", plain.errorCode());
        assertEquals(429, client.post("/$batch", "{\"requests\":[]}").status());
    }

    @Test
    void probabilityIsDrawnFromItsSeed() throws Exception {
        String rule = "[{\"match\":{\"path\":\"/users\",\"probability\":0.5,\"seed\":7},\"effect\":{\"status\":503}}]";
        String once = draws(rule);
        assertEquals(once, draws(rule));
        assertNotEquals(once, draws(rule.replace("\"seed\":7", "\"seed\":8")));
        assertTrue(once.contains("200") && once.contains("503"));
    }

    private String draws(String rule) throws Exception {
        client.faults(rule);
        StringBuilder seen = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            seen.append(client.get("/users?$top=1&$select=id").status());
        }
        return seen.toString();
    }

    @Test
    void truncatedListingSaysNothingAndTheCountDisagrees() throws Exception {
        client.faults("[{\"match\":{\"method\":\"GET\",\"path\":\"/users\"},\"effect\":{\"truncate\":1000}}]");
        JsonNode one = client.get("/users?$top=999&$count=true&$select=id", "ConsistencyLevel", "eventual").json();
        JsonNode two = client.get(one.path("@odata.nextLink").asString(), "ConsistencyLevel", "eventual").json();
        assertEquals(1000, one.path("value").size() + two.path("value").size());
        assertTrue(two.path("@odata.nextLink").isMissingNode());
        assertEquals(7341, one.path("@odata.count").asInt());
    }

    @Test
    void listingsLagSingleReadsDoNot() throws Exception {
        client.faults("[{\"match\":{\"method\":\"GET\",\"path\":\"/users\"},\"effect\":{\"lag\":\"PT60S\"}}]");
        client.control("POST", "/sandbox/clock", "{\"advance\":\"PT10S\"}");
        client.delete("/users/" + first);
        String filter = "/users?$filter=" + SandboxClient.encode("id eq '" + first + "'");
        assertEquals(1, client.get(filter).json().path("value").size());
        assertEquals(404, client.get("/users/" + first).status());
        client.control("POST", "/sandbox/clock", "{\"advance\":\"PT61S\"}");
        assertEquals(0, client.get(filter).json().path("value").size());
    }

    @Test
    void misbehavesFromTheKthAccountOn() throws Exception {
        client.faults("[{\"misbehave\":\"identity-lost\",\"from\":2}]");
        client.post("/users/" + first + "/assignLicense", TAKE);
        client.post("/users/" + first + "/assignLicense", GIVE);
        client.post("/users/" + first + "/assignLicense", TAKE);
        assertEquals("active", client.truth(first).path("identity").asString());
        assertEquals(200, client.post("/users/" + second + "/assignLicense", TAKE).status());
        assertEquals("soft-deleted", client.truth(second).path("identity").asString());
        assertEquals(200, client.post("/directory/deletedItems/" + second + "/restore", null).status());
        assertEquals("active", client.truth(second).path("identity").asString());
    }

    @Test
    void newMailboxStrikesTheWayBack() throws Exception {
        String guid = client.truth(first).path("mailboxGuid").asString();
        client.faults("[{\"misbehave\":\"new-mailbox\"}]");
        client.post("/users/" + first + "/assignLicense", TAKE);
        assertEquals(guid, client.truth(first).path("mailboxGuid").asString());
        client.post("/users/" + first + "/assignLicense", GIVE);
        assertEquals("present", client.truth(first).path("mailbox").asString());
        assertNotEquals(guid, client.truth(first).path("mailboxGuid").asString());
    }

    @Test
    void otherMisbehavioursShowInTheTruth() throws Exception {
        JsonNode before = client.truth(first);
        client.faults("[{\"misbehave\":\"address-lost\"},{\"misbehave\":\"password-reset\"},"
                + "{\"misbehave\":\"other-account-hit\"}]");
        client.post("/users/" + first + "/assignLicense", TAKE);
        JsonNode after = client.truth(first);
        assertEquals(before.path("addresses").size() - 1, after.path("addresses").size());
        assertNotEquals(before.path("passwordChangedAt"), after.path("passwordChangedAt"));
        assertEquals(2, client.lines("/sandbox/accounts").stream()
                .filter(line -> line.path("mailbox").asString().equals("tombstone")).count());
        client.faults("[{\"misbehave\":\"nothing-done\"}]");
        assertEquals(204, client.delete("/users/" + second).status());
        assertEquals("active", client.truth(second).path("identity").asString());
        assertFalse(client.lines("/sandbox/requests").getLast().path("applied").asBoolean());
    }

    @Test
    void partsOfABatchAreMatchedAlone() throws Exception {
        client.faults("[{\"match\":{\"path\":\"/users/*\",\"nth\":2},"
                + "\"effect\":{\"status\":429,\"headers\":{\"Retry-After\":\"10\"}}}]");
        JsonNode reply = client.post("/$batch", "{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/users/"
                + first + "\"},{\"id\":\"2\",\"method\":\"GET\",\"url\":\"/users/" + second + "\"}]}").json();
        for (JsonNode part : reply.path("responses")) {
            boolean struck = part.path("id").asString().equals("2");
            assertEquals(struck ? 429 : 200, part.path("status").asInt());
            assertEquals(struck ? "10" : "", part.path("headers").path("Retry-After").asString(""));
        }
    }
}
