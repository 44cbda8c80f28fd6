package dev.shisa.graph;

import dev.shisa.text.Text;
import dev.shisa.tenant.Budget;
import dev.shisa.tenant.TrustAnchors;
import dev.shisa.tenant.SignIn;
import dev.shisa.tenant.Tenant;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantFailure.Reason;
import dev.shisa.tenant.TenantReader;
import dev.shisa.tenant.TenantWriter;
import dev.shisa.tenant.Waiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * A tenant behind Microsoft Graph. Making one touches neither the network nor the SDK; that begins with the first {@link #reader}. Reader
 * and writer share no client, no connection and no credential. Safe for several threads.
 */
public final class GraphTenant implements Tenant {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration WHOLE_CALL = Duration.ofSeconds(100);
    private static final int IDLE_CONNECTIONS = 32;

    private final GraphConnection connection;
    private final Budget budget;
    private final Waiter waiter;
    private final SignInSource signIns;
    private final AtomicLong writeCalls = new AtomicLong();
    private final List<OkHttpClient> clients = new ArrayList<>();
    private @Nullable TenantReader reader;
    private @Nullable TenantWriter writer;

    /** Makes the sign-in of one application. */
    interface SignInSource {
        /** A sign-in that has not asked for a token yet. */
        SignIn of(ClientCredential application, OkHttpClient client);
    }

    /**
     * The tenant at the end of that connection.
     *
     * @param budget what reader and writer share
     */
    public GraphTenant(GraphConnection connection, Budget budget) {
        this(connection, budget, Waiter.real(),
                (application, client) -> new AzureSignIn(connection, application, client));
    }

    GraphTenant(GraphConnection connection, Budget budget, Waiter waiter, SignInSource signIns) {
        this.budget = budget;
        this.connection = connection;
        this.waiter = waiter;
        this.signIns = signIns;
    }

    /**
     * @throws UncheckedIOException when the file of certificates cannot be read
     */
    @Override
    public synchronized TenantReader reader() {
        TenantReader made = reader;
        if (made == null) {
            made = makeReader();
            reader = made;
        }
        return made;
    }

    @Override
    public synchronized TenantWriter writer() throws TenantFailure {
        TenantWriter made = writer;
        if (made == null) {
            made = makeWriter();
            writer = made;
        }
        return made;
    }

    /**
     * The reader's sign-in for another service of the tenant. It asks for no token yet.
     *
     * @param scope the scope of that service, such as {@code https://outlook.office365.com/.default}
     * @throws UncheckedIOException when the file of certificates cannot be read
     */
    public synchronized SignIn readerSignIn(String scope) {
        try {
            return new AzureSignIn(connection, connection.reader(), kept(client(connection)), scope);
        } catch (IOException e) {
            throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public String application() {
        return connection.writer().clientId();
    }

    @Override
    public long writeCalls() {
        return writeCalls.get();
    }

    @Override
    public synchronized void close() {
        for (OkHttpClient client : clients) {
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
        clients.clear();
    }

    private TenantReader makeReader() {
        try {
            Wire wire = new Wire(connection.graph(), guarded(OutgoingGuard.Passing.READS, new AtomicLong()), budget);
            SignIn signIn = signIns.of(connection.reader(), kept(client(connection)));
            GraphRequests requests = new GraphRequests(wire.requests(), connection.graph());
            PatientWire patient = new PatientWire(wire, signIn, waiter);
            return new GraphReader(patient, requests, new Pages(patient, requests, connection.graph()));
        } catch (IOException e) {
            throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
        }
    }

    private TenantWriter makeWriter() throws TenantFailure {
        try {
            Wire wire = new Wire(connection.graph(), guarded(OutgoingGuard.Passing.WRITES, writeCalls), budget);
            SignIn signIn = signIns.of(connection.writer(), kept(client(connection)));
            signIn.token();
            return new GraphWriter(wire, new GraphRequests(wire.requests(), connection.graph()), signIn,
                    connection.writer().clientId());
        } catch (IOException e) {
            throw new TenantFailure(Reason.UNREACHABLE, Text.verbatim(String.valueOf(e.getMessage())));
        }
    }

    private OkHttpClient guarded(OutgoingGuard.Passing passing, AtomicLong sent) throws IOException {
        return kept(client(connection).addInterceptor(new OutgoingGuard(connection.graph(), passing))
                .addNetworkInterceptor(SendTrace.once(sent)));
    }

    private OkHttpClient kept(OkHttpClient.Builder builder) {
        OkHttpClient client = builder.build();
        clients.add(client);
        return client;
    }

    /** A client that repeats nothing and follows nothing. */
    static OkHttpClient.Builder client(GraphConnection connection) throws IOException {
        OkHttpClient.Builder builder = new OkHttpClient.Builder().connectTimeout(CONNECT).readTimeout(WHOLE_CALL)
                .callTimeout(WHOLE_CALL).followRedirects(false).followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 1, TimeUnit.MINUTES));
        if (connection.authority().isPresent()) {
            TrustAnchors anchors = TrustAnchors.with(connection.authority().get());
            builder.sslSocketFactory(anchors.context().getSocketFactory(), anchors.manager());
        }
        return builder;
    }
}
