package dev.shisa.sandbox.wire;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 on the loopback interface: TLS always, plain http besides when wanted. One virtual thread a request. */
public final class HttpFront implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter
            .ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final Server server;
    private final ServerConnector secure;
    private final @Nullable ServerConnector plain;
    private final CountDownLatch closing = new CountDownLatch(1);

    /** Prepares, does not listen yet. The date supplier gives the server's time for the {@code Date} header. */
    public HttpFront(SSLContext tls, int port, boolean withPlain, Service service,
            Supplier<java.time.Instant> now) {
        server = new Server(new VirtualThreadPool());
        SslContextFactory.Server factory = new SslContextFactory.Server();
        factory.setSslContext(tls);
        secure = new ServerConnector(server, 1, 1, org.eclipse.jetty.server.AbstractConnectionFactory
                .getFactories(factory, new HttpConnectionFactory(configuration(true))));
        listen(secure, port);
        plain = withPlain ? new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration(false))) : null;
        if (plain != null) {
            listen(plain, 0);
        }
        server.setHandler(new Front(service, now, this::pause));
        server.setStopTimeout(0);
    }

    private void listen(ServerConnector connector, int port) {
        connector.setHost(LOOPBACK);
        connector.setPort(port);
        connector.setIdleTimeout(Duration.ofMinutes(5).toMillis());
        server.addConnector(connector);
    }

    private static HttpConfiguration configuration(boolean tls) {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(false);
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        configuration.setRequestHeaderSize(64 * 1024);
        if (tls) {
            configuration.addCustomizer(new SecureRequestCustomizer(false));
        }
        return configuration;
    }

    /** Starts to listen. */
    public void start() throws IOException {
        try {
            server.start();
        } catch (IOException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IOException(failure.getMessage(), failure);
        }
    }

    public int securePort() {
        return secure.getLocalPort();
    }

    /** The plain port, or 0 when there is none. */
    public int plainPort() {
        return plain == null ? 0 : plain.getLocalPort();
    }

    /** Waits (machine time); false, at once, when the front closes meanwhile or the thread is to stop. */
    public boolean pause(Duration by) {
        try {
            return !closing.await(TimeUnit.NANOSECONDS.convert(by), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** First nobody is let in any more: a client that asks again when its request is cut would wait for an answer that nobody gives. */
    @Override
    public void close() {
        secure.close();
        if (plain != null) {
            plain.close();
        }
        closing.countDown();
        // Whoever was interrupted closes all the same; the server would take the interruption for its own.
        boolean interrupted = Thread.interrupted();
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IllegalStateException("the sandbox's listener did not stop", failure);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static final class Front extends Handler.Abstract {

        /** Of a streamed body, in bytes. */
        private static final int PIECE = 1 << 16;

        private final Service service;
        private final Supplier<java.time.Instant> now;
        private final Consumer<Duration> pause;

        Front(Service service, Supplier<java.time.Instant> now, Consumer<Duration> pause) {
            this.service = service;
            this.now = now;
            this.pause = pause;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            Reply reply = service.answer(read(request));
            switch (reply) {
                case Answer answer -> write(answer, request, response, callback);
                case Reply.Broken(Answer answer, Duration silence) -> {
                    if (answer.body().length > 0) {
                        head(answer, response);
                        Content.Sink.write(response, false,
                                ByteBuffer.wrap(answer.body(), 0, answer.body().length / 2));
                    }
                    pause.accept(silence);
                    cut(request, callback);
                }
                case Reply.Streamed streamed -> {
                    head(Answer.of(streamed.status(), streamed.contentType(), new byte[0]), response);
                    response.getHeaders().remove(HttpHeader.CONTENT_LENGTH);
                    stream(streamed.content(), response);
                    callback.succeeded();
                }
                case Reply.Cut() -> cut(request, callback);
            }
            return true;
        }

        /** A body that breaks off in the middle is not ended, so that nobody takes it for a whole one. */
        private static void stream(Reply.Content content, Response response) throws IOException {
            OutputStream out = new BufferedOutputStream(Content.Sink.asOutputStream(response), PIECE);
            content.writeTo(out);
            out.close();
        }

        private static void cut(Request request, Callback callback) {
            request.getConnectionMetaData().getConnection().getEndPoint().close();
            callback.failed(new IOException("cut on purpose"));
        }

        private static Asked read(Request request) throws IOException {
            Map<String, String> headers = new HashMap<>();
            for (HttpField field : request.getHeaders()) {
                headers.merge(field.getName().toLowerCase(Locale.ROOT), String.valueOf(field.getValue()),
                        (one, two) -> one + ", " + two);
            }
            String scheme = request.isSecure() ? "https://" : "http://";
            String host = headers.getOrDefault("host", LOOPBACK);
            String query = request.getHttpURI().getQuery();
            ByteBuffer body = Content.Source.asByteBuffer(request);
            byte[] bytes = new byte[body.remaining()];
            body.get(bytes);
            return new Asked(request.getMethod(), scheme + host, request.getHttpURI().getPath(),
                    query == null ? "" : query, headers, bytes);
        }

        private void write(Answer answer, Request request, Response response, Callback callback) {
            head(answer, response);
            boolean silent = bodiless(answer) || request.getMethod().equals("HEAD");
            response.write(true, silent ? null : ByteBuffer.wrap(answer.body()), callback);
        }

        private static boolean bodiless(Answer answer) {
            return answer.status() == 204 || answer.status() == 304;
        }

        private void head(Answer answer, Response response) {
            response.setStatus(answer.status());
            response.getHeaders().put(HttpHeader.DATE, HTTP_DATE.format(now.get()));
            answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
            String type = answer.contentType();
            if (type != null) {
                response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
            }
            if (!bodiless(answer)) {
                response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.body().length);
            }
        }
    }
}
