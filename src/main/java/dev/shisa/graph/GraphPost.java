package dev.shisa.graph;

import dev.shisa.graph.GraphTenant.SignInSource;
import dev.shisa.tenant.SignIn;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.text.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends mail as a mailbox of the tenant, signed in as the application that writes. It has clients of its own, which send nothing but mail, so its
 * requests are not counted among those that write. Making one touches no network. Safe for several threads.
 */
public final class GraphPost implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final MediaType TYPE = MediaType.get("application/json");
    private static final int ACCEPTED = 202;
    private static final int LARGEST_FAULT = 1 << 16;

    private final GraphConnection connection;
    private final SignInSource signIns;
    private final List<OkHttpClient> clients = new ArrayList<>();
    private Optional<Sender> sender = Optional.empty();

    /** What mail is sent with. */
    private record Sender(OkHttpClient client, SignIn signIn) {
    }

    /** The post of that tenant. */
    public GraphPost(GraphConnection connection) {
        this(connection, (application, client) -> new AzureSignIn(connection, application, client));
    }

    GraphPost(GraphConnection connection, SignInSource signIns) {
        this.connection = connection;
        this.signIns = signIns;
    }

    /**
     * Sends one mail, once.
     *
     * @param from sign-in name or object id of the mailbox that sends it
     * @param to addresses; not empty
     * @param subject one line
     * @param text plain text
     * @return why the service did not accept it, the end of a sentence; empty when it did
     */
    public Optional<Text> send(String from, List<String> to, String subject, String text) {
        try {
            Sender with = sender();
            String token = with.signIn().token();
            Request request = new Request.Builder().url(address(from))
                    .header("Authorization", "Bearer " + token)
                    .header("client-request-id", UUID.randomUUID().toString()).tag(SendTrace.class, new SendTrace())
                    .post(RequestBody.create(body(to, subject, text), TYPE)).build();
            try (Response response = with.client().newCall(request).execute()) {
                if (response.code() == 401) {
                    with.signIn().forget(token);
                }
                return response.code() == ACCEPTED ? Optional.empty() : Optional.of(fault(response));
            }
        } catch (IOException e) {
            return Optional.of(Text.of("there was no answer ({0})", e.getClass().getSimpleName()));
        } catch (TenantFailure e) {
            return Optional.of(e.sentence());
        }
    }

    @Override
    public synchronized void close() {
        for (OkHttpClient client : clients) {
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
        clients.clear();
        sender = Optional.empty();
    }

    private synchronized Sender sender() throws IOException {
        if (sender.isEmpty()) {
            OkHttpClient mail = kept(GraphTenant.client(connection)
                    .addInterceptor(new OutgoingGuard(connection.graph(), OutgoingGuard.Passing.MAIL))
                    .addNetworkInterceptor(SendTrace.once(new AtomicLong())));
            sender = Optional.of(
                    new Sender(mail, signIns.of(connection.writer(), kept(GraphTenant.client(connection)))));
        }
        return sender.get();
    }

    private OkHttpClient kept(OkHttpClient.Builder builder) {
        OkHttpClient client = builder.build();
        clients.add(client);
        return client;
    }

    private HttpUrl address(String from) {
        HttpUrl base = HttpUrl.get(connection.graph().toString());
        return base.newBuilder().addPathSegment("users").addPathSegment(from).addPathSegment("sendMail").build();
    }

    private static byte[] body(List<String> to, String subject, String text) {
        ObjectNode mail = JSON.createObjectNode();
        ObjectNode message = mail.putObject("message").put("subject", subject);
        message.putObject("body").put("contentType", "Text").put("content", text);
        ArrayNode recipients = message.putArray("toRecipients");
        to.forEach(address -> recipients.addObject().putObject("emailAddress").put("address", address));
        return JSON.writeValueAsBytes(mail.put("saveToSentItems", true));
    }

    /** Status and code only: the service's sentences name mailboxes. */
    private static Text fault(Response response) throws IOException {
        ResponseBody body = response.body();
        byte[] bytes = body == null ? new byte[0] : body.byteStream().readNBytes(LARGEST_FAULT);
        GraphFault fault = GraphFault.of(response.code(), bytes);
        return Text.of("it was answered with {0}", (fault.status() + " " + fault.code()).strip());
    }
}
