package dev.shisa.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A served sandbox tenant, seen by a client that shares nothing with the product: its log, its own truth, its faults. */
public final class SandboxTenant implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode descriptor;
    private final HttpClient http;

    private SandboxTenant(JsonNode descriptor, HttpClient http) {
        this.descriptor = descriptor;
        this.http = http;
    }

    /** The tenant that a ready line tells of. */
    public static SandboxTenant at(String readyLine) {
        JsonNode descriptor = JSON.readTree(readyLine);
        try {
            HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                    .sslContext(trusting(Path.of(descriptor.path("ca").asString())))
                    .connectTimeout(Duration.ofSeconds(10)).build();
            return new SandboxTenant(descriptor, http);
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError("the sandbox's authority cannot be trusted", e);
        }
    }

    /** What {@code --tenant} says. */
    public String address() {
        return descriptor.path("login").asString();
    }

    /** Everything that no stream and no file of the store may show. */
    public List<String> secrets() {
        return List.of(descriptor.path("client_secret").asString(),
                descriptor.path("reader").path("client_secret").asString(),
                descriptor.path("writer").path("client_secret").asString());
    }

    /** How many requests the server has seen. */
    public long seen() {
        return requests(0).size();
    }

    /** The server's log, from after a number on. */
    public List<JsonNode> requests(long after) {
        return lines("/sandbox/requests?after=" + after);
    }

    /** Writing requests since then, sent by anybody, applied or not. The cmdlets that the sandbox has all read. */
    public List<JsonNode> writes(long after) {
        return requests(after).stream().filter(request -> !request.path("method").asString().equals("GET"))
                .filter(request -> !request.path("path").asString().endsWith("/$batch"))
                .filter(request -> !request.path("path").asString().endsWith("/InvokeCommand")).toList();
    }

    /** Writing requests since then that took effect. */
    public List<JsonNode> applied(long after) {
        return writes(after).stream().filter(request -> request.path("applied").asBoolean()).toList();
    }

    /** The server's own truth, by object id. */
    public SortedMap<String, JsonNode> accounts() {
        TreeMap<String, JsonNode> accounts = new TreeMap<>();
        lines("/sandbox/accounts").forEach(account -> accounts.put(account.path("id").asString(), account));
        return accounts;
    }

    /** The server's own truth about the account of that name before the at sign. */
    public JsonNode account(String local) {
        return accounts().values().stream()
                .filter(account -> account.path("userPrincipalName").asString().startsWith(local + "@")).findFirst()
                .orElseThrow(() -> new AssertionError("no account " + local));
    }

    /** The account of that id among these. */
    static JsonNode in(SortedMap<String, JsonNode> accounts, String id) {
        return Optional.ofNullable(accounts.get(id)).orElseThrow(() -> new AssertionError("no account " + id));
    }

    /** Accounts that are not what they were. */
    static List<String> changed(SortedMap<String, JsonNode> before, SortedMap<String, JsonNode> after) {
        return after.entrySet().stream().filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
                .map(Map.Entry::getKey).toList();
    }

    public void faults(String json) {
        expect(204, send(request("/sandbox/faults").PUT(HttpRequest.BodyPublishers.ofString(json))));
    }

    public void advance(String duration) {
        expect(200, send(request("/sandbox/clock")
                .POST(HttpRequest.BodyPublishers.ofString("{\"advance\":\"" + duration + "\"}"))));
    }

    /** A request over Graph by another client that may do everything. */
    public JsonNode graph(String method, String path, String body) {
        String form = "grant_type=client_credentials&client_id=" + descriptor.path("client_id").asString()
                + "&client_secret=" + URLEncoder.encode(descriptor.path("client_secret").asString(),
                        StandardCharsets.UTF_8)
                + "&scope=" + URLEncoder.encode("https://graph.microsoft.com/.default", StandardCharsets.UTF_8);
        String token = JSON.readTree(expect(200, send(
                request("/" + descriptor.path("tenant_id").asString() + "/oauth2/v2.0/token")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)))))
                .path("access_token").asString();
        HttpResponse<String> reply = send(request("/v1.0" + path).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty()
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body)));
        if (reply.statusCode() >= 300) {
            throw new AssertionError(method + " " + path + ": " + reply.statusCode() + " " + reply.body());
        }
        return reply.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(reply.body());
    }

    /** Names of accounts by a condition on their truth. */
    List<String> names(java.util.function.Predicate<JsonNode> condition) {
        return accounts().values().stream().filter(condition)
                .map(account -> account.path("userPrincipalName").asString())
                .collect(Collectors.toList());
    }

    /** Whether an account's mailbox is in that state. */
    static java.util.function.Predicate<JsonNode> mailbox(String state) {
        return account -> account.path("mailbox").asString().equals(state);
    }

    private List<JsonNode> lines(String path) {
        return expect(200, send(request(path).GET())).lines().map(JSON::readTree).toList();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path)).timeout(Duration.ofSeconds(20));
    }

    private static String expect(int status, HttpResponse<String> reply) {
        if (reply.statusCode() != status) {
            throw new AssertionError(reply.request().uri() + ": " + reply.statusCode() + " " + reply.body());
        }
        return Optional.ofNullable(reply.body()).orElse("");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("the sandbox does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static SSLContext trusting(Path authority) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(authority)) {
            store.setCertificateEntry("ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    @Override
    public void close() {
        http.close();
    }
}
