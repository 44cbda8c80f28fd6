package dev.shisa.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The main job by hand on seed sgu: list all, take the mailbox, give it back, delete, restore. */
final class FirstWayTest {

    @TempDir
    private Path folder;

    @Test
    void wholeWay() throws Exception {
        try (SandboxServer server = SandboxServer.start(SandboxSettings.of(new Seed.Sgu(), folder));
                SandboxClient client = SandboxClient.of(server)) {
            Set<String> ids = new HashSet<>();
            int mailboxes = 0;
            String next = "/users?$top=999&$count=true&$select=id,userPrincipalName,assignedLicenses";
            while (!next.isEmpty()) {
                JsonNode page = client.get(next, "ConsistencyLevel", "eventual").json();
                for (JsonNode user : page.path("value")) {
                    assertTrue(ids.add(user.path("id").asString()));
                    boolean special = user.path("userPrincipalName").asString()
                            .matches("(admin|rehearsal-|sentinel-).*");
                    mailboxes += special ? 0 : user.path("assignedLicenses").size();
                }
                next = page.path("@odata.nextLink").asString("");
            }
            assertEquals(7331 + 1 + 6 + 3, ids.size());
            assertEquals(7331, mailboxes);
            String id = client.id("rehearsal-student-1@sgu.example");
            JsonNode before = client.truth(id);
            assertEquals(200, client.post("/users/" + id + "/assignLicense",
                    "{\"addLicenses\":[],\"removeLicenses\":[\"314c4481-f395-4525-be8b-2ec4bb1e9d91\"]}").status());
            assertEquals("tombstone", client.truth(id).path("mailbox").asString());
            assertEquals(200, client.post("/users/" + id + "/assignLicense",
                    "{\"addLicenses\":[{\"skuId\":\"314c4481-f395-4525-be8b-2ec4bb1e9d91\"}],\"removeLicenses\":[]}")
                    .status());
            assertEquals(before, client.truth(id));
            assertEquals(204, client.delete("/users/" + id).status());
            assertEquals("soft-deleted", client.truth(id).path("identity").asString());
            assertEquals(200, client.post("/directory/deletedItems/" + id + "/restore", null).status());
            assertEquals(before, client.truth(id));
            assertEquals(4, client.lines("/sandbox/requests").stream()
                    .filter(line -> line.path("applied").asBoolean()).count());
        }
    }
}
