package dev.shisa.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Quotas on the wire: what is counted for whom, and how a refusal looks. The tenant's clock stands until it is moved. */
final class QuotaTest extends ServedTenant {

    private static final String RENAME = "{\"jobTitle\":\"Clerk\"}";
    /** Paths and the resource units that Microsoft documents for them; none where another service answers. */
    private static final String COSTS = """
            /users                                     | 2
            /users?$select=id                          | 1
            /users?$top=19                             | 1
            /users?$top=20                             | 2
            /users?$select=id&$top=1                   | 1
            /users?$top=20&$top=19                     | 2
            /users/delta                               | 1
            /users/ID                                  | 1
            /users/ID/memberOf                         | 2
            /users/ID/licenseDetails                   | 2
            /users('ID')/ownedObjects                  | 2
            /subscribedSkus                            | 3
            /groups/nobody/members                     | 3
            /groups/nobody/members?$expand=x           | 4
            /groups/nobody/transitiveMembers           | 5
            /organization                              | 1
            /users/ID/mailboxSettings                  |
            /auditLogs/directoryAudits                 |
            /admin/serviceAnnouncement/healthOverviews |
            """;

    @Test
    void writesAreRefusedAsDocumented() throws Exception {
        String id = person(1);
        faults("- {condition: quota, writes: {limit: 3, per: PT150S}, decimal: true}");
        for (int i = 0; i < 3; i++) {
            assertEquals(204, rename(client(), id).status());
        }
        SandboxClient.Reply refused = rename(client(), id);
        assertEquals(429, refused.status());
        JsonNode error = refused.json().path("error");
        assertEquals("TooManyRequests", error.path("code").asString());
        assertEquals("Please retry again later.", error.path("message").asString());
        assertEquals("429", error.path("innerError").path("code").asString());
        assertEquals("429", error.path("innerError").path("status").asString());
        assertEquals("Please retry after", error.path("innerError").path("message").asString());
        assertEquals(refused.header("request-id"), error.path("innerError").path("request-id").asString());
        assertEquals("Tenant_Application/Write/" + server().descriptor().everything().clientId() + "/"
                + SandboxServer.TENANT_ID, refused.header("x-ms-throttle-scope"));
        assertEquals("WriteLimitExceeded", refused.header("x-ms-throttle-information"));
        assertEquals("1", refused.header("x-ms-resource-unit"));
        assertEquals("1.34", refused.header("x-ms-throttle-limit-percentage"));
        double wait = Double.parseDouble(refused.header("Retry-After"));
        assertTrue(wait >= 150 && wait < 151.6 && refused.header("Retry-After").contains("."),
                refused.header("Retry-After"));
        JsonNode line = lastRequest();
        assertEquals(429, line.path("status").asInt());
        assertEquals(id, line.path("account").asString());
        assertEquals(server().descriptor().everything().clientId(), line.path("app").asString());
        assertEquals(200, client().get("/users/" + id).status(), "reads have a limit of their own");
        advance("PT" + refused.header("Retry-After") + "S");
        assertEquals(204, rename(client(), id).status());
    }

    @Test
    void waitsAreWholeSecondsUnlessDecimalsAreWanted() throws Exception {
        String id = person(1);
        faults("- {condition: quota, writes: {limit: 1, per: PT0.9S}}");
        assertEquals(204, rename(client(), id).status());
        assertEquals("1", rename(client(), id).header("Retry-After"));
    }

    @Test
    void eachApplicationHasItsOwnLimitAndTheTenantOneForAll() throws Exception {
        String id = person(1);
        SandboxClient other = client().as(server().descriptor().writer());
        faults("- {condition: quota, writes: {limit: 2, per: PT150S}, tenant_writes: {limit: 4, per: PT5M}}");
        assertEquals(200, signOut(client(), id).status());
        assertEquals(200, signOut(client(), id).status());
        assertEquals(429, signOut(client(), id).status(), "this one counts for the tenant, too");
        assertEquals(200, signOut(other, id).status());
        SandboxClient.Reply refused = signOut(other, id);
        assertEquals(429, refused.status());
        assertEquals("Tenant/Write/" + server().descriptor().writer().clientId() + "/" + SandboxServer.TENANT_ID,
                refused.header("x-ms-throttle-scope"));
        faults("[]");
        assertEquals(200, signOut(other, id).status());
    }

    @Test
    void whatIsRefusedCountsToo() throws Exception {
        String id = person(1);
        faults("- {condition: quota, writes: {limit: 5, per: PT100S}}");
        for (int i = 0; i < 5; i++) {
            rename(client(), id);
        }
        advance("PT60S");
        for (int i = 0; i < 4; i++) {
            assertEquals(429, rename(client(), id).status());
        }
        advance("PT42S");
        assertEquals(204, rename(client(), id).status(), "the first five are forgotten, the four are not");
        assertEquals(429, rename(client(), id).status());
    }

