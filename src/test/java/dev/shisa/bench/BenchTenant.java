package dev.shisa.bench;

import dev.shisa.sandbox.ClockMode;
import dev.shisa.sandbox.SandboxRefused;
import dev.shisa.sandbox.SandboxServer;
import dev.shisa.sandbox.SandboxSettings;
import dev.shisa.sandbox.Seed;
import dev.shisa.sandbox.life.LifeSettings;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sandbox tenant that is served while a bench works on it, in a folder of its own that is gone afterwards. */
final class BenchTenant implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final Runnable stop;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonNode descriptor;
    private final String origin;

    private BenchTenant(Path folder, Runnable stop, String descriptor) {
        this.folder = folder;
        this.stop = stop;
        this.descriptor = JSON.readTree(descriptor);
        this.origin = this.descriptor.path("plain").asString().replace("/v1.0", "");
    }

    /** Serves a tenant of that seed. */
    static BenchTenant serve(String seed, Optional<LifeSettings> life) throws IOException, SandboxRefused {
        Path folder = Files.createTempDirectory("shisa-bench");
        SandboxSettings settings = SandboxSettings
                .of(Seed.parse(seed), folder.resolve("state").resolve("shisa").resolve("sandboxes")).withPlain();
        SandboxServer server = SandboxServer.start(life.isPresent() ? settings.withLife(life.get()) : settings);
        return new BenchTenant(folder, server::close, server.descriptor().toJson());
    }

    /** Serves a tenant of that seed whose clock stands still until it is {@linkplain #advance moved}. */
    static BenchTenant still(String seed) throws IOException, SandboxRefused {
        Path folder = Files.createTempDirectory("shisa-bench");
        SandboxServer server = SandboxServer.start(SandboxSettings
                .of(Seed.parse(seed), folder.resolve("state").resolve("shisa").resolve("sandboxes")).withPlain()
                .withClock(ClockMode.SIMULATED));
        return new BenchTenant(folder, server::close, server.descriptor().toJson());
    }

    /** Serves a tenant of that seed in a process of its own. */
    static BenchTenant spawn(String seed) throws IOException {
        return spawn(seed, Spawned.SHORT);
    }

    /**
     * The same with other options of the virtual machine.
     *
     * @param options such as {@code -Xmx1g}
     */
    static BenchTenant spawn(String seed, List<String> options) throws IOException {
        Path folder = Files.createTempDirectory("shisa-bench");
        Spawned server = Spawned.start(folder, options, List.of("sandbox", "serve", "--seed", seed, "--plain"));
        return new BenchTenant(folder, server::kill, server.firstLine());
    }

    /** A terminal for this tenant, with an empty store. */
    Terminal terminal() {
        return new Terminal(folder, descriptor.path("login").asString());
    }

    /** How to reach it, as it tells itself. */
    JsonNode descriptor() {
        return descriptor;
    }

    /** Lets its time pass. */
    void advance(Duration time) {
        expect200(send(request("/sandbox/clock")
                .POST(HttpRequest.BodyPublishers.ofString("{\"advance\":\"" + time + "\"}"))));
    }

    /** Every request with a greater number that a fault may strike. */
    List<JsonNode> requests(long after) {
        return lines("/sandbox/requests?after=" + after);
    }

    Path folder() {
        return folder;
    }

    /** The client id that shisa writes with. */
    String writer() {
        return descriptor.path("writer").path("client_id").asString();
    }

    /** The server's own truth, by object id. */
    SortedMap<String, JsonNode> accounts() {
        TreeMap<String, JsonNode> accounts = new TreeMap<>();
        lines("/sandbox/accounts").forEach(account -> accounts.put(account.path("id").asString(), account));
        return accounts;
    }

    /** Requests with a greater number that may change an account, whether or not they did. */
    List<JsonNode> writes(long after) {
        return lines("/sandbox/requests?after=" + after).stream()
                .filter(request -> !request.path("method").asString().equals("GET"))
                .filter(request -> !request.path("account").isNull()).toList();
    }

    /** The number of the last request. */
    long last() {
        List<JsonNode> all = lines("/sandbox/requests");
        return all.isEmpty() ? 0 : all.getLast().path("n").asLong();
    }

    /** Replaces the faults. Empty: understood; otherwise the sentence that refuses them. */
    Optional<String> faults(String json) {
        HttpResponse<String> reply = send(request("/sandbox/faults").PUT(HttpRequest.BodyPublishers.ofString(json)));
        return reply.statusCode() == 204 ? Optional.empty() : Optional.of(reply.body());
    }

    /** All objects of a listing over Graph, page after page, by another client. */
    List<JsonNode> list(String pathAndQuery) {
        String token = token();
        List<JsonNode> objects = new ArrayList<>();
        String next = "/v1.0" + pathAndQuery;
        while (!next.isEmpty()) {
            JsonNode page = JSON.readTree(expect200(send(request(next).header("Authorization", "Bearer " + token)
                    .header("ConsistencyLevel", "eventual").GET())));
            page.path("value").forEach(objects::add);
            String link = page.path("@odata.nextLink").asString("");
            next = link.isEmpty() ? "" : link.substring(link.indexOf("/v1.0"));
        }
        return objects;
    }

    /** A token of the client that may do everything. */
    String token() {
        String form = "grant_type=client_credentials&client_id=" + descriptor.path("client_id").asString()
                + "&client_secret=" + encoded(descriptor.path("client_secret").asString()) + "&scope="
                + encoded("https://graph.microsoft.com/.default");
        return JSON.readTree(expect200(send(request("/" + descriptor.path("tenant_id").asString()
                + "/oauth2/v2.0/token").header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)))))
                .path("access_token").asString();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private List<JsonNode> lines(String path) {
        return expect200(send(request(path).GET())).lines().map(JSON::readTree).toList();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin + path));
    }

    private static String expect200(HttpResponse<String> reply) {
        if (reply.statusCode() != 200) {
            throw new IllegalStateException(reply.request().uri() + ": " + reply.statusCode() + " " + reply.body());
        }
        return reply.body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("the sandbox does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
        stop.run();
        Leftovers.delete(folder);
    }
}
