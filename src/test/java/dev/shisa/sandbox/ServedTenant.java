package dev.shisa.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A tenant from seed small whose clock stands, and a client that may do everything. */
abstract class ServedTenant {

    static final String E3 = "6fd2c87f-b296-42f0-b197-1e91e994b900";
    static final String TAKE = "{\"addLicenses\":[],\"removeLicenses\":[\"" + E3 + "\"]}";
    static final String GIVE = "{\"addLicenses\":[{\"skuId\":\"" + E3 + "\"}],\"removeLicenses\":[]}";

    @TempDir
    private Path folder;
    private SandboxServer server;
    private SandboxClient client;

    @BeforeEach
    void start() throws Exception {
        server = SandboxServer.start(SandboxSettings.of(new Seed.Small(), folder).withClock(ClockMode.SIMULATED));
        client = SandboxClient.of(server);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    final SandboxServer server() {
        return server;
    }

    final SandboxClient client() {
        return client;
    }

    /** A client with a token of its own, issued now. */
    final SandboxClient signedIn() throws Exception {
        return client.as(server.descriptor().everything());
    }

    final String person(int number) throws Exception {
        return client.id("person" + number + "@contoso.example");
    }

    final void faults(String yaml) throws Exception {
        client.faults(yaml);
    }

    final void advance(String by) throws Exception {
        client.control("POST", "/sandbox/clock", "{\"advance\":\"" + by + "\"}");
    }

    final SandboxClient.Reply take(String id) throws Exception {
        return client.post("/users/" + id + "/assignLicense", TAKE);
    }

    final SandboxClient.Reply give(String id) throws Exception {
        return client.post("/users/" + id + "/assignLicense", GIVE);
    }

    final SandboxClient.Reply restore(String id, String body) throws Exception {
        return client.post("/directory/deletedItems/" + id + "/restore", body);
    }

    final String truth(String id, String key) throws Exception {
        return client.truth(id).path(key).asString("");
    }

    final JsonNode lastRequest() throws Exception {
        return client.lines("/sandbox/requests").getLast();
    }

    /** The ids of a listing over all its pages, as sent. */
    final List<String> ids(String path) throws Exception {
        List<String> ids = new ArrayList<>();
        String next = path;
        while (!next.isEmpty()) {
            JsonNode page = client.get(next).json();
            page.path("value").forEach(user -> ids.add(user.path("id").asString()));
            next = page.path("@odata.nextLink").asString("");
        }
        return ids;
    }
}
