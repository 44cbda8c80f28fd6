package dev.shisa.exchange;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.shisa.tenant.RecordingWaiter;
import dev.shisa.tenant.SignIn;
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
import java.util.function.Function;

/** A service that answers as a test says, in literal bytes. The organisation and the migrations are plain unless the test says otherwise. */
final class StubExchange implements AutoCloseable {
    /** What was asked. */
    record Asked(String path, String query, String token, String prefer, String body) {
        boolean calls(String cmdlet) {
            return body.contains("\"CmdletName\":\"" + cmdlet + "\"");
        }
    }

    /** What is answered; status 0 cuts the connection. */
    record Said(int status, Map<String, String> headers, String body) {
        static Said ok(String body) {
            return new Said(200, Map.of(), body);
        }
    }

    static final String ORGANISATION = """
            {"@odata.context":"x","adminapi.warnings@odata.type":"#Collection(String)","@adminapi.warnings":[],
            "value":[{"DelayedDelicensingEnabled":%s,"InPlaceHolds@odata.type":"#Collection(String)","InPlaceHolds":[%s]}]}""";

    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final RecordingWaiter waiter = new RecordingWaiter();
    private final ExchangeReader reader;
    private volatile Said organisation = Said.ok(ORGANISATION.formatted("false", ""));
    private volatile Said migrations = Said.ok("{\"@adminapi.warnings\":[],\"value\":[]}");
    private volatile Function<Asked, Said> mailboxes = _ -> Said.ok("{\"value\":[]}");

    StubExchange() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        reader = new ExchangeReader(
                new ExchangeConnection(URI.create(base()), "scope", "tenant", Optional.empty()), signIn(), waiter);
    }

    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    ExchangeReader reader() {
        return reader;
    }

    RecordingWaiter waiter() {
        return waiter;
    }

    List<Asked> asked(String cmdlet) {
        return asked.stream().filter(question -> question.calls(cmdlet)).toList();
    }

    StubExchange organisation(Said said) {
        organisation = said;
        return this;
    }

    StubExchange migrations(Said said) {
        migrations = said;
        return this;
    }

    StubExchange mailboxes(Function<Asked, Said> said) {
        mailboxes = said;
        return this;
    }

    private static SignIn signIn() {
        return new SignIn() {
            private int number = 1;

            @Override
            public synchronized String token() {
                return "token-" + number;
            }

            @Override
            public synchronized void forget(String refused) {
                number++;
            }
        };
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Asked question = new Asked(exchange.getRequestURI().getPath(),
                    Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse(""),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    exchange.getRequestHeaders().getFirst("Prefer"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            asked.add(question);
            Said said = question.calls("Get-OrganizationConfig")
                    ? organisation
                    : question.calls("Get-MigrationUser") ? migrations : mailboxes.apply(question);
            if (said.status() == 0) {
                return;
            }
            said.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] bytes = said.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(said.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        reader.close();
        server.stop(0);
    }
}
