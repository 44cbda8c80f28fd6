package dev.shisa.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The directory's log: a record for each thing that changed, named as Entra names it. */
final class AuditLogTest extends ServedTenant {

    private static final String LOG = "/auditLogs/directoryAudits";

    private List<JsonNode> records(String filter) throws Exception {
        List<JsonNode> records = new ArrayList<>();
        client().get(LOG + (filter.isEmpty() ? "" : "?$filter=" + SandboxClient.encode(filter))).json().path("value")
                .forEach(records::add);
        return records;
    }

    private List<String> activities(String filter) throws Exception {
        return records(filter).stream().map(record -> record.path("activityDisplayName").asString()).toList();
    }

    @Test
    void everyWriteLeavesItsRecord() throws Exception {
        String user = "/users/" + client().id("twin1@contoso.example");
        client().patch(user, "{\"accountEnabled\":false}");
        client().patch(user, "{\"accountEnabled\":true,\"jobTitle\":\"Dean\"}");
        client().patch(user, "{\"passwordProfile\":{\"password\":\"Correct-Horse-9\"}}");
        client().post(user + "/assignLicense", TAKE);
        client().post(user + "/revokeSignInSessions", null);
        client().delete(user);
        client().post("/directory/deletedItems" + user.substring(6) + "/restore", null);
        client().delete(user);
        client().delete("/directory/deletedItems" + user.substring(6));
        assertEquals(List.of("Hard Delete user", "Delete user", "Restore user", "Delete user",
                "Update StsRefreshTokenValidFrom Timestamp", "Change user license", "Reset user password",
                "Update user", "Enable account", "Disable account"), activities(""));
    }

    @Test
    void aRecordSaysWhatChangedFromWhatToWhat() throws Exception {
        client().patch("/users/twin1@contoso.example", "{\"accountEnabled\":false,\"jobTitle\":\"Dean\"}");
        JsonNode disabled = records("activityDisplayName eq 'Disable account'").getFirst();
        assertEquals("UserManagement", disabled.path("category").asString());
        assertEquals("Update", disabled.path("operationType").asString());
        assertEquals("Core Directory", disabled.path("loggedByService").asString());
        JsonNode target = disabled.path("targetResources").path(0);
        assertEquals("twin1@contoso.example", target.path("userPrincipalName").asString());
        assertEquals("User", target.path("type").asString());
        assertEquals("{\"displayName\":\"AccountEnabled\",\"oldValue\":\"[true]\",\"newValue\":\"[false]\"}",
                target.path("modifiedProperties").path(0).toString());
        JsonNode updated = records("startswith(activityDisplayName,'Update')").getFirst().path("targetResources")
                .path(0).path("modifiedProperties");
        assertEquals("[\"Employee\"]", updated.path(0).path("oldValue").asString());
        assertEquals("[\"Dean\"]", updated.path(0).path("newValue").asString());
        assertEquals("\"JobTitle\"", updated.path(1).path("newValue").asString());
        client().post("/users/twin2@contoso.example/assignLicense", TAKE);
        JsonNode licence = records("activityDisplayName eq 'Change user license'").getFirst().path("targetResources")
                .path(0).path("modifiedProperties");
        assertEquals("AssignedLicense", licence.path(0).path("displayName").asString());
        assertTrue(licence.path(0).path("oldValue").asString().contains("SkuName=ENTERPRISEPACK"));
        assertEquals("[]", licence.path(0).path("newValue").asString());
        assertTrue(licence.path(1).path("oldValue").asString().contains("ServicePlanId"));
    }

    @Test
    void aMembershipNamesTheUserAndTheGroup() throws Exception {
        String group = client().get("/groups?$filter=" + SandboxClient.encode("displayName eq 'Sales'")).json()
                .path("value").path(0).path("id").asString();
        String id = client().id("none1@contoso.example");
        client().post("/groups/" + group + "/members/$ref",
                "{\"@odata.id\":\"" + server().descriptor().graph() + "/directoryObjects/" + id + "\"}");
        client().delete("/groups/" + group + "/members/" + id + "/$ref");
        List<JsonNode> records = records("targetResources/any(t:t/id eq '" + group + "')");
        assertEquals(List.of("Remove member from group", "Add member to group"),
                records.stream().map(record -> record.path("activityDisplayName").asString()).toList());
        JsonNode added = records.getLast();
        assertEquals("GroupManagement", added.path("category").asString());
        assertEquals("Assign", added.path("operationType").asString());
        assertEquals(id, added.path("targetResources").path(0).path("id").asString());
        assertEquals("\"" + group + "\"", added.path("targetResources").path(0).path("modifiedProperties").path(0)
                .path("newValue").asString());
        assertEquals("Group", added.path("targetResources").path(1).path("type").asString());
    }

