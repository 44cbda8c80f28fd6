package dev.shisa.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.sandbox.life.LifeSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A tenant that lives, seen over HTTP while its clock is moved. */
final class LifeOnTheWireTest {

    private static final String TEAMS = "57ff2da0-773e-42df-b2af-ffb7a2317929";

    @TempDir
    private Path folder;

    private SandboxSettings settings(String life) throws Exception {
        return SandboxSettings.of(new Seed.Small(), folder.resolve("descriptors")).withClock(ClockMode.SIMULATED)
                .withLife(LifeSettings.parse(life));
    }

    private static SandboxClient advance(SandboxServer server, SandboxClient client, String by) throws Exception {
        client.control("POST", "/sandbox/clock", "{\"advance\":\"" + by + "\"}");
        return client.as(server.descriptor().everything());
    }

    private static List<JsonNode> records(SandboxClient client) throws Exception {
        List<JsonNode> records = new ArrayList<>();
        String next = "/auditLogs/directoryAudits?$top=50";
        while (!next.isEmpty()) {
            JsonNode page = client.get(next).json();
            page.path("value").forEach(records::add);
            next = page.path("@odata.nextLink").asString("");
        }
        return records;
    }

    @Test
    void aDayOfLifeHappensWhenTheClockIsMovedAndEachEventHasItsActor() throws Exception {
        try (SandboxServer server = SandboxServer.start(settings("{\"seed\":7,\"speed\":500}"));
                SandboxClient client = SandboxClient.of(server)) {
            List<JsonNode> before = client.lines("/sandbox/accounts");
            assertEquals(0, records(client).size());
            SandboxClient later = advance(server, client, "P1D");
            assertNotEquals(before, later.lines("/sandbox/accounts"));
            List<JsonNode> records = records(later);
            Set<String> pairs = new TreeSet<>();
            records.forEach(
                    record -> pairs.add(record.path("activityDisplayName").asString() + " by " + actor(record)));
            for (String expected : List.of("Disable account by HR Provisioning", "Add user by HR Provisioning",
                    "Update user by On-Premises Directory Synchronization Service Account",
                    "Add member to group by Microsoft Approval Management",
                    "Remove member from group by Microsoft Approval Management",
                    "Change user license by Microsoft Azure AD Group-Based Licensing",
                    "Add member to role by MS-PIM", "Remove member from role by MS-PIM",
                    "Add member to role completed (PIM activation) by Eligible Administrator",
                    "Remove member from role (PIM activation expired) by Azure AD PIM")) {
                assertTrue(pairs.contains(expected), expected + " is not among " + pairs);
            }
            assertTrue(pairs.stream().anyMatch(pair -> pair.startsWith("Delete user by ") && pair.contains("dmin")));
            for (JsonNode record : records) {
                boolean own = record.path("activityDisplayName").asString().equals("Change user password");
                assertEquals(own, own && record.path("initiatedBy").path("user").path("id")
                        .equals(record.path("targetResources").path(0).path("id")));
            }
            List<String> moments = records.stream().map(record -> record.path("activityDateTime").asString()).toList();
            assertEquals(moments.stream().sorted(java.util.Comparator.reverseOrder()).toList(), moments);
            assertTrue(moments.stream().allMatch(moment -> moment.matches(".*\\.\\d{7}Z")));
        }
    }

    private static String actor(JsonNode record) {
        JsonNode by = record.path("initiatedBy");
        return by.path(by.path("user").isNull() ? "app" : "user").path("displayName").asString();
    }

    @Test
    void recordsCanBeReadOnlyAfterTheirDelayAndASilentLogNeverSpeaks() throws Exception {
        String delayed = "{\"audit\":{\"delay\":\"PT90S\"}}";
        try (SandboxServer server = SandboxServer.start(settings(delayed));
                SandboxClient client = SandboxClient.of(server)) {
            client.delete("/users/twin1@contoso.example");
            client.control("POST", "/sandbox/clock", "{\"advance\":\"PT89S\"}");
            assertEquals(0, deletions(client));
            client.control("POST", "/sandbox/clock", "{\"advance\":\"PT1S\"}");
            assertEquals(1, deletions(client));
        }
        try (SandboxServer server = SandboxServer.start(settings("{\"audit\":{\"silent\":true}}"));
                SandboxClient client = SandboxClient.of(server)) {
            client.delete("/users/twin1@contoso.example");
            SandboxClient later = advance(server, client, "P1D");
            assertEquals(0, records(later).size());
        }
    }

