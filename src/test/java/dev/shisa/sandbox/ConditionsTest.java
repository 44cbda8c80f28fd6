package dev.shisa.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Standing states of the tenant, over the wire and against the server's own truth. */
final class ConditionsTest extends ServedTenant {

    private static final String MAILBOX_PLAN = "efb87545-963c-4e0d-99df-69c6916d9eb0";

    @Test
    void rapidWritesOnOneObjectAreRefused() throws Exception {
        String id = person(1);
        faults("- {condition: rapid-writes, within: PT1S, headers: {Retry-After: \"1\"}}");
        assertEquals(200, take(id).status());
        SandboxClient.Reply refused = give(id);
        assertEquals(409, refused.status());
        assertEquals("Directory_ConcurrencyViolation", refused.errorCode());
        assertEquals("1", refused.header("Retry-After"));
        assertFalse(lastRequest().path("applied").asBoolean());
        assertEquals(200, take(person(2)).status(), "another object");
        advance("PT1S");
        assertEquals(200, give(id).status());
        faults("- {condition: rapid-writes, within: PT1S}");
        assertEquals(200, take(id).status(), "a new list begins anew");
        assertEquals("", give(id).header("Retry-After"));
    }

    @Test
    void licenceChangesShowLate() throws Exception {
        String id = person(1);
        faults("- {condition: licence-change-late, by: PT3S}");
        advance("PT10S");
        assertEquals(200, take(id).status());
        assertEquals("tombstone", truth(id, "mailbox"));
        assertEquals("[]", client().truth(id).path("licences").toString());
        assertTrue(licensed(id), "read by id");
        assertTrue(listedAsLicensed(id), "listed");
        assertEquals(1, client().get("/users/" + id + "/licenseDetails").json().path("value").size());
        assertEquals(200, client().get("/users/" + id + "/mailboxSettings/userPurpose").status());
        assertEquals(400, take(id).status(), "writes know the truth");
        advance("PT2S");
        assertTrue(licensed(id));
        advance("PT1S");
        assertFalse(licensed(id));
        assertFalse(listedAsLicensed(id));
        assertEquals(404, client().get("/users/" + id + "/mailboxSettings/userPurpose").status());
        assertEquals(200, give(id).status());
        assertFalse(licensed(id), "giving back shows late too");
        advance("PT3S");
        assertTrue(licensed(id));
    }

    private boolean licensed(String id) throws Exception {
        return isLicensed(client().get("/users/" + id + "?$select=assignedLicenses,assignedPlans").json());
    }

    private boolean listedAsLicensed(String id) throws Exception {
        return isLicensed(client().get("/users?$select=assignedLicenses,assignedPlans&$filter="
                + SandboxClient.encode("id eq '" + id + "'")).json().path("value").path(0));
    }

    private static boolean isLicensed(JsonNode user) {
        boolean plan = false;
        for (JsonNode one : user.path("assignedPlans")) {
            plan |= one.path("servicePlanId").asString().equals(MAILBOX_PLAN)
                    && one.path("capabilityStatus").asString().equals("Enabled");
        }
        assertEquals(plan ? 1 : 0, user.path("assignedLicenses").size());
        return plan;
    }

    @Test
    void delayedDelicensingKeepsTheMailboxForThirtyDays() throws Exception {
        String id = person(1);
        String guid = truth(id, "mailboxGuid");
        faults("- {condition: delayed-delicensing}");
        assertEquals(200, take(id).status());
        assertEquals("present", truth(id, "mailbox"));
        assertEquals("[]", client().truth(id).path("licences").toString());
        assertEquals(200, client().get("/users/" + id + "/mailboxSettings/userPurpose").status());
        advance("P29DT23H");
        assertEquals("present", truth(id, "mailbox"));
        advance("PT1H");
        assertEquals("tombstone", truth(id, "mailbox"));
        advance("P29D");
        assertEquals("tombstone", truth(id, "mailbox"), "and then it has the 30 days of every such mailbox");
        signedIn().post("/users/" + id + "/assignLicense", GIVE);
        assertEquals(guid, truth(id, "mailboxGuid"));
    }

    @Test
    void addingTheLicenceAgainCancelsDelayedDelicensing() throws Exception {
        String id = person(1);
        faults("- {condition: delayed-delicensing}");
        take(id);
        advance("P20D");
        assertEquals(200, signedIn().post("/users/" + id + "/assignLicense", GIVE).status());
        advance("P40D");
        assertEquals("present", truth(id, "mailbox"));
        String other = signedIn().get("/users/person2@contoso.example").json().path("id").asString();
        faults("[]");
        signedIn().post("/users/" + other + "/assignLicense", TAKE);
        assertEquals("tombstone", truth(other, "mailbox"), "without the condition the mailbox goes at once");
    }