    @Test
    void whatIsLostUnderALicenceChangeIsToldUnderTheSameApplication() throws Exception {
        client().faults("[{\"misbehave\":\"identity-lost\"},{\"misbehave\":\"password-reset\"},"
                + "{\"misbehave\":\"address-lost\"}]");
        String id = client().id("twin1@contoso.example");
        client().post("/users/" + id + "/assignLicense", TAKE);
        List<JsonNode> records = records("targetResources/any(t:t/id eq '" + id + "') and initiatedBy/app/appId eq '"
                + server().descriptor().everything().clientId() + "'");
        assertEquals(List.of("Delete user", "Update user", "Change user license", "Reset user password"),
                records.stream().map(record -> record.path("activityDisplayName").asString()).toList());
        assertEquals("ProxyAddresses", records.get(1).path("targetResources").path(0).path("modifiedProperties")
                .path(0).path("displayName").asString());
        assertEquals(1, records.stream().map(record -> record.path("correlationId").asString()).distinct().count());
        assertEquals(4, records("correlationId eq '" + records.getFirst().path("correlationId").asString() + "'")
                .size());
        JsonNode single = client().get(LOG + "/" + records.get(1).path("id").asString()).json();
        assertEquals("Update user", single.path("activityDisplayName").asString());
        assertEquals(404, client().get(LOG + "/Directory_x_1_99").status());
    }

    @Test
    void timesAreComparedWithTheirFractions() throws Exception {
        client().patch("/users/twin1@contoso.example", "{\"jobTitle\":\"One\"}");
        advance("PT0.25S");
        client().patch("/users/twin1@contoso.example", "{\"jobTitle\":\"Two\"}");
        List<JsonNode> both = records("");
        String second = both.getFirst().path("activityDateTime").asString();
        String first = both.getLast().path("activityDateTime").asString();
        assertEquals(List.of(both.getFirst()), records("activityDateTime ge " + second));
        assertEquals(both, records("activityDateTime ge " + first));
        assertEquals(List.of(both.getLast()), records("activityDateTime le " + first));
        assertEquals(List.of(both.getLast()), records("activityDateTime eq " + first));
        assertEquals(both.reversed().toString(), listed(LOG + "?$orderby=activityDateTime"));
        assertEquals(400, client().get(LOG + "?$orderby=category").status());
    }

    private String listed(String path) throws Exception {
        List<JsonNode> records = new ArrayList<>();
        client().get(path).json().path("value").forEach(records::add);
        return records.toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"loggedByService eq 'Core Directory' | 2", "loggedByService eq 'PIM' | 0",
            "initiatedBy/app/displayName eq 'shisa sandbox' | 2", "initiatedBy/user/id eq 'x' | 0",
            "startswith(initiatedBy/user/userPrincipalName,'Sync_') | 0",
            "targetResources/any(t:startswith(t/displayName,'Alex')) | 2",
            "activityDateTime ge 2020-01-01 and activityDisplayName eq 'Delete user' | 1",
            "activityDateTime ge 2100-01-01 or activityDisplayName eq 'Delete user' | 1",
            "activityDateTime ge 2100-01-01T00:00:00Z | 0"})
    void documentedFiltersWork(String filter, int found) throws Exception {
        client().delete("/users/twin1@contoso.example");
        client().patch("/users/twin2@contoso.example", "{\"jobTitle\":\"One\"}");
        assertEquals(found, records(filter).size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"initiatedBy/app/servicePrincipalId eq 'x'", "initiatedBy/app eq 'x'",
            "activityDateTime ge 'x'", "nothing eq 'x'"})
    void otherFiltersAreRefused(String filter) throws Exception {
        assertEquals(400, client().get(LOG + "?$filter=" + SandboxClient.encode(filter)).status());
    }

    @Test
    void pagesNeitherRepeatNorSkip() throws Exception {
        for (int i = 1; i <= 7; i++) {
            client().patch("/users/person" + i + "@contoso.example", "{\"accountEnabled\":false,\"jobTitle\":\"x\"}");
        }
        for (String order : List.of("", "&$orderby=activityDateTime%20asc")) {
            List<String> ids = new ArrayList<>();
            String next = LOG + "?$top=3" + order;
            int pages = 0;
            while (!next.isEmpty()) {
                JsonNode page = client().get(next).json();
                page.path("value").forEach(record -> ids.add(record.path("id").asString()));
                next = page.path("@odata.nextLink").asString("");
                pages++;
                client().patch("/users/head@contoso.example", "{\"jobTitle\":\"" + pages + order + "\"}");
            }
            assertEquals(ids.size(), ids.stream().distinct().count());
            assertTrue(ids.size() >= 14, ids.size() + " records");
        }
        assertEquals(400, client().get(LOG + "?$top=1001").status());
        assertEquals(200, client().get(LOG + "?$top=1000").status());
    }
}
