package dev.shisa.sandbox;

import dev.shisa.sandbox.wire.JsonValues;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A client that shares nothing with the product: HTTP and JSON by hand. */
final class SandboxClient implements AutoCloseable {

    /** An answer, read. */
    record Reply(int status, Map<String, List<String>> headers, String body) {

        JsonNode json() {
            return JsonValues.read(body.getBytes(StandardCharsets.UTF_8));
        }

        String header(String name) {
            return headers.entrySet().stream().filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> entry.getValue().getFirst()).findFirst().orElse("");
        }

        String errorCode() {
            return json().path("error").path("code").asString("");
        }
    }

    private final HttpClient http;
    private final SandboxDescriptor descriptor;
    private final @Nullable String token;

    private SandboxClient(HttpClient http, SandboxDescriptor descriptor, @Nullable String token) {
        this.http = http;
        this.descriptor = descriptor;
        this.token = token;
    }

    static SandboxClient anonymous(SandboxServer server) throws IOException, GeneralSecurityException {
        HttpClient http = HttpClient.newBuilder().sslContext(trusting(server.descriptor().authority()))
                .version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(10)).build();
        return new SandboxClient(http, server.descriptor(), null);
    }

    /** A client that may do everything. */
    static SandboxClient of(SandboxServer server) throws Exception {
        return anonymous(server).as(server.descriptor().everything());
    }

    SandboxClient as(SandboxDescriptor.Client client) throws Exception {
        return with(token(client, "https://graph.microsoft.com/.default").json().path("access_token").asString());
    }

    SandboxClient with(@Nullable String otherToken) {
        return new SandboxClient(http, descriptor, otherToken);
    }

    String token() {
        return String.valueOf(token);
    }

    Reply token(SandboxDescriptor.Client client, String scope) throws Exception {
        return form("/" + SandboxServer.TENANT_ID + "/oauth2/v2.0/token", Map.of("grant_type", "client_credentials",
                "client_id", client.clientId(), "client_secret", client.clientSecret(), "scope", scope));
    }

    Reply form(String path, Map<String, String> fields) throws Exception {
        List<String> pairs = new ArrayList<>();
        fields.forEach((name, value) -> pairs.add(name + "=" + encode(value)));
        return send(HttpRequest.newBuilder(URI.create(descriptor.login() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs))));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    Reply get(String path, String... headers) throws Exception {
        return call("GET", path, null, headers);
    }

    Reply post(String path, @Nullable String body, String... headers) throws Exception {
        return call("POST", path, body, headers);
    }

    Reply patch(String path, String body, String... headers) throws Exception {
        return call("PATCH", path, body, headers);
    }

    Reply delete(String path, String... headers) throws Exception {
        return call("DELETE", path, null, headers);
    }

    /** A request to Graph; the path is below /v1.0 or a whole address. */
    Reply call(String method, String path, @Nullable String body, String... headers) throws Exception {
        String address = path.startsWith("http") ? path : descriptor.graph() + path;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(20))
                .method(method, body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    /** A request to the control endpoints. */
    Reply control(String method, String path, @Nullable String body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(descriptor.login() + path)).method(method,
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body)));
    }

    /** JSON lines of a control endpoint. */
    List<JsonNode> lines(String path) throws Exception {
        return control("GET", path, null).body().lines()
                .map(line -> JsonValues.read(line.getBytes(StandardCharsets.UTF_8))).toList();
    }

    /** The server's own truth about one account. */
    JsonNode truth(String id) throws Exception {
        return lines("/sandbox/accounts").stream().filter(line -> line.path("id").asString().equals(id)).findFirst()
                .orElseThrow();
    }

    /** The object id behind a name. */
    String id(String principalName) throws Exception {
        return get("/users/" + encode(principalName)).json().path("id").asString();
    }

    void faults(String json) throws Exception {
        Reply reply = control("PUT", "/sandbox/faults", json);
        if (reply.status() != 204) {
            throw new IllegalArgumentException(reply.body());
        }
    }

    private Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Reply(response.statusCode(), response.headers().map(), response.body());
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
