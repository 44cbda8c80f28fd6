package dev.shisa.bench;

import com.microsoft.graph.core.requests.BaseGraphRequestAdapter;
import com.microsoft.graph.core.tasks.PageIterator;
import com.microsoft.graph.models.User;
import com.microsoft.graph.models.UserCollectionResponse;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.RequestInformation;
import com.microsoft.kiota.authentication.AnonymousAuthenticationProvider;
import dev.shisa.tenant.TrustAnchors;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads all accounts of a tenant as others would: {@code tokens} drains page after page and tokenises it, {@code iterator} hands the listing to the
 * page iterator of Microsoft's SDK. Tells how many accounts there were and how many milliseconds it took. A process of its own for each.
 */
final class Listing {
    private static final String LINK = "@odata.nextLink";

    private Listing() {
    }

    /**
     * Reads.
     *
     * @param arguments how, the address of the first page, an access token, a file of certificates
     */
    public static void main(String[] arguments) throws Exception {
        String token = arguments[2];
        TrustAnchors anchors = TrustAnchors.with(Path.of(arguments[3]));
        OkHttpClient client = new OkHttpClient.Builder().callTimeout(Duration.ofSeconds(100))
                .readTimeout(Duration.ofSeconds(100))
                .sslSocketFactory(anchors.context().getSocketFactory(), anchors.manager())
                .addInterceptor(chain -> chain.proceed(chain.request().newBuilder()
                        .header("Authorization", "Bearer " + token).header("ConsistencyLevel", "eventual").build()))
                .build();
        long start = System.nanoTime();
        long accounts = arguments[0].equals("tokens") ? tokens(client, arguments[1]) : iterated(client, arguments[1]);
        System.out.printf(Locale.ROOT, "%d %d%n", accounts, (System.nanoTime() - start) / 1_000_000);
        client.connectionPool().evictAll();
        client.dispatcher().executorService().shutdown();
    }

    private static long tokens(OkHttpClient client, String first) throws IOException {
        JsonFactory json = new JsonFactory();
        long accounts = 0;
        String next = first;
        while (!next.isEmpty()) {
            byte[] page;
            try (Response response = client.newCall(new Request.Builder().url(next).build()).execute()) {
                page = response.body().bytes();
            }
            next = "";
            try (JsonParser parser = json.createParser(ObjectReadContext.empty(), page)) {
                int depth = 0;
                for (JsonToken at = parser.nextToken(); at != null; at = parser.nextToken()) {
                    depth += at.isStructStart() ? 1 : at.isStructEnd() ? -1 : 0;
                    if (at == JsonToken.START_OBJECT && depth == 3) {
                        accounts++;
                    } else if (at == JsonToken.PROPERTY_NAME && depth == 1 && parser.currentName().equals(LINK)) {
                        next = parser.nextStringValue();
                    }
                }
            }
        }
        return accounts;
    }

    private static long iterated(OkHttpClient client, String first) throws Exception {
        GraphServiceClient graph = new GraphServiceClient(new BaseGraphRequestAdapter(
                new AnonymousAuthenticationProvider(), first.substring(0, first.indexOf("/users")), client));
        AtomicLong accounts = new AtomicLong();
        RequestInformation request = graph.users().withUrl(first).toGetRequestInformation();
        UserCollectionResponse page = graph.users().withUrl(request.getUri().toString()).get();
        new PageIterator.Builder<User, UserCollectionResponse>().client(graph).collectionPage(page)
                .collectionPageFactory(UserCollectionResponse::createFromDiscriminatorValue)
                .processPageItemCallback(_ -> {
                    accounts.incrementAndGet();
                    return true;
                }).build().iterate();
        return accounts.get();
    }
}