    @Test
    void aTakenNameKeepsAnAccountFromComingBack() throws Exception {
        String first = person(1);
        String second = person(2);
        faults("- {condition: restore-conflict, of: userPrincipalName, from: 2}");
        client().delete("/users/" + first);
        client().delete("/users/" + second);
        assertEquals(200, restore(first, "{}").status());
        SandboxClient.Reply refused = restore(second, "{}");
        conflict(refused, "userPrincipalName");
        assertEquals("soft-deleted", truth(second, "identity"));
        String newcomer = person(2);
        assertNotEquals(second, newcomer);
        conflict(restore(second, "{\"autoReconcileProxyConflict\":true}"), "userPrincipalName");
        assertEquals(200, restore(second, "{\"newUserPrincipalName\":\"person2b@contoso.example\"}").status());
        assertEquals("person2b@contoso.example", truth(second, "userPrincipalName"));
        assertEquals("present", truth(second, "mailbox"));
    }

    @Test
    void aTakenAddressKeepsAnAccountFromComingBack() throws Exception {
        String id = person(1);
        int addresses = client().truth(id).path("addresses").size();
        faults("- {condition: restore-conflict, of: proxyAddresses}");
        client().delete("/users/" + id);
        conflict(restore(id, "{}"), "proxyAddresses");
        conflict(restore(id, "{\"newUserPrincipalName\":\"person1b@contoso.example\"}"), "proxyAddresses");
        assertEquals(200, restore(id, "{\"autoReconcileProxyConflict\":true}").status());
        assertEquals(addresses - 1, client().truth(id).path("addresses").size());
    }

    private static void conflict(SandboxClient.Reply reply, String property) {
        assertEquals(400, reply.status());
        assertEquals("Request_BadRequest", reply.errorCode());
        JsonNode detail = reply.json().path("error").path("details").path(0);
        assertEquals("ObjectConflict", detail.path("code").asString());
        assertEquals(property, detail.path("target").asString());
    }

    @Test
    void noSeatIsLeft() throws Exception {
        String id = person(1);
        String other = person(2);
        faults("- {condition: no-seats, sku: ENTERPRISEPACK}");
        assertEquals(200, take(id).status());
        SandboxClient.Reply refused = give(id);
        assertEquals(400, refused.status());
        assertEquals("Subscription with SKU " + E3 + " does not have any available licenses.",
                refused.json().path("error").path("message").asString());
        for (JsonNode sku : client().get("/subscribedSkus").json().path("value")) {
            boolean full = sku.path("skuPartNumber").asString().equals("ENTERPRISEPACK");
            assertEquals(full,
                    sku.path("consumedUnits").asInt() == sku.path("prepaidUnits").path("enabled").asInt());
        }
        client().delete("/users/" + other);
        assertEquals(200, restore(other, "{}").status());
        assertEquals("active", truth(other, "identity"));
        assertEquals("[]", client().truth(other).path("licences").toString());
        assertEquals("tombstone", truth(other, "mailbox"));
        faults("[]");
        assertEquals(200, give(other).status());
        assertEquals("present", truth(other, "mailbox"));
    }

    @Test
    void tokensExpireOnce() throws Exception {
        String path = "/users/" + person(1);
        faults("- {condition: token-expires, after: 2}");
        assertEquals(200, client().get(path).status());
        assertEquals(200, client().get(path).status());
        SandboxClient.Reply refused = client().get(path);
        assertEquals(401, refused.status());
        assertEquals("InvalidAuthenticationToken", refused.errorCode());
        assertTrue(refused.header("WWW-Authenticate").startsWith("Bearer"));
        SandboxClient again = signedIn();
        for (int i = 0; i < 5; i++) {
            assertEquals(200, again.get(path).status());
        }
        faults("[]");
        assertEquals(401, client().get(path).status(), "what has expired stays expired");
    }

    @Test
    void tokensExpireAgainAndAgain() throws Exception {
        String path = "/users/" + person(1);
        faults("- {condition: token-expires, after: 2, every: true}");
        for (int round = 0; round < 3; round++) {
            SandboxClient fresh = signedIn();
            assertEquals(200, fresh.get(path).status());
            assertEquals(200, fresh.get(path).status());
            assertEquals(401, fresh.get(path).status());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"serviceDegradation", "serviceInterruption", "investigating"})
    void theHealthOverviewTellsOfTrouble(String status) throws Exception {
        faults("- {condition: service-health, service: Exchange, status: " + status + "}");
        for (JsonNode service : client().get("/admin/serviceAnnouncement/healthOverviews").json().path("value")) {
            boolean exchange = service.path("id").asString().equals("Exchange");
            assertEquals(exchange ? status : "serviceOperational", service.path("status").asString());
        }
        assertEquals(status, client().get("/admin/serviceAnnouncement/healthOverviews/Exchange").json().path("status")
                .asString());
    }
}
