package dev.shisa.exchange;

import dev.shisa.text.Text;
import dev.shisa.tenant.Patience;
import dev.shisa.tenant.SignIn;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantFailure.Reason;
import dev.shisa.tenant.TrustAnchors;
import dev.shisa.tenant.Waiter;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.net.ssl.SSLException;
import tools.jackson.databind.JsonNode;

/** Sends cmdlets and follows their pages. What is sent only reads, so it is asked again where that may help. Safe for several threads. */
final class ExchangeWire implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration WHOLE_CALL = Duration.ofSeconds(100);
    private static final int PAGE = 1000;
    private static final int MOST_PAGES = 10_000;
    private static final int TRIES_WITHOUT_CONNECTION = 3;

    private final ExchangeConnection connection;
    private final HttpClient client;
    private final SignIn signIn;
    private final Waiter waiter;

    /**
     * A wire of its own.
     *
     * @throws IOException when the file of certificates cannot be read
     */
    ExchangeWire(ExchangeConnection connection, SignIn signIn, Waiter waiter) throws IOException {
        HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(CONNECT);
        if (connection.authority().isPresent()) {
            builder.sslContext(TrustAnchors.with(connection.authority().get()).context());
        }
        this.connection = connection;
        this.client = builder.build();
        this.signIn = signIn;
        this.waiter = waiter;
    }

    /** A row of a page. */
    interface RowSink {
        /**
         * Takes one row.
         *
         * @param row the row
         * @param page the page it stands on
         */
        void accept(JsonNode row, Reply page) throws TenantFailure;
    }

    /**
     * The one answer to a cmdlet about one object; empty when the service says that there is no such object.
     *
     * @throws TenantFailure for every other answer, for a warning, for a second page, and for no answer
     */
    Optional<Reply> one(Cmdlet cmdlet) throws TenantFailure {
        Reply reply = ask(cmdlet, start(cmdlet));
        if (reply.isNotFound()) {
            return Optional.empty();
        }
        if (next(reply, rows(reply, cmdlet)).isPresent()) {
            throw reply.malformed("goes on where it should be whole");
        }
        return Optional.of(reply);
    }

    /**
     * Walks over all rows of a cmdlet.
     *
     * @return how many there were
     * @throws TenantFailure when it cannot be walked to its end: the last page carries no link and none carries a warning
     */
    long all(Cmdlet cmdlet, RowSink sink) throws TenantFailure {
        long given = 0;
        Set<URI> walked = new HashSet<>();
        Optional<URI> address = Optional.of(start(cmdlet));
        while (address.isPresent()) {
            if (!walked.add(address.get()) || walked.size() > MOST_PAGES) {
                throw new TenantFailure(Reason.MALFORMED,
                        Text.of("The pages of {0} go round in a circle.", cmdlet.name()));
            }
            Reply page = ask(cmdlet, address.get());
            List<JsonNode> rows = rows(page, cmdlet);
            for (JsonNode row : rows) {
                sink.accept(row, page);
            }
            given += rows.size();
            address = next(page, rows);
        }
        return given;
    }

    private URI start(Cmdlet cmdlet) {
        return URI.create(connection.endpoint() + cmdlet.query());
    }

    /** The rows of an answer. A warning may mean that there are more than it shows, so an answer with one is none. */
    static List<JsonNode> rows(Reply reply, Cmdlet cmdlet) throws TenantFailure {
        if (!reply.isSuccess()) {
            throw reply.failure();
        }
        JsonNode value = reply.json().path("value");
        if (!value.isArray()) {
            throw reply.malformed("has no list of objects");
        }
        List<String> warnings = reply.warnings();
        if (!warnings.isEmpty()) {
            throw new TenantFailure(Reason.MALFORMED,
                    Text.of("The Exchange service warns beside its answer to {0}, so it may not be whole: {1}", cmdlet,
                            String.join(" ", warnings)));
        }
        List<JsonNode> rows = new ArrayList<>(value.size());
        for (JsonNode row : value) {
            if (!row.isObject()) {
                throw reply.malformed("has something among its objects that is none");
            }
            rows.add(row);
        }
        return rows;
    }

    /** A token sent to another place than the one it is for would be a token given away. */
    private Optional<URI> next(Reply page, List<JsonNode> rows) throws TenantFailure {
        JsonNode link = page.json().path("@odata.nextLink");
        if (link.isMissingNode() || link.isNull()) {
            return Optional.empty();
        }
        if (!link.isString() || rows.isEmpty()) {
            throw page
                    .malformed(link.isString() ? "goes on after a page without objects" : "has a link that is no text");
        }
        URI next;
        try {
            next = URI.create(link.asString());
        } catch (IllegalArgumentException _) {
            throw page.malformed("has a link that is no address");
        }
        URI here = connection.endpoint();
        boolean same = here.getScheme().equalsIgnoreCase(next.getScheme())
                && here.getAuthority().equalsIgnoreCase(next.getAuthority()) && here.getPath().equals(next.getPath());
        if (!same) {
            throw page.malformed("goes on at another place");
        }
        return Optional.of(next);
    }

    /** The answer, whatever it is, unless it is one that asking again can change. */
    private Reply ask(Cmdlet cmdlet, URI address) throws TenantFailure {
        Patience patience = new Patience(waiter);
        boolean renewed = false;
        while (true) {
            String token = signIn.token();
            try {
                Reply reply = send(cmdlet, address, token);
                if (reply.status() == 401 && !renewed) {
                    renewed = true;
                    signIn.forget(token);
                } else if (!reply.isPassing()) {
                    return reply;
                } else if (!patience.again(reply.retryAfter())) {
                    throw new TenantFailure(Reason.UNREACHABLE,
                            Text.of("The Exchange service: {0}. Given up after {1} tries.", reply.sentence(),
                                    patience.tries()));
                }
            } catch (IOException e) {
                if (!patience.again(Optional.empty(), limit(e))) {
                    throw new TenantFailure(Reason.UNREACHABLE,
                            Text.of("The Exchange service gave no answer in {0} tries ({1}).", patience.tries(),
                                    e.getClass().getSimpleName()));
                }
            }
        }
    }

    private Reply send(Cmdlet cmdlet, URI address, String token) throws IOException, TenantFailure {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(WHOLE_CALL)
                .header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                .header("Prefer", "odata.maxpagesize=" + PAGE).header("X-CmdletName", cmdlet.name())
                .header("X-AnchorMailbox",
                        "APP:SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}@" + connection.tenantId())
                .header("client-request-id", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(cmdlet.body())).build();
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(cmdlet.toString(), response.statusCode(), response.headers(), response.body());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new TenantFailure(Reason.UNREACHABLE, Text.of("Stopped while waiting for the Exchange service."));
        }
    }

    private static int limit(IOException fault) {
        if (fault instanceof SSLException) {
            return 1;
        }
        return fault instanceof ConnectException ? TRIES_WITHOUT_CONNECTION : Integer.MAX_VALUE;
    }

    @Override
    public void close() {
        client.close();
    }
}
