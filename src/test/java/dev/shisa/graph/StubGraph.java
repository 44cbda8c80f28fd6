package dev.shisa.graph;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.shisa.tenant.Budget;
import dev.shisa.tenant.SignIn;
import dev.shisa.tenant.RecordingWaiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A few lines of HTTP that answer whatever a test wants, with a tenant that signs in without a network. */
final class StubGraph implements AutoCloseable {
    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final RecordingWaiter waiter = new RecordingWaiter();
    private final AtomicInteger signIns = new AtomicInteger();
    private final List<String> applications = new CopyOnWriteArrayList<>();
    private final GraphTenant tenant;
    private final GraphPost post;
    private volatile Function<Asked, Reply> behaviour = _ -> Reply.json(404, "{}");

    /**
     * A request as it came.
     *
     * @param method HTTP method
     * @param path with its query
     * @param headers its headers
     * @param body its body
     */
    record Asked(String method, String path, Headers headers, String body) {
        String header(String name) {
            return String.valueOf(headers.getFirst(name));
        }
    }

    /**
     * An answer; status 0 cuts the connection.
     *
     * @param status HTTP status
     * @param headers its headers
     * @param body its body
     */
    record Reply(int status, Map<String, String> headers, String body) {
        static Reply json(int status, String body) {
            return new Reply(status, Map.of("Content-Type", "application/json"), body);
        }

        Reply with(String name, String value) {
            return new Reply(status, Map.of(name, value), body);
        }
    }

    StubGraph() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        GraphConnection connection = new GraphConnection(URI.create(base()), URI.create(base()), "tenant",
                new ClientCredential("reader", "reader-secret"), new ClientCredential("writer", "writer-secret"),
                Optional.empty());
        post = new GraphPost(connection, (application, _) -> signIn(application));
        tenant = new GraphTenant(connection, Budget.silent(waiter), waiter, (application, _) -> signIn(application));
    }

    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1.0";
    }

    GraphTenant tenant() {
        return tenant;
    }

    GraphPost post() {
        return post;
    }

    RecordingWaiter waiter() {
        return waiter;
    }

    List<Asked> asked() {
        return asked;
    }

    /** The applications that asked for a token, in their order. */
    List<String> applications() {
        return applications;
    }

    StubGraph answers(Function<Asked, Reply> next) {
        behaviour = next;
        return this;
    }

    /** One answer after the other; the last one goes on. */
    StubGraph answersInTurn(Reply... replies) {
        AtomicInteger next = new AtomicInteger();
        return answers(_ -> replies[Math.min(next.getAndIncrement(), replies.length - 1)]);
    }

    @Override
    public void close() {
        tenant.close();
        post.close();
        server.stop(0);
    }

    private SignIn signIn(ClientCredential application) {
        return new SignIn() {
            private String held = "";

            @Override
            public synchronized String token() {
                if (held.isEmpty()) {
                    applications.add(application.clientId());
                    held = application.clientId() + "-token-" + signIns.incrementAndGet();
                }
                return held;
            }

            @Override
            public synchronized void forget(String refused) {
                held = "";
            }
        };
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Asked question = new Asked(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders(), body);
            asked.add(question);
            Reply reply = behaviour.apply(question);
            if (reply.status() == 0) {
                return;
            }
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
