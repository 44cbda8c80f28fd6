package dev.shisa.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody on this machine who takes notices: {@code /ok}, {@code /accepted}, {@code /broken}, {@code /elsewhere} (a redirect), {@code /silent}. */
public final class Receiver implements AutoCloseable {
    /** What stands in its addresses and nowhere else. */
    public static final String SECRET = "sig-4711-top-secret";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final List<Posted> posted = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);

    /** One request. */
    public record Posted(String method, String path, String type, JsonNode body) {
    }

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /** An address of it, with the secret. */
    public String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path + "?sig=" + SECRET;
    }

    /** What came to that path so far. */
    public List<Posted> posted(String path) {
        return posted.stream().filter(request -> request.path().equals(path)).toList();
    }

    /** The events of what came to that path so far. */
    public List<String> events(String path) {
        return posted(path).stream().map(request -> request.body().path("event").asString()).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath().toLowerCase(Locale.ROOT);
            posted.add(new Posted(exchange.getRequestMethod(), path,
                    String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")), JSON.readTree(body)));
            switch (path) {
                case "/ok" -> exchange.sendResponseHeaders(200, -1);
                case "/accepted" -> exchange.sendResponseHeaders(202, -1);
                case "/elsewhere" -> {
                    exchange.getResponseHeaders().set("Location", address("/ok"));
                    exchange.sendResponseHeaders(307, -1);
                }
                case "/silent" -> end.await();
                default -> exchange.sendResponseHeaders(500, -1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
    }
}
