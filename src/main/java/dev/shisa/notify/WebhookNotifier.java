package dev.shisa.notify;

import dev.shisa.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/** Posts the notice to an address of the web. No redirect is followed, since it would lead the notice elsewhere, and nobody reads the answer's body. */
final class WebhookNotifier implements Notifier {
    private static final int FIRST_SUCCESS = 200;
    private static final int FIRST_BEYOND = 300;

    private final URI address;
    private final Function<Notice, String> body;

    /**
     * A way to that address.
     *
     * @param body what is sent, as JSON
     */
    WebhookNotifier(URI address, Function<Notice, String> body) {
        this.address = address;
        this.body = body;
    }

    @Override
    public Optional<Text> tell(Notice notice) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json; charset=utf-8").header("User-Agent", "shisa")
                .POST(HttpRequest.BodyPublishers.ofString(body.apply(notice), StandardCharsets.UTF_8)).build();
        HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1).build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            response.body().close();
            int status = response.statusCode();
            return status >= FIRST_SUCCESS && status < FIRST_BEYOND
                    ? Optional.empty()
                    : Optional.of(Text.of("it was answered with {0}", status));
        } catch (IOException e) {
            // Its message may repeat the address.
            return Optional.of(Text.of("there was no answer ({0})", e.getClass().getSimpleName()));
        } finally {
            client.shutdownNow();
        }
    }
}
