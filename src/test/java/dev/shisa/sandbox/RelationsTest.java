package dev.shisa.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Managers, memberships, ownerships and application roles of an account, on the wire. */
final class RelationsTest extends ServedTenant {

    private static final String NOWHERE = "00000000-0000-4000-8000-00000000dead";

    private String head = "";
    private String report = "";
    private String none = "";

    @BeforeEach
    void names() throws Exception {
        head = client().id("head@contoso.example");
        report = client().id("report1@contoso.example");
        none = client().id("none1@contoso.example");
    }

    private String reference(String id) {
        return "{\"@odata.id\":\"" + server().descriptor().graph() + "/directoryObjects/" + id + "\"}";
    }

    private String group(String name) throws Exception {
        return client().get("/groups?$filter=" + SandboxClient.encode("displayName eq '" + name + "'")).json()
                .path("value").path(0).path("id").asString();
    }

    private List<String> listed(String path, String property) throws Exception {
        SandboxClient.Reply reply = client().get(path);
        assertEquals(200, reply.status(), reply.body());
        List<String> values = new ArrayList<>();
        reply.json().path("value").forEach(item -> values.add(item.path(property).asString()));
        return values;
    }

    private static void refused(SandboxClient.Reply reply, int status, String code, String message) {
        assertEquals(status, reply.status(), reply.body());
        assertEquals(code, reply.errorCode());
        assertEquals(message, reply.json().path("error").path("message").asString());
    }

    private static void notFound(SandboxClient.Reply reply, String what) {
        refused(reply, 404, "Request_ResourceNotFound", "Resource '" + what
                + "' does not exist or one of its queried reference-property objects are not present.");
    }

    @Test
    void aManagerIsToldGivenAndTaken() throws Exception {
        JsonNode manager = client().get("/users/" + report + "/manager").json();
        assertEquals("#microsoft.graph.user", manager.path("@odata.type").asString());
        assertEquals(head, manager.path("id").asString());
        assertEquals(Set.of("report1@contoso.example", "report2@contoso.example", "synced1@contoso.example"),
                new TreeSet<>(listed("/users/" + head + "/directReports?$select=userPrincipalName",
                        "userPrincipalName")));
        String none2 = client().id("none2@contoso.example");
        notFound(client().get("/users/" + none + "/manager"), "manager");
        notFound(client().delete("/users/" + none + "/manager/$ref"), "manager");
        SandboxClient.Reply given = client().call("PUT", "/users/" + none + "/manager/$ref", reference(none2));
        assertEquals(204, given.status());
        assertEquals("", given.body());
        assertEquals(none2, client().get("/users/" + none + "/manager?$select=id").json().path("id").asString());
        assertEquals(204, client().call("PUT", "/users/" + none + "/manager/$ref", reference(head)).status());
        assertEquals(head, client().get("/users/" + none + "/manager").json().path("id").asString());
        assertEquals(204, client().delete("/users/" + none + "/manager/$ref").status());
        notFound(client().get("/users/" + none + "/manager"), "manager");
    }

