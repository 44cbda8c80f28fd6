package dev.shisa.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What survives a server: everything that was answered, and nothing that is damaged. */
final class DurabilityTest {

    @TempDir
    private Path folder;
    private SandboxSettings settings;

    @BeforeEach
    void settings() {
        settings = SandboxSettings.of(new Seed.Small(), folder.resolve("descriptors"))
                .withState(folder.resolve("state"));
    }

    private List<JsonNode> changed() throws Exception {
        try (SandboxServer server = SandboxServer.start(settings); SandboxClient client = SandboxClient.of(server)) {
            client.delete("/users/twin1@contoso.example");
            client.patch("/users/head@contoso.example", "{\"accountEnabled\":false,\"displayName\":\"頭\"}");
            client.post("/users/person1@contoso.example/assignLicense",
                    "{\"addLicenses\":[],\"removeLicenses\":[\"6fd2c87f-b296-42f0-b197-1e91e994b900\"]}");
            client.control("POST", "/sandbox/clock", "{\"advance\":\"P2D\"}");
            return client.lines("/sandbox/accounts");
        }
    }

    private List<JsonNode> again() throws Exception {
        try (SandboxServer server = SandboxServer.start(settings); SandboxClient client = SandboxClient.of(server)) {
            return client.lines("/sandbox/accounts");
        }
    }

    private Path log() {
        return folder.resolve("state").resolve("changes.jsonl");
    }

    @Test
    void whoeverIsInterruptedClosesItAllTheSame() throws Exception {
        SandboxServer server = SandboxServer.start(settings);
        Thread.currentThread().interrupt();
        server.close();
        assertTrue(Thread.interrupted(), "and stays interrupted");
        again();
    }