    private static int deletions(SandboxClient client) throws Exception {
        return client.get("/auditLogs/directoryAudits?$filter="
                + SandboxClient.encode("activityDisplayName eq 'Delete user'")).json().path("value").size();
    }

    @Test
    void aRetiredPlanIsGoneFromProductsAndAccountsAtOnce() throws Exception {
        try (SandboxServer server = SandboxServer.start(
                settings("{\"speed\":0.001,\"plan-retired\":{\"at\":\"PT30M\"}}"));
                SandboxClient client = SandboxClient.of(server)) {
            String user = "/users/person1@contoso.example?$select=assignedPlans,provisionedPlans";
            assertTrue(client.get("/subscribedSkus").body().contains(TEAMS));
            assertTrue(client.get(user).body().contains(TEAMS));
            String plans = client.get(user).body();
            advance(server, client, "PT29M");
            assertTrue(client.get(user).body().contains(TEAMS));
            advance(server, client, "PT1M");
            assertFalse(client.get("/subscribedSkus").body().contains(TEAMS));
            assertFalse(client.get(user).body().contains(TEAMS));
            assertFalse(client.get("/users/person1@contoso.example/licenseDetails").body().contains(TEAMS));
            assertTrue(plans.contains("exchange") && client.get(user).body().contains("exchange"));
            String off = "{\"addLicenses\":[],\"removeLicenses\":[\"6fd2c87f-b296-42f0-b197-1e91e994b900\"]}";
            client.post("/users/person1@contoso.example/assignLicense", off);
            assertFalse(client.get(user).body().contains(TEAMS));
            String on = "{\"addLicenses\":[{\"skuId\":\"6fd2c87f-b296-42f0-b197-1e91e994b900\"}],\"removeLicenses\":[]}";
            client.post("/users/none1@contoso.example/assignLicense", on);
            assertFalse(client.get(user.replace("person1", "none1")).body().contains(TEAMS));
            assertEquals(3, records(client).size());
        }
    }

    @Test
    void aRestartKeepsRolesPlansAndRecordsAndPlaysNothingTwice() throws Exception {
        SandboxSettings kept = settings("{\"seed\":7,\"speed\":200,\"plan-retired\":{\"at\":\"PT1H\"}}")
                .withState(folder.resolve("state"));
        List<JsonNode> accounts;
        List<JsonNode> records;
        String products;
        try (SandboxServer server = SandboxServer.start(kept); SandboxClient client = SandboxClient.of(server)) {
            SandboxClient later = advance(server, client, "PT20H");
            records = records(later);
            accounts = later.lines("/sandbox/accounts");
            products = later.get("/subscribedSkus").body();
        }
        List<String> log = Files.readAllLines(folder.resolve("state").resolve("changes.jsonl"));
        try (SandboxServer server = SandboxServer.start(kept); SandboxClient client = SandboxClient.of(server)) {
            List<JsonNode> again = records(client);
            assertEquals(records, again.subList(again.size() - records.size(), again.size()));
            assertTrue(again.size() - records.size() < 20, "played again: " + (again.size() - records.size()));
            assertEquals(products.replaceAll(".*servicePlans", ""),
                    client.get("/subscribedSkus").body().replaceAll(".*servicePlans", ""));
            assertTrue(client.lines("/sandbox/accounts").size() - accounts.size() < 5);
        }
        List<String> later = Files.readAllLines(folder.resolve("state").resolve("changes.jsonl"));
        assertEquals(log, later.subList(0, log.size()));
        Set<String> due = new TreeSet<>();
        for (String line : later) {
            if (line.contains("\"life\"")) {
                assertTrue(due.add(line.replaceAll(".*(\"event\":\"[^\"]*\").*", "$1")
                        + line.replaceAll(".*(\"due\":\"[^\"]*\").*", "$1")), line);
            }
        }
        assertTrue(due.size() > 50, due.size() + " events");
    }
}
