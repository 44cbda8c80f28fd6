package dev.shisa.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A list shows of each user what a read of this user shows, also of users that have most in common with others. */
final class ListedUsersTest {

    private static final String SELECT = "$select=displayName,id,userPrincipalName,mail,mailNickname,proxyAddresses,"
            + "otherMails,accountEnabled,userType,onPremisesSyncEnabled,assignedLicenses,assignedPlans,provisionedPlans,"
            + "licenseAssignmentStates,department,jobTitle,companyName,lastPasswordChangeDateTime,createdDateTime,"
            + "deletedDateTime,identities,ageGroup,businessPhones,isManagementRestricted,showInAddressList";
    private static final String NEW_USER = "{\"accountEnabled\":true,\"displayName\":\"Zoë \\\"Quote\\\" \\\\ 佐藤\","
            + "\"mailNickname\":\"zoe\",\"userPrincipalName\":\"zoe@contoso.example\",\"passwordProfile\":{\"password\":"
            + "\"kx8-Wp2q-77Lm\"}}";

    @TempDir
    private Path folder;

    @Test
    void aListShowsWhatASingleReadShows() throws Exception {
        try (SandboxServer server = SandboxServer.start(SandboxSettings.of(new Seed.Synthetic(150), folder));
                SandboxClient client = SandboxClient.of(server)) {
            assertEquals(201, client.post("/users", NEW_USER).status());
            String changed = client.id("user1@contoso.example");
            assertEquals(204, client.patch("/users/" + changed, "{\"department\":\"Sales\"}").status());
            String restored = client.id("user2@contoso.example");
            assertEquals(204, client.delete("/users/" + restored).status());
            assertEquals(200, client.post("/directory/deletedItems/" + restored + "/restore", "{}").status());
            String deleted = client.id("user3@contoso.example");
            assertEquals(204, client.delete("/users/" + deleted).status());
            Map<String, JsonNode> listed = new HashMap<>();
            String next = "/users?" + SELECT + "&$top=50";
            for (int pages = 0; !next.isEmpty() && pages < 10; pages++) {
                JsonNode page = client.get(next).json();
                page.path("value").forEach(user -> listed.put(user.path("id").asString(), user));
                next = page.path("@odata.nextLink").asString("");
            }
            assertEquals(150, listed.size());
            for (Map.Entry<String, JsonNode> user : listed.entrySet()) {
                same(client.get("/users/" + user.getKey() + "?" + SELECT).json(), user.getValue());
            }
            JsonNode bin = client.get("/directory/deletedItems/microsoft.graph.user?" + SELECT).json().path("value");
            assertEquals(1, bin.size());
            same(client.get("/directory/deletedItems/" + deleted + "?" + SELECT).json(), bin.get(0));
        }
    }

    private static void same(JsonNode single, JsonNode listed) {
        assertEquals(names(single), names(listed));
        for (String name : listed.propertyNames()) {
            assertEquals(single.path(name), listed.path(name), name);
        }
    }

    private static String names(JsonNode user) {
        return String.join(" ", user.propertyNames().stream().filter(name -> !name.startsWith("@")).toList());
    }
}
