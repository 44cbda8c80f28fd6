package dev.shisa.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the wire says, endpoint by endpoint, on seed small. */
final class ProtocolTest {

    private static final String E3 = "6fd2c87f-b296-42f0-b197-1e91e994b900";
    private static final String EXCHANGE_2 = "efb87545-963c-4e0d-99df-69c6916d9eb0";

    @TempDir
    private Path folder;
    private SandboxServer server;
    private SandboxClient client;

    @BeforeEach
    void start() throws Exception {
        server = SandboxServer.start(
                SandboxSettings.of(new Seed.Small(), folder).withPlain().withClock(ClockMode.SIMULATED));
        client = SandboxClient.of(server);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void signInAsEntra() throws Exception {
        JsonNode discovery = client
                .get(server.descriptor().login() + "/contoso.example/v2.0/.well-known/openid-configuration")
                .json();
        assertTrue(discovery.path("token_endpoint").asString().startsWith(server.descriptor().login() + "/"));
        SandboxDescriptor.Client all = server.descriptor().everything();
        SandboxClient.Reply wrong = client.token(new SandboxDescriptor.Client(all.clientId(), "wrong"),
                "https://graph.microsoft.com/.default");
        assertEquals(401, wrong.status());
        assertEquals("invalid_client", wrong.json().path("error").asString());
        assertEquals(7000215, wrong.json().path("error_codes").path(0).asInt());
        SandboxClient.Reply noScope = client.form("/" + SandboxServer.TENANT_ID + "/oauth2/v2.0/token",
                Map.of("grant_type", "client_credentials", "client_id", all.clientId(), "client_secret",
                        all.clientSecret()));
        assertEquals(400, noScope.status());
        assertEquals(900144, noScope.json().path("error_codes").path(0).asInt());
    }

    @Test
    void onlyGoodTokensOpen() throws Exception {
        String good = client.token();
        String altered = good.substring(0, good.length() - 6) + (good.endsWith("AAAAAA") ? "BBBBBB" : "AAAAAA");
        assertEquals(401, client.with(null).get("/users").status());
        assertEquals(401, client.with(altered).get("/users").status());
        assertEquals(401, client.with("x.y").get("/users").status());
        String outlook = client.token(server.descriptor().everything(), "https://outlook.office365.com/.default")
                .json().path("access_token").asString();
        SandboxClient.Reply other = client.with(outlook).get("/users");
        assertEquals(401, other.status());
        assertEquals("InvalidAuthenticationToken", other.errorCode());
        assertTrue(other.header("WWW-Authenticate").startsWith("Bearer"));
        assertEquals(200, client.get("/users").status());
        client.control("POST", "/sandbox/clock", "{\"advance\":\"PT2H\"}");
        assertEquals(401, client.get("/users").status());
    }

    @Test
    void readerCannotWriteAndWriterOnlyItsPart() throws Exception {
        SandboxClient reader = client.as(server.descriptor().reader());
        SandboxClient writer = client.as(server.descriptor().writer());
        String id = client.id("person1@contoso.example");
        SandboxClient.Reply refused = reader.delete("/users/" + id);
        assertEquals(403, refused.status());
        assertEquals("Authorization_RequestDenied", refused.errorCode());
        assertEquals("Insufficient privileges to complete the operation.",
                refused.json().path("error").path("message").asString());
        assertEquals(403, writer.patch("/users/" + id, "{\"displayName\":\"x\"}").status());
        assertEquals(204, writer.patch("/users/" + id, "{\"accountEnabled\":false}").status());
        assertEquals("active", client.truth(id).path("identity").asString());
        assertFalse(client.truth(id).path("enabled").asBoolean());
    }

    @Test
    void pagesAreExact() throws Exception {
        List<String> all = ids("/users?$top=999&$select=id");
        List<String> paged = ids("/users?$top=7&$select=id");
        assertEquals(all, paged);
        assertEquals(all.size(), new HashSet<>(all).size());
        assertEquals(String.valueOf(all.size()), client.get("/users/$count", "ConsistencyLevel", "eventual").body());
        List<String> sorted = ids("/users?$top=5&$orderby=displayName%20desc&$select=id");
        assertEquals(new HashSet<>(all), new HashSet<>(sorted));
        assertEquals(all.size(), sorted.size());
        assertNotEquals(all, sorted);
    }

    private List<String> ids(String first) throws Exception {
        List<String> ids = new ArrayList<>();
        String next = first;
        while (!next.isEmpty()) {
            JsonNode page = client.get(next).json();
            page.path("value").forEach(user -> ids.add(user.path("id").asString()));
            next = page.path("@odata.nextLink").asString("");
        }
        return ids;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /users?$select=nonsense                                  | 400 | Request_BadRequest
            /users?$select=mailboxSettings                           | 501 | NotImplemented
            /users?$skip=3                                           | 400 | Request_UnsupportedQuery
            /users?$search=%22displayName:a%22                       | 400 | Request_UnsupportedQuery
            /users?$top=0                                            | 400 | Request_UnsupportedQuery
            /users?$top=1000                                         | 400 | Request_UnsupportedQuery
            /users?$count=true                                       | 400 | Request_UnsupportedQuery
            /users?$filter=userType%20ne%20'Guest'                   | 400 | Request_UnsupportedQuery
            /users?$filter=nonsense%20eq%201                         | 400 | Request_BadRequest
            /users?filter=nonsense%20eq%201                          | 400 | Request_BadRequest
            /users?$apply=x                                          | 400 | Request_BadRequest
            /users?$expand=manager                                   | 400 | Request_UnsupportedQuery
            /users/$count                                            | 400 | Request_BadRequest
            /users/nobody@contoso.example                            | 404 | Request_ResourceNotFound
            /users/none1@contoso.example/mailboxSettings/userPurpose | 404 | MailboxNotEnabledForRESTAPI
            /users/none1@contoso.example/settings/exchange           | 404 | MailboxNotEnabledForRESTAPI
            /nowhere                                                 | 400 | Request_BadRequest
            /users/none1@contoso.example/assignLicense               | 405 | Request_BadRequest
            """)
    void refusesAsGraphDoes(String path, int status, String code) throws Exception {
        SandboxClient.Reply reply = client.get(path, "client-request-id", "11111111-2222-4333-8444-555555555555");
        assertEquals(status, reply.status(), reply.body());
        assertEquals(code, reply.errorCode());
        JsonNode inner = reply.json().path("error").path("innerError");
        assertEquals(reply.header("request-id"), inner.path("request-id").asString());
        assertEquals("11111111-2222-4333-8444-555555555555", inner.path("client-request-id").asString());
        assertFalse(inner.path("date").asString().endsWith("Z"));
        assertFalse(reply.header("x-ms-ags-diagnostic").isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            startsWith(displayName, 'alex twin')                                           | 2
            accountEnabled eq false                                                        | 8
            userType eq 'guest'                                                            | 2
            onPremisesSyncEnabled eq true                                                  | 3
            not(accountEnabled eq true)                                                    | 8
            userPrincipalName in ('twin1@contoso.example','TWIN2@contoso.example')         | 2
            endsWith(userPrincipalName,'#EXT#@contosoexample.onmicrosoft.example')         | 2
            userPrincipalName eq 'o''brien@contoso.example'                                | 1
            assignedLicenses/any(l:l/skuId eq 80b2d799-d2ba-4d2a-8842-fb0d0f3a4b82)        | 1
            assignedPlans/any(p:p/servicePlanId eq 4a82b400-a79f-41a4-b4e2-e94f5787b113 and p/capabilityStatus eq 'Enabled') | 1
            assignedPlans/any(p:p/servicePlanId eq efb87545-963c-4e0d-99df-69c6916d9eb0 and p/capabilityStatus eq 'Deleted') | 1
            proxyAddresses/any(p:startswith(p,'smtp:pat@'))                                | 1
            assignedLicenses/$count eq 0 and userType eq 'Member'                          | 12
            mail eq null and accountEnabled eq true                                        | 6
            createdDateTime ge 2030-01-01T00:00:00Z                                        | 0
            userPrincipalName ge 'TWIN1' and userPrincipalName le 'twin2@contoso.example'  | 2
            displayName le 'A' or mail ge 'zzz'                                            | 0
            createdDateTime lt 2030-01-01 and (displayName eq 'Robin Head' or mail eq 'twin1@contoso.example') | 2
            """)
    void filters(String filter, int expected) throws Exception {
        SandboxClient.Reply reply = client.get("/users?$count=true&$top=999&$filter=" + SandboxClient.encode(filter),
                "ConsistencyLevel", "eventual");
        assertEquals(200, reply.status(), reply.body());
        assertEquals(expected, reply.json().path("@odata.count").asInt());
        assertEquals(expected, reply.json().path("value").size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            displayName
            displayName eq
            displayName eq 'a' and
            (displayName eq 'a'
            displayName eq 'a' displayName eq 'b'
            contains(displayName,'a')
            displayName gt 'a'
            userPrincipalName lt 'b'
            userType ge 'Member'
            id le 'f'
            displayName ge 7
            accountEnabled eq 'true'
            assignedLicenses/any(l:x/skuId eq 80b2d799-d2ba-4d2a-8842-fb0d0f3a4b82)
            assignedLicenses/any(l:l/skuId eq '80b2d799-d2ba-4d2a-8842-fb0d0f3a4b82')
            assignedLicenses/all(l:l/skuId eq 80b2d799-d2ba-4d2a-8842-fb0d0f3a4b82)
            assignedLicenses/$count gt 0
            lastPasswordChangeDateTime ge 2020-01-01T00:00:00Z
            manager/id eq 'x'
            displayName eq 'a' xor displayName eq 'b'
            tolower(displayName) eq 'a'
            displayName eq "a"
            """)
    void unknownFiltersAreRefusedNeverIgnored(String filter) throws Exception {
        SandboxClient.Reply reply = client.get("/users?$count=true&$filter=" + SandboxClient.encode(filter),
                "ConsistencyLevel", "eventual");
        assertEquals(400, reply.status(), reply.body());
    }

    @Test
    void licencesFollowTheRules() throws Exception {
        String direct = "/users/" + client.id("rehearsal-direct-1@contoso.example");
        String grouped = "/users/" + client.id("rehearsal-group-1@contoso.example");
        assertEquals(400, client.post(direct + "/assignLicense", "{\"addLicenses\":[]}").status());
        SandboxClient.Reply inherited = client.post(grouped + "/assignLicense",
                "{\"addLicenses\":[],\"removeLicenses\":[\"" + E3 + "\"]}");
        assertEquals(400, inherited.status());
        assertTrue(inherited.body().contains("inherited from a group membership"));
        String id = direct.substring(7);
        String guid = client.truth(id).path("mailboxGuid").asString();
        String off = "{\"addLicenses\":[{\"skuId\":\"" + E3 + "\",\"disabledPlans\":[\"" + EXCHANGE_2
                + "\"]}],\"removeLicenses\":[]}";
        assertEquals(200, client.post(direct + "/assignLicense", off).status());
        assertEquals("tombstone", client.truth(id).path("mailbox").asString());
        assertEquals(200, client.post(direct + "/assignLicense", off.replace("\"" + EXCHANGE_2 + "\"", "")).status());
        assertEquals(guid, client.truth(id).path("mailboxGuid").asString());
        client.post(direct + "/assignLicense", off);
        client.control("POST", "/sandbox/clock", "{\"advance\":\"P31D\"}");
        SandboxClient later = client.as(server.descriptor().everything());
        assertEquals("absent", client.truth(id).path("mailbox").asString());
        later.post(direct + "/assignLicense", off.replace("\"" + EXCHANGE_2 + "\"", ""));
        assertNotEquals(guid, client.truth(id).path("mailboxGuid").asString());
    }

    @Test
    void seatsRunOut() throws Exception {
        String kiosk = "{\"addLicenses\":[{\"skuId\":\"80b2d799-d2ba-4d2a-8842-fb0d0f3a4b82\"}],\"removeLicenses\":[]}";
        assertEquals(200, client.post("/users/none1@contoso.example/assignLicense", kiosk).status());
        assertEquals(200, client.post("/users/none2@contoso.example/assignLicense", kiosk).status());
        SandboxClient.Reply full = client.post("/users/planoff1@contoso.example/assignLicense", kiosk);
        assertEquals(400, full.status());
        assertTrue(full.body().contains("does not have any available licenses"));
        assertEquals("none1@contoso.example",
                client.get("/users/none1@contoso.example?$select=mail").json().path("mail").asString());
    }

    @Test
    void deletedUsersComeBackOrConflict() throws Exception {
        String id = client.id("twin1@contoso.example");
        assertEquals(204, client.delete("/users('" + id + "')").status());
        JsonNode deleted = client.get("/directory/deletedItems/" + id + "?$select=userPrincipalName,deletedDateTime")
                .json();
        assertEquals(id.replace("-", "") + "twin1@contoso.example", deleted.path("userPrincipalName").asString());
        assertEquals(404, client.delete("/users/" + id).status());
        assertEquals(204, client.patch("/users/twin2@contoso.example",
                "{\"userPrincipalName\":\"twin1@contoso.example\"}").status());
        SandboxClient.Reply conflict = client.post("/directory/deletedItems/" + id + "/restore", null);
        assertEquals(400, conflict.status());
        assertEquals("ObjectConflict", conflict.json().path("error").path("details").path(0).path("code").asString());
        assertEquals(200, client.post("/directory/deletedItems/" + id + "/restore",
                "{\"newUserPrincipalName\":\"twin3@contoso.example\"}").status());
        assertEquals(404, client.post("/directory/deletedItems/" + id + "/restore", "{}").status());
        client.delete("/users/" + id);
        assertEquals(204, client.delete("/directory/deletedItems/" + id).status());
        assertEquals("absent", client.truth(id).path("identity").asString());
    }

    @Test
    void recycleBinEndsAfterThirtyDays() throws Exception {
        assertEquals(4, binSize(client));
        client.control("POST", "/sandbox/clock", "{\"advance\":\"P21D\"}");
        assertEquals(2, binSize(client.as(server.descriptor().everything())));
    }

    private static int binSize(SandboxClient client) throws Exception {
        return client.get("/directory/deletedItems/microsoft.graph.user").json().path("value").size();
    }

    @Test
    void lastAdministratorStays() throws Exception {
        assertEquals(204, client.delete("/users/admin2@contoso.example").status());
        assertEquals(403, client.delete("/users/admin@contoso.example").status());
        assertEquals(403, client.patch("/users/admin@contoso.example", "{\"accountEnabled\":false}").status());
        assertEquals(403, client.delete("/users/restricted1@contoso.example").status());
        assertEquals("active", client.truth(client.id("admin@contoso.example")).path("identity").asString());
    }

    @Test
    void deltaTellsWhatChanged() throws Exception {
        String link = client.get("/users/delta?$deltatoken=latest").json().path("@odata.deltaLink").asString();
        assertEquals(0, client.get(link).json().path("value").size());
        String gone = client.id("twin1@contoso.example");
        String purged = client.id("twin2@contoso.example");
        client.delete("/users/" + gone);
        client.delete("/users/" + purged);
        client.delete("/directory/deletedItems/" + purged);
        client.patch("/users/head@contoso.example", "{\"jobTitle\":\"Dean\"}");
        JsonNode changes = client.get(link).json();
        assertEquals(3, changes.path("value").size());
        for (JsonNode change : changes.path("value")) {
            String reason = change.path("@removed").path("reason").asString("");
            String id = change.path("id").asString();
            assertEquals(id.equals(gone) ? "changed" : id.equals(purged) ? "deleted" : "", reason);
        }
        assertEquals(0, client.get(changes.path("@odata.deltaLink").asString()).json().path("value").size());
    }

    @Test
    void batchAnswersEachPart() throws Exception {
        String body = """
                {"requests":[
                 {"id":1,"method":"GET","url":"/users/head@contoso.example"},
                 {"id":"2","method":"GET","url":"users/nobody@contoso.example"},
                 {"id":"3","method":"DELETE","url":"/users/twin1@contoso.example"},
                 {"id":"4","method":"GET","url":"/users/$count","dependsOn":["2"]}]}""";
        SandboxClient.Reply reply = client.post("/$batch", body);
        assertEquals(200, reply.status());
        Map<String, Integer> statuses = new java.util.HashMap<>();
        reply.json().path("responses").forEach(
                part -> statuses.put(part.path("id").stringValue(), part.path("status").asInt()));
        assertEquals(Map.of("1", 200, "2", 404, "3", 204, "4", 424), statuses);
        assertEquals(5, client.lines("/sandbox/requests").size());
        assertEquals(400, client.post("/$batch", body.replace("\"2\",\"method", "\"1\",\"method")).status());
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            parts.add("{\"id\":\"" + i + "\",\"method\":\"GET\",\"url\":\"/users/head@contoso.example\"}");
        }
        assertEquals(400, client.post("/$batch", "{\"requests\":[" + String.join(",", parts) + "]}").status());
    }

    @Test
    void rolesAndGroupsShowMembers() throws Exception {
        String admins = "/directoryRoles(roleTemplateId='62e90394-69f5-4237-9190-012177145e10')/members";
        assertEquals(2, client.get(admins).json().path("value").size());
        assertEquals(1, client.get("/roleManagement/directory/roleEligibilitySchedules").json().path("value").size());
        JsonNode groups = client.get("/groups?$filter=" + SandboxClient.encode("displayName eq 'Sales'")).json();
        String group = groups.path("value").path(0).path("id").asString();
        int before = client.get("/groups/" + group + "/members?$select=id").json().path("value").size();
        String id = client.id("none1@contoso.example");
        assertEquals(204, client.post("/groups/" + group + "/members/$ref", "{\"@odata.id\":\""
                + server.descriptor().graph() + "/directoryObjects/" + id + "\"}").status());
        assertEquals(before + 1, client.get("/groups/" + group + "/members?$select=id").json().path("value").size());
        assertEquals(204, client.delete("/groups/" + group + "/members/" + id + "/$ref").status());
        assertEquals(before, client.get("/groups/" + group + "/members").json().path("value").size());
        assertTrue(client.get("/users/person1@contoso.example/memberOf").body().contains("#microsoft.graph.group"));
        assertFalse(client.get("/users/person1@contoso.example/memberOf", "Accept",
                "application/json;odata.metadata=none").body().contains("@odata.type"));
    }

    @Test
    void auditNamesTheApplication() throws Exception {
        String id = client.id("twin1@contoso.example");
        client.delete("/users/" + id);
        JsonNode records = client.get("/auditLogs/directoryAudits?$filter="
                + SandboxClient.encode("targetResources/any(t:t/id eq '" + id + "')")).json().path("value");
        assertEquals(1, records.size());
        assertEquals("Delete user", records.path(0).path("activityDisplayName").asString());
        assertEquals(server.descriptor().everything().clientId(),
                records.path(0).path("initiatedBy").path("app").path("appId").asString());
    }
}