    @Test
    void stateKeysAndCredentialsSurvive() throws Exception {
        List<JsonNode> before = changed();
        String authority = Files.readString(folder.resolve("state").resolve("ca.pem"));
        String credentials = Files.readString(folder.resolve("state").resolve("credentials.json"));
        assertEquals(before, again());
        assertEquals(authority, Files.readString(folder.resolve("state").resolve("ca.pem")));
        assertEquals(credentials, Files.readString(folder.resolve("state").resolve("credentials.json")));
        for (Path file : List.of(log(), folder.resolve("state").resolve("server.key"),
                folder.resolve("state").resolve("credentials.json"))) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    @Test
    void relationsAndMailboxesSurvive() throws Exception {
        List<String> before;
        List<String> after;
        try (SandboxServer server = SandboxServer.start(settings); SandboxClient client = SandboxClient.of(server)) {
            String report = client.id("report1@contoso.example");
            String head = client.id("head@contoso.example");
            JsonNode owned = client.get("/users/" + head + "/ownedObjects").json().path("value").path(0);
            String graph = server.descriptor().graph().toString();
            client.call("PUT", "/users/" + head + "/manager/$ref",
                    "{\"@odata.id\":\"" + graph + "/users/" + report + "\"}");
            client.post("/groups/" + owned.path("id").asString() + "/owners/$ref",
                    "{\"@odata.id\":\"" + graph + "/users/" + report + "\"}");
            JsonNode role = client.get("/users/" + head + "/appRoleAssignments").json().path("value").path(0);
            client.post("/users/" + report + "/appRoleAssignments", "{\"principalId\":\"" + report
                    + "\",\"resourceId\":\"" + role.path("resourceId").asString() + "\",\"appRoleId\":\""
                    + role.path("appRoleId").asString() + "\"}");
            client.post("/users/" + head + "/assignLicense",
                    "{\"addLicenses\":[],\"removeLicenses\":[\"6fd2c87f-b296-42f0-b197-1e91e994b900\"]}");
            client.post("/users/" + head + "/assignLicense",
                    "{\"addLicenses\":[{\"skuId\":\"6fd2c87f-b296-42f0-b197-1e91e994b900\"}],\"removeLicenses\":[]}");
            before = relations(server, client);
        }
        try (SandboxServer server = SandboxServer.start(settings); SandboxClient client = SandboxClient.of(server)) {
            after = relations(server, client);
        }
        assertEquals(before, after);
        assertEquals(3, before.size());
        assertTrue(before.get(1).contains("Expenses"), before.get(1));
        assertTrue(before.get(2).contains("ForwardingAddress"), before.get(2));
    }

    private static List<String> relations(SandboxServer server, SandboxClient client) throws Exception {
        String report = client.id("report1@contoso.example");
        String token = client.token(server.descriptor().reader(), "https://outlook.office365.com/.default").json()
                .path("access_token").asString();
        String mailbox = client.with(token).post(server.descriptor().login() + "/adminapi/beta/"
                + SandboxServer.TENANT_ID + "/InvokeCommand",
                "{\"CmdletInput\":{\"CmdletName\":\"Get-Mailbox\",\"Parameters\":{\"Identity\":"
                        + "\"head@contoso.example\"}}}")
                .json().path("value").toString();
        return List.of(client.get("/users/" + report + "/ownedObjects").json().path("value").toString()
                + client.get("/users/" + report + "/directReports").json().path("value").toString(),
                client.get("/users/" + report + "/appRoleAssignments").json().path("value").toString(), mailbox);
    }

    @Test
    void tornLastLineIsCutOff() throws Exception {
        List<JsonNode> before = changed();
        Files.writeString(log(), "{\"n\":4,\"at\":\"20", StandardOpenOption.APPEND);
        assertEquals(before, again());
        assertEquals(before, again());
    }

    @Test
    void anyOtherDamageRefuses() throws Exception {
        changed();
        List<String> lines = Files.readAllLines(log());
        List<String> altered = List.of(lines.get(0), lines.get(1).replace("contoso", "c0ntoso"), lines.get(2));
        Files.writeString(log(), String.join("\n", altered) + "\n");
        SandboxRefused refused = assertThrows(SandboxRefused.class, () -> SandboxServer.start(settings));
        assertTrue(String.valueOf(refused.getMessage()).contains("line 2"));
        Files.writeString(log(), String.join("\n", lines.get(0), lines.get(2)) + "\n", StandardCharsets.UTF_8);
        assertThrows(SandboxRefused.class, () -> SandboxServer.start(settings));
    }

    @Test
    void onlyOneServerHoldsAFolder() throws Exception {
        try (SandboxServer first = SandboxServer.start(settings)) {
            assertFalse(first.descriptor().toJson().contains("\n"));
            SandboxRefused refused = assertThrows(SandboxRefused.class, () -> SandboxServer.start(settings));
            assertTrue(String.valueOf(refused.getMessage()).contains("in use"));
        }
        SandboxServer.start(settings).close();
    }

    @Test
    void anotherSeedIsRefused() throws Exception {
        changed();
        SandboxSettings other = SandboxSettings.of(new Seed.Sgu(), folder.resolve("descriptors"))
                .withState(folder.resolve("state"));
        assertThrows(SandboxRefused.class, () -> SandboxServer.start(other));
    }

    @Test
    void descriptorIsThereWhileTheServerIs() throws Exception {
        SandboxSettings ephemeral = SandboxSettings.of(Seed.parse("synthetic:50"), folder.resolve("other"));
        Path file;
        try (SandboxServer server = SandboxServer.start(ephemeral.withPlain())) {
            file = folder.resolve("other").resolve(server.descriptor().graph().getPort() + ".json");
            assertEquals(server.descriptor().toJson() + "\n", Files.readString(file));
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            assertTrue(server.descriptor().plain().isPresent());
        }
        assertFalse(Files.exists(file));
    }

    @Test
    void seedsAreDeterministicAndParsed() throws Exception {
        assertEquals(new Seed.Synthetic(100), Seed.parse("synthetic:100"));
        for (String bad : List.of("", "SGU", "synthetic:0", "synthetic:-1", "synthetic:9999999")) {
            assertThrows(IllegalArgumentException.class, () -> Seed.parse(bad));
        }
        assertEquals(ids("one"), ids("two"));
    }

    private List<String> ids(String name) throws Exception {
        try (SandboxServer server = SandboxServer.start(SandboxSettings.of(new Seed.Sgu(), folder.resolve(name)));
                SandboxClient client = SandboxClient.of(server)) {
            return client.lines("/sandbox/accounts").stream().map(JsonNode::toString).toList();
        }
    }
}
