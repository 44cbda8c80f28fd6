package dev.shisa.bench;

import com.microsoft.graph.core.requests.GraphClientFactory;
import com.microsoft.graph.models.AssignedLicense;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.assignlicense.AssignLicensePostRequestBody;
import com.microsoft.kiota.authentication.BaseBearerTokenAuthenticationProvider;
import dev.shisa.catalog.WireCall;
import dev.shisa.tenant.TrustAnchors;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What other clients take for the same writes on a tenant like it: nothing but round trips, and the SDK one request after the other. */
final class BareWrites {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TrustAnchors anchors;
    private final URI graph;
    private final String token;

    BareWrites(BenchTenant tenant) throws IOException {
        this.anchors = TrustAnchors.with(Path.of(tenant.descriptor().path("ca").asString()));
        this.graph = URI.create(tenant.descriptor().path("graph").asString());
        this.token = tenant.token();
    }

    /** The time from the first of these requests to the answer of the last one, so many at a time. */
    Duration atOnce(List<WireCall> calls, int concurrency) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .sslContext(anchors.context()).build();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            AtomicInteger next = new AtomicInteger();
            List<Future<Void>> workers = new ArrayList<>();
            long begin = System.nanoTime();
            for (int i = 0; i < concurrency; i++) {
                workers.add(threads.submit(() -> {
                    for (int at = next.getAndIncrement(); at < calls.size(); at = next.getAndIncrement()) {
                        send(client, calls.get(at));
                    }
                    return null;
                }));
            }
            for (Future<Void> worker : workers) {
                worker.get();
            }
            return Duration.ofNanos(System.nanoTime() - begin);
        } catch (ExecutionException e) {
            throw new IOException("a bare write failed", e.getCause());
        }
    }

    private @Nullable Void send(HttpClient client, WireCall call) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(graph + call.path()))
                .header("Authorization", "Bearer " + token).header("client-request-id", UUID.randomUUID().toString());
        HttpRequest.BodyPublisher body = call.body().map(HttpRequest.BodyPublishers::ofString)
                .orElseGet(HttpRequest.BodyPublishers::noBody);
        HttpResponse<byte[]> answer = client.send(
                request.header("Content-Type", "application/json").method(call.method(), body).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(call.describe() + ": " + answer.statusCode());
        }
        return null;
    }

    /** The time that the SDK takes for them, one after the other, as its documentation shows it. */
    Duration bySdk(List<WireCall> calls) {

        GraphServiceClient client = new GraphServiceClient(
                new BaseBearerTokenAuthenticationProvider(new com.microsoft.kiota.authentication.AccessTokenProvider() {
                    @Override
                    public String getAuthorizationToken(URI uri, java.util.@Nullable Map<String, Object> context) {
                        return token;
                    }

                    @Override
                    public com.microsoft.kiota.authentication.AllowedHostsValidator getAllowedHostsValidator() {
                        return new com.microsoft.kiota.authentication.AllowedHostsValidator();
                    }
                }), GraphClientFactory.create().sslSocketFactory(anchors.context().getSocketFactory(),
                        anchors.manager()).build());
        client.getRequestAdapter().setBaseUrl(graph.toString());
        long begin = System.nanoTime();
        for (WireCall call : calls) {
            String id = call.path().replaceFirst("^/users/([^/]+)/.*", "$1");
            client.users().byUserId(id).assignLicense().post(body(call));
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static AssignLicensePostRequestBody body(WireCall call) {
        JsonNode json = JSON.readTree(call.body().orElseThrow());
        AssignLicensePostRequestBody body = new AssignLicensePostRequestBody();
        List<AssignedLicense> add = new ArrayList<>();
        for (JsonNode one : json.path("addLicenses")) {
            AssignedLicense licence = new AssignedLicense();
            licence.setSkuId(UUID.fromString(one.path("skuId").asString()));
            licence.setDisabledPlans(ids(one.path("disabledPlans")));
            add.add(licence);
        }
        body.setAddLicenses(add);
        body.setRemoveLicenses(ids(json.path("removeLicenses")));
        return body;
    }

    private static List<UUID> ids(JsonNode texts) {
        List<UUID> ids = new ArrayList<>();
        texts.forEach(text -> ids.add(UUID.fromString(text.asString())));
        return ids;
    }
}