    @Test
    void partsOfABatchAreJudgedOneByOne() throws Exception {
        String id = person(1);
        faults("- {condition: quota, writes: {limit: 2, per: PT150S}, decimal: true}");
        StringBuilder parts = new StringBuilder();
        for (int i = 1; i <= 4; i++) {
            parts.append(i > 1 ? "," : "").append("{\"id\":\"").append(i)
                    .append("\",\"method\":\"PATCH\",\"url\":\"/users/").append(id)
                    .append("\",\"headers\":{\"Content-Type\":\"application/json\"},\"body\":").append(RENAME)
                    .append('}');
        }
        SandboxClient.Reply batch = client().post("/$batch", "{\"requests\":[" + parts + "]}");
        assertEquals(200, batch.status());
        assertEquals("", batch.header("x-ms-resource-unit"), "the batch itself takes nothing");
        assertEquals("204 204 429 429", String.join(" ", IntStream.rangeClosed(1, 4)
                .mapToObj(i -> String.valueOf(part(batch, i).path("status").asInt())).toList()));
        JsonNode headers = part(batch, 3).path("headers");
        assertTrue(Double.parseDouble(headers.path("Retry-After").asString("0")) >= 150, headers.toString());
        assertEquals("WriteLimitExceeded", headers.path("x-ms-throttle-information").asString());
        assertEquals("TooManyRequests", part(batch, 4).path("body").path("error").path("code").asString());
    }

    private static JsonNode part(SandboxClient.Reply batch, int id) {
        return batch.json().path("responses").valueStream()
                .filter(part -> part.path("id").asString().equals(Integer.toString(id))).findFirst().orElseThrow();
    }

    @Test
    void everyAnswerTellsWhatItTook() throws Exception {
        String id = person(1);
        faults("- {condition: quota}");
        for (String line : COSTS.strip().split("\n", -1)) {
            String[] cells = line.strip().split(" *\\| *", -1);
            assertEquals(cells[1], client().get(cells[0].replace("ID", id)).header("x-ms-resource-unit"), line);
        }
    }

    @Test
    void resourceUnitsHaveALimit() throws Exception {
        faults("- {condition: quota, units: {limit: 10, per: PT10S}}");
        StringBuilder seen = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            SandboxClient.Reply reply = client().get("/users");
            seen.append(reply.status()).append(' ').append(reply.header("x-ms-throttle-limit-percentage")).append(',');
        }
        assertEquals("200 ,200 ,200 ,200 ,200 1.00,429 1.20,", seen.toString(), "told only above 0.8");
        SandboxClient.Reply refused = client().get("/organization");
        assertEquals("ResourceUnitLimitExceeded", refused.header("x-ms-throttle-information"));
        assertTrue(refused.header("x-ms-throttle-scope").startsWith("Tenant_Application/ReadWrite/"));
        advance("PT11S");
        assertEquals(200, client().get("/users").status());
    }

    @Test
    void auditLogsHaveALimitOfTheirOwn() throws Exception {
        faults("- {condition: quota}");
        for (int i = 0; i < 5; i++) {
            assertEquals(200, client().get("/auditLogs/directoryAudits?$top=1").status());
        }
        SandboxClient.Reply refused = client().get("/auditLogs/directoryAudits?$top=1");
        assertEquals(429, refused.status());
        assertEquals("11", refused.header("Retry-After"));
        advance("PT11S");
        assertEquals(200, client().get("/auditLogs/directoryAudits?$top=1").status());
    }

    @Test
    void eachMailboxHasALimit() throws Exception {
        String one = "/users/" + person(1) + "/mailboxSettings";
        String sameByName = "/users/person1@contoso.example/mailboxSettings/userPurpose";
        faults("- {condition: quota, mailbox: {limit: 2, per: PT10M}}");
        assertEquals(200, client().get(one).status());
        assertEquals(200, client().get(sameByName).status());
        SandboxClient.Reply refused = client().get(one);
        assertEquals(429, refused.status());
        assertEquals("ApplicationThrottled", refused.errorCode());
        assertTrue(Integer.parseInt(refused.header("Retry-After")) >= 600, refused.header("Retry-After"));
        assertEquals(200, client().get("/users/" + person(2) + "/mailboxSettings").status());
        assertEquals(200, client().as(server().descriptor().reader()).get(one).status(), "another application");
    }

    @Test
    void onlySoManyRequestsOnAMailboxAreUnderWay() throws Exception {
        String path = "/users/" + person(1) + "/mailboxSettings";
        faults("""
                - {match: {path: "/users/*/mailboxSettings/userPurpose"}, effect: {delay: PT10M}}
                - {condition: quota, mailbox_concurrent: 1}
                """);
        CompletableFuture<Integer> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return client().get(path + "/userPurpose").status();
            } catch (Exception cut) {
                return 0;
            }
        });
        SandboxClient.Reply reply = client().get(path);
        for (int i = 0; i < 5_000 && reply.status() == 200; i++) {
            reply = client().get(path);
        }
        assertEquals(429, reply.status());
        assertEquals("Application is over its MailboxConcurrency limit.",
                reply.json().path("error").path("message").asString());
        assertEquals("1", reply.header("Retry-After"));
        server().close();
        assertEquals(0, waiting.join(), "it was under way until the server stopped");
    }

    @Test
    void quotasAreJudgedBeforeFaultsAndAfterTheToken() throws Exception {
        String path = "/users/" + person(1);
        faults("""
                - {match: {path: "/users/*", nth: 2}, effect: {status: 500}}
                - {condition: quota, units: {limit: 1, per: PT10S}}
                """);
        assertEquals(200, client().get(path).status());
        assertEquals(429, client().get(path).status());
        assertEquals(401, client().with("nonsense").get(path).status());
        advance("PT11S");
        assertEquals(500, client().get(path).status(), "what was throttled was not counted by other entries");
    }

    private static SandboxClient.Reply rename(SandboxClient client, String id) throws Exception {
        return client.patch("/users/" + id, RENAME);
    }

    private static SandboxClient.Reply signOut(SandboxClient client, String id) throws Exception {
        return client.post("/users/" + id + "/revokeSignInSessions", "{}");
    }
}
