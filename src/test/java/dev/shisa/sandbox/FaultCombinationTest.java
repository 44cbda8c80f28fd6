package dev.shisa.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Several faults at once, and how each misbehaviour stands in the audit log. */
final class FaultCombinationTest extends ServedTenant {

    @Test
    void theFirstEntryThatStrikesWinsAndAllCount() throws Exception {
        String id = person(1);
        faults("""
                - {match: {path: "/users/*", nth: 2}, effect: {status: 500}}
                - {match: {path: "/users/*", from: 2}, effect: {status: 502}}
                - {match: {path: "/users/**", nth: 4}, effect: {status: 503}}
                - {match: {path: "/users/**", nth: 5}, effect: {body: empty}}
                """);
        StringBuilder seen = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            seen.append(client().get("/users/" + id).status()).append(' ');
        }
        seen.append(client().get("/users/" + id + "/memberOf").status());
        assertEquals("200 500 502 503", seen.toString());
        assertEquals("", client().get("/users/" + id + "/memberOf").body());
    }

    @Test
    void effectsMisbehavioursAndConditionsHoldTogether() throws Exception {
        String id = person(1);
        faults("""
                - {match: {method: POST, path: "/users/*/assignLicense", nth: 2}, effect: {status: 504, when: after}}
                - {misbehave: address-lost, from: 2}
                - {misbehave: password-reset, from: 2}
                - {condition: delayed-delicensing}
                - {condition: rapid-writes, within: PT1S}
                - {condition: service-health, service: Exchange, status: serviceInterruption}
                """);
        take(person(2));
        JsonNode before = client().truth(id);
        assertEquals(504, take(id).status());
        JsonNode after = client().truth(id);
        assertEquals("present", after.path("mailbox").asString());
        assertEquals(0, after.path("licences").size());
        assertEquals(before.path("addresses").size() - 1, after.path("addresses").size());
        assertNotEquals(before.path("passwordChangedAt"), after.path("passwordChangedAt"));
        assertEquals(409, give(id).status());
    }

    @Test
    void aRefusedRapidWriteIsNotDoneBehindAnEffectEither() throws Exception {
        String id = person(1);
        faults("""
                - {match: {method: POST, path: "/users/*/assignLicense", nth: 2}, effect: {status: 504, when: after}}
                - {condition: rapid-writes, within: PT1S}
                """);
        take(id);
        assertEquals(504, give(id).status());
        assertEquals("tombstone", truth(id, "mailbox"));
    }

    @Test
    void aLagAndALateLicenceTogetherShowTheOlderState() throws Exception {
        String id = person(1);
        faults("""
                - {match: {method: GET, path: /users}, effect: {lag: PT10S}}
                - {condition: licence-change-late, by: PT3S}
                """);
        advance("PT1S");
        take(id);
        advance("PT5S");
        String list = "/users?$select=id,assignedLicenses&$filter=" + SandboxClient.encode("id eq '" + id + "'");
        assertEquals(1, client().get(list).json().path("value").path(0).path("assignedLicenses").size());
        assertEquals(0, client().get("/users/" + id + "?$select=assignedLicenses").json().path("assignedLicenses")
                .size());
        give(id);
        advance("PT1S");
        assertEquals(1, client().get(list).json().path("value").path(0).path("assignedLicenses").size());
        advance("PT5S");
        assertEquals(0, client().get(list).json().path("value").path(0).path("assignedLicenses").size());
    }

    @Test
    void partsOfABatchMeetFaultsAndConditionsAlone() throws Exception {
        String id = person(1);
        String other = person(2);
        faults("""
                - {match: {method: DELETE, path: "/users/*", account: %s}, effect: {status: 503, when: after}}
                - {condition: rapid-writes, within: PT1S}
                """.formatted(other));
        JsonNode parts = client().post("/$batch", """
                {"requests":[{"id":"1","method":"DELETE","url":"/users/%s"},
                {"id":"2","method":"DELETE","url":"/users/%s"},
                {"id":"3","method":"POST","url":"/directory/deletedItems/%s/restore"}]}""".formatted(other, id, id))
                .json().path("responses");
        assertEquals(List.of("1 503", "2 204", "3 409"), parts.valueStream()
                .map(part -> part.path("id").asString() + " " + part.path("status").asInt()).sorted().toList());
        assertEquals("soft-deleted", truth(other, "identity"));
    }

    @Test
    void aCutPartCutsTheWholeBatch() throws Exception {
        String id = person(1);
        faults("- {match: {method: DELETE, path: \"/users/*\"}, effect: {drop: after}}");
        assertThrows(IOException.class, () -> client().post("/$batch", """
                {"requests":[{"id":"1","method":"DELETE","url":"/users/%s"}]}""".formatted(id)));
        assertEquals("soft-deleted", truth(id, "identity"));
    }

    @ParameterizedTest
    @CsvSource({"identity-lost, Delete user, 1", "address-lost, Update user, 1",
            "password-reset, Reset user password, 1", "other-account-hit, Change user license, 2",
            "nothing-done, '', 0"})
    void theAuditLogNamesTheApplicationThatAsked(String kind, String activity, int records) throws Exception {
        String id = person(1);
        faults("- {misbehave: " + kind + "}");
        assertEquals(200, take(id).status());
        JsonNode audits = client().get("/auditLogs/directoryAudits").json().path("value");
        assertEquals(records, audits.valueStream()
                .filter(record -> record.path("activityDisplayName").asString().equals(activity)).count());
        for (JsonNode record : audits) {
            assertEquals(server().descriptor().everything().clientId(),
                    record.path("initiatedBy").path("app").path("appId").asString());
        }
    }

    @Test
    void anotherMailboxOnTheWayBackIsInTheAuditLogToo() throws Exception {
        for (boolean deleted : List.of(false, true)) {
            String id = person(deleted ? 2 : 1);
            String guid = truth(id, "mailboxGuid");
            faults("- {misbehave: new-mailbox}");
            if (deleted) {
                client().delete("/users/" + id);
                assertEquals(guid, truth(id, "mailboxGuid"));
                restore(id, "{}");
            } else {
                take(id);
                assertEquals(guid, truth(id, "mailboxGuid"));
                give(id);
            }
            assertEquals("present", truth(id, "mailbox"));
            assertNotEquals(guid, truth(id, "mailboxGuid"));
            JsonNode newest = client().get("/auditLogs/directoryAudits").json().path("value").path(0);
            assertEquals(deleted ? "Restore user" : "Change user license",
                    newest.path("activityDisplayName").asString());
            assertEquals(id, newest.path("targetResources").path(0).path("id").asString());
            assertTrue(newest.path("initiatedBy").path("app").path("appId").asString()
                    .equals(server().descriptor().everything().clientId()));
        }
    }

    @ParameterizedTest
    @CsvSource({"identity-lost", "address-lost", "password-reset", "other-account-hit", "nothing-done"})
    void deletesAndDisablingAreStruckToo(String kind) throws Exception {
        String disabled = person(1);
        String deleted = person(2);
        JsonNode before = client().truth(disabled);
        faults("- {misbehave: " + kind + "}");
        assertEquals(204, client().patch("/users/" + disabled, "{\"accountEnabled\":false}").status());
        JsonNode after = client().truth(disabled);
        assertEquals(kind.equals("nothing-done"), after.path("enabled").asBoolean());
        assertEquals(kind.equals("identity-lost") ? "soft-deleted" : "active", after.path("identity").asString());
        assertEquals(kind.equals("address-lost"), !before.path("addresses").equals(after.path("addresses")));
        assertEquals(kind.equals("password-reset"),
                !before.path("passwordChangedAt").equals(after.path("passwordChangedAt")));
        int binned = client().get("/directory/deletedItems/microsoft.graph.user?$top=999").json().path("value").size();
        assertEquals(204, client().delete("/users/" + deleted).status());
        int more = client().get("/directory/deletedItems/microsoft.graph.user?$top=999").json().path("value").size()
                - binned;
        assertEquals(kind.equals("nothing-done") ? 0 : kind.equals("other-account-hit") ? 2 : 1, more);
    }
}