    @Test
    void aManagerThatCannotBeIsRefused() throws Exception {
        String path = "/users/" + none + "/manager/$ref";
        notFound(client().call("PUT", path, reference(NOWHERE)), NOWHERE);
        notFound(client().call("PUT", "/users/" + NOWHERE + "/manager/$ref", reference(head)), NOWHERE);
        refused(client().call("PUT", path, "{\"@odata.id\":\"" + head + "\"}"), 400, "Request_BadRequest",
                "Invalid URL format specified in @odata.id.");
        refused(client().delete("/users/synced1@contoso.example/manager/$ref"), 400, "Request_BadRequest",
                "Unable to update the specified properties for on-premises mastered Directory Sync objects or objects "
                        + "currently undergoing migration.");
        refused(client().call("PUT", "/users/restricted1@contoso.example/manager/$ref", reference(head)), 403,
                "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
        assertEquals(405, client().post(path, reference(head)).status());
        notFound(client().get("/users/" + none + "/manager"), "manager");
    }

    @Test
    void membershipsAreToldWithTheirTypes() throws Exception {
        JsonNode memberships = client().get("/users/" + report + "/memberOf").json();
        assertTrue(memberships.path("@odata.context").asString().endsWith("$metadata#directoryObjects"));
        assertEquals(Set.of("All staff", "Reports"),
                new TreeSet<>(listed("/users/" + report + "/memberOf", "displayName")));
        memberships.path("value").forEach(
                group -> assertEquals("#microsoft.graph.group", group.path("@odata.type").asString()));
        JsonNode dynamic = client().get("/groups/" + group("Reports")).json();
        assertEquals("[\"DynamicMembership\"]", dynamic.path("groupTypes").toString());
        assertEquals("On", dynamic.path("membershipRuleProcessingState").asString());
        assertTrue(client().get("/groups/" + group("Head office")).json().path("onPremisesSyncEnabled").asBoolean());
        assertEquals(List.of("#microsoft.graph.directoryRole"),
                listed("/users/admin@contoso.example/memberOf", "@odata.type"));
    }

    @Test
    void aMemberIsAddedOnceAndTaken() throws Exception {
        String members = "/groups/" + group("Sales") + "/members";
        assertEquals(204, client().post(members + "/$ref", reference(none)).status());
        refused(client().post(members + "/$ref", reference(none)), 400, "Request_BadRequest",
                "One or more added object references already exist for the following modified properties: 'members'.");
        assertTrue(listed(members + "?$select=id", "id").contains(none));
        assertEquals(204, client().delete(members + "/" + none + "/$ref").status());
        notFound(client().delete(members + "/" + none + "/$ref"), none);
        notFound(client().post(members + "/$ref", reference(NOWHERE)), NOWHERE);
        notFound(client().post("/groups/" + NOWHERE + "/members/$ref", reference(none)), NOWHERE);
    }

    @Test
    void nobodyIsAddedWhereARuleAnotherDirectoryOrARoleDecides() throws Exception {
        String dynamic = "/groups/" + group("Reports");
        String synced = "/groups/" + group("Head office");
        refused(client().post(dynamic + "/members/$ref", reference(none)), 403, "Authorization_RequestDenied",
                "Insufficient privileges to complete the operation.");
        assertEquals(403, client().delete(dynamic + "/members/" + report + "/$ref").status());
        assertEquals(204, client().post(dynamic + "/owners/$ref", reference(none)).status(), "rules name no owners");
        for (String relation : List.of("members", "owners")) {
            refused(client().post(synced + "/" + relation + "/$ref", reference(none)), 400, "Request_BadRequest",
                    "Unable to update the specified properties for on-premises mastered Directory Sync objects or "
                            + "objects currently undergoing migration.");
        }
        String operators = "/groups/" + group("Exchange operators") + "/members/$ref";
        assertEquals(403, client().as(server().descriptor().writer()).post(operators, reference(none)).status());
        assertEquals(204, client().post(operators, reference(none)).status());
    }

    @Test
    void ownersAreToldAddedAndTakenDownToTheLast() throws Exception {
        String sales = group("Sales");
        String owners = "/groups/" + sales + "/owners";
        assertEquals(Set.of(head, person(1)), Set.copyOf(listed(owners, "id")));
        JsonNode owned = client().get("/users/" + head + "/ownedObjects").json().path("value");
        assertEquals(1, owned.size());
        assertEquals("#microsoft.graph.group", owned.path(0).path("@odata.type").asString());
        assertEquals(sales, owned.path(0).path("id").asString());
        assertEquals(204, client().post(owners + "/$ref", reference(none)).status());
        refused(client().post(owners + "/$ref", reference(none)), 400, "Request_BadRequest",
                "One or more added object references already exist for the following modified properties: 'owners'.");
        assertEquals(List.of(sales), listed("/users/" + none + "/ownedObjects", "id"));
        assertFalse(listed("/users/" + none + "/memberOf", "id").contains(sales), "an owner is no member");
        assertEquals(204, client().delete(owners + "/" + none + "/$ref").status());
        notFound(client().delete(owners + "/" + none + "/$ref"), none);
        assertEquals(204, client().delete(owners + "/" + head + "/$ref").status());
        refused(client().delete(owners + "/" + person(1) + "/$ref"), 400, "Request_BadRequest",
                "The group must have at least one owner, hence this owner cannot be removed.");
    }

    @Test
    void applicationRolesAreToldGrantedAndRevoked() throws Exception {
        String path = "/users/" + report + "/appRoleAssignments";
        JsonNode all = client().get(path).json();
        assertTrue(all.path("@odata.context").asString()
                .endsWith("$metadata#users('" + report + "')/appRoleAssignments"));
        assertEquals(2, all.path("value").size());
        JsonNode first = client().get("/users/" + head + "/appRoleAssignments").json().path("value").path(0);
        assertEquals("Expenses", first.path("resourceDisplayName").asString());
        assertEquals("Robin Head", first.path("principalDisplayName").asString());
        assertEquals("User", first.path("principalType").asString());
        assertTrue(first.path("deletedDateTime").isNull());
        SandboxClient.Reply revoked = client().delete("/users/" + head + "/appRoleAssignments/"
                + first.path("id").asString());
        assertEquals(204, revoked.status());
        assertEquals(List.of(), listed("/users/" + head + "/appRoleAssignments", "id"));
        String wish = grant(head, first.path("resourceId").asString(), first.path("appRoleId").asString());
        SandboxClient.Reply granted = client().post("/users/" + head + "/appRoleAssignments", wish);
        assertEquals(201, granted.status());
        assertEquals(first.path("appRoleId"), granted.json().path("appRoleId"));
        assertEquals(granted.json().path("id"),
                client().get(granted.header("Location")).json().path("id"), "where it says it is");
        refused(client().post("/users/" + head + "/appRoleAssignments", wish), 400, "Request_BadRequest",
                "Permission being assigned already exists on the object");
    }

    private static String grant(String principal, String resource, String role) {
        return "{\"principalId\":\"" + principal + "\",\"resourceId\":\"" + resource + "\",\"appRoleId\":\"" + role
                + "\"}";
    }

    @Test
    void anApplicationRoleThatCannotBeIsRefused() throws Exception {
        JsonNode known = client().get("/users/" + head + "/appRoleAssignments").json().path("value").path(0);
        String resource = known.path("resourceId").asString();
        String role = known.path("appRoleId").asString();
        String path = "/users/" + none + "/appRoleAssignments";
        refused(client().post(path, grant(head, resource, role)), 400, "Request_BadRequest",
                "Not a valid reference update.");
        notFound(client().post(path, grant(none, NOWHERE, role)), NOWHERE);
        for (String unknown : List.of(NOWHERE, "00000000-0000-0000-0000-000000000000")) {
            SandboxClient.Reply reply = client().post(path, grant(none, resource, unknown));
            assertEquals(400, reply.status());
            assertTrue(reply.body().contains("Permission being assigned was not found on application '"));
        }
        assertEquals(400, client().post(path, "{\"principalId\":\"" + none + "\"}").status());
        assertEquals(400, client().post(path, grant(none, resource, role).replace("}", ",\"colour\":1}")).status());
        refused(client().delete(path + "/1"), 400, "Request_BadRequest",
                "Invalid resource identifier for EntitlementGrant.");
        notFound(client().delete(path + "/" + known.path("id").asString()), known.path("id").asString());
        assertEquals(List.of(), listed(path, "id"));
    }

    @ParameterizedTest
    @CsvSource({"appRoleAssignments, $filter=resourceDisplayName eq 'x'", "appRoleAssignments, $expand=x",
            "appRoleAssignments, $orderby=id", "appRoleAssignments, $select=nonsense", "memberOf, $filter=id eq 'x'",
            "memberOf, $select=nonsense", "ownedObjects, $skip=1", "memberOf, $count=true", "manager, $expand=manager"})
    void whatTheyAreNotAskedForIsRefused(String relation, String option) throws Exception {
        String query = option.replace(" ", "%20");
        assertEquals(400, client().get("/users/" + report + "/" + relation + "?" + query).status());
    }

    @Test
    void pagesAreExactAndSelectionsHold() throws Exception {
        for (String path : List.of("/users/" + report + "/appRoleAssignments?$top=1&$select=id",
                "/users/" + report + "/memberOf?$top=1&$select=id",
                "/users/" + head + "/directReports?$top=1&$select=id")) {
            List<String> ids = new ArrayList<>();
            String next = path;
            while (!next.isEmpty()) {
                JsonNode page = client().get(next).json();
                assertEquals(1, page.path("value").size());
                assertFalse(page.path("value").path(0).has("displayName"));
                ids.add(page.path("value").path(0).path("id").asString());
                next = page.path("@odata.nextLink").asString("");
            }
            assertEquals(listed(path.replace("?$top=1&", "?"), "id"), ids);
        }
    }

    @Test
    void allOfItWorksInABatch() throws Exception {
        String sales = group("Sales");
        String body = "{\"requests\":[{\"id\":\"1\",\"method\":\"PUT\",\"url\":\"/users/" + none
                + "/manager/$ref\",\"headers\":{\"Content-Type\":\"application/json\"},\"body\":" + reference(head)
                + "},{\"id\":\"2\",\"method\":\"GET\",\"url\":\"/users/" + none
                + "/manager?$select=id\",\"dependsOn\":[\"1\"]},{\"id\":\"3\",\"method\":\"POST\",\"url\":\"/groups/"
                + sales + "/owners/$ref\",\"headers\":{\"Content-Type\":\"application/json\"},\"body\":"
                + reference(none) + "},{\"id\":\"4\",\"method\":\"GET\",\"url\":\"/users/" + report
                + "/appRoleAssignments\"}]}";
        JsonNode responses = client().post("/$batch", body).json().path("responses");
        List<Integer> statuses = new ArrayList<>();
        responses.forEach(part -> statuses.add(part.path("status").asInt()));
        assertEquals(List.of(204, 200, 204, 200), statuses);
        assertEquals(head, responses.path(1).path("body").path("id").asString());
        assertEquals(2, responses.path(3).path("body").path("value").size());
    }

    @Test
    void readsAreTheReadersAndWritesAreNot() throws Exception {
        SandboxClient reader = client().as(server().descriptor().reader());
        SandboxClient writer = client().as(server().descriptor().writer());
        String sales = group("Sales");
        for (String read : List.of("/users/" + report + "/manager", "/users/" + head + "/directReports",
                "/users/" + report + "/memberOf", "/users/" + head + "/ownedObjects", "/groups/" + sales + "/owners",
                "/users/" + report + "/appRoleAssignments")) {
            assertEquals(200, reader.get(read).status(), read);
        }
        JsonNode known = client().get("/users/" + head + "/appRoleAssignments").json().path("value").path(0);
        String wish = grant(none, known.path("resourceId").asString(), known.path("appRoleId").asString());
        for (String group : List.of("members", "owners")) {
            String path = "/groups/" + sales + "/" + group + "/$ref";
            assertEquals(403, reader.post(path, reference(none)).status());
            assertEquals(204, writer.post(path, reference(none)).status());
        }
        assertEquals(403, reader.post("/users/" + none + "/appRoleAssignments", wish).status());
        assertEquals(201, writer.post("/users/" + none + "/appRoleAssignments", wish).status());
        assertEquals(403, reader.call("PUT", "/users/" + none + "/manager/$ref", reference(head)).status());
        assertEquals(403, writer.call("PUT", "/users/" + none + "/manager/$ref", reference(head)).status(),
                "a manager needs User.ReadWrite.All, which would let the writer change everything");
    }

    @Test
    void everyChangeIsInTheAuditLogUnderItsName() throws Exception {
        String sales = "/groups/" + group("Sales");
        JsonNode known = client().get("/users/" + head + "/appRoleAssignments").json().path("value").path(0);
        String resource = known.path("resourceId").asString();
        client().call("PUT", "/users/" + none + "/manager/$ref", reference(head));
        client().delete("/users/" + none + "/manager/$ref");
        client().post(sales + "/members/$ref", reference(none));
        client().delete(sales + "/members/" + none + "/$ref");
        client().post(sales + "/owners/$ref", reference(none));
        client().delete(sales + "/owners/" + none + "/$ref");
        String id = client().post("/users/" + none + "/appRoleAssignments",
                grant(none, resource, known.path("appRoleId").asString())).json().path("id").asString();
        client().delete("/users/" + none + "/appRoleAssignments/" + id);
        String mine = "/auditLogs/directoryAudits?$filter="
                + SandboxClient.encode("targetResources/any(t:t/id eq '" + none + "')");
        assertEquals(List.of("Remove app role assignment from user", "Add app role assignment grant to user",
                "Remove owner from group", "Add owner to group", "Remove member from group", "Add member to group",
                "Update user", "Set user manager"), listed(mine, "activityDisplayName"));
        JsonNode records = client().get(mine).json().path("value");
        JsonNode granted = records.path(1);
        assertEquals("UserManagement", granted.path("category").asString());
        assertEquals(resource, granted.path("targetResources").path(0).path("id").asString());
        assertEquals("ServicePrincipal", granted.path("targetResources").path(0).path("type").asString());
        assertTrue(granted.toString().contains("Expenses.Approve"));
        assertEquals("GroupManagement", records.path(3).path("category").asString());
        assertEquals("[\"" + head + "\"]", records.path(7).path("targetResources").path(0)
                .path("modifiedProperties").path(0).path("newValue").asString().replace("\\", ""));
        assertEquals(server().descriptor().everything().clientId(),
                records.path(7).path("initiatedBy").path("app").path("appId").asString());
    }

    @Test
    void aDeletedAccountIsInNobodysAnswersAndComesBackIntoThem() throws Exception {
        String sales = group("Sales");
        List<String> assigned = listed("/users/" + head + "/appRoleAssignments", "id");
        List<String> memberships = listed("/users/" + head + "/memberOf", "id");
        assertEquals(204, client().delete("/users/" + head).status());
        notFound(client().get("/users/" + report + "/manager"), "manager");
        assertEquals(List.of(), listed("/users/" + client().id("admin2@contoso.example") + "/directReports", "id"));
        assertEquals(List.of(person(1)), listed("/groups/" + sales + "/owners", "id"));
        assertFalse(listed("/groups/" + group("All staff") + "/members?$top=999", "id").contains(head));
        notFound(client().get("/users/" + head + "/appRoleAssignments"), head);
        notFound(client().post("/groups/" + sales + "/members/$ref", reference(head)), head);
        assertEquals(200, restore(head, "{}").status());
        assertEquals(head, client().get("/users/" + report + "/manager").json().path("id").asString());
        assertEquals(client().id("admin2@contoso.example"),
                client().get("/users/" + head + "/manager").json().path("id").asString());
        assertTrue(listed("/groups/" + sales + "/owners", "id").contains(head));
        assertEquals(memberships, listed("/users/" + head + "/memberOf", "id"));
        assertEquals(assigned, listed("/users/" + head + "/appRoleAssignments", "id"));
    }

    @Test
    void whatIsGoneForGoodLosesThem() throws Exception {
        client().delete("/users/" + head);
        advance("P30D");
        SandboxClient later = signedIn();
        notFound(later.get("/directory/deletedItems/" + head), head);
        notFound(later.post("/directory/deletedItems/" + head + "/restore", "{}"), head);
        assertEquals("absent", client().truth(head).path("identity").asString());
        notFound(later.get("/users/" + report + "/manager"), "manager");
        notFound(later.delete("/users/" + report + "/manager/$ref"), "manager");
        assertEquals(1, later.get("/groups/" + later.get("/users/" + person(1, later) + "/ownedObjects").json()
                .path("value").path(0).path("id").asString() + "/owners").json().path("value").size());
    }

    private static String person(int number, SandboxClient client) throws Exception {
        return client.id("person" + number + "@contoso.example");
    }
}
