package dev.shisa.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutgoingGuardTest {
    private final StubGraph stub = new StubGraph();
    private final OkHttpClient reader = new OkHttpClient.Builder()
            .addInterceptor(new OutgoingGuard(URI.create(stub.base()), OutgoingGuard.Passing.READS)).build();

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void aReaderSendsNothingThatDoesMoreThanRead() {
        String own = stub.base();
        List<Request> refused = List.of(request(own + "/users/a", "DELETE", ""),
                request(own + "/users/a", "PATCH", "{}"),
                request(own + "/users/a/assignLicense", "POST", "{}"), request(own + "/users/a", "PUT", "{}"),
                request(own + "/$batch", "POST", "{\"requests\":[{\"method\":\"GET\"},{\"method\":\"DELETE\"}]}"),
                request(own + "/$batch", "POST", "{\"requests\":[{\"url\":\"/users\"}]}"),
                request(own + "/$batch", "POST", "{\"requests\":[]}"), request(own + "/$batch", "POST", "x"),
                request(own + "/$batch", "PUT", "{\"requests\":[{\"method\":\"GET\"}]}"),
                request(own + "/x/$batch", "POST", "{\"requests\":[{\"method\":\"GET\"}]}"),
                request("https://evil.example/v1.0/users", "GET", ""));
        for (Request request : refused) {
            assertThrows(IllegalStateException.class, () -> send(request), request.toString());
        }
        assertEquals(List.of(), stub.asked());
    }

    @Test
    void readsPass() throws IOException {
        assertEquals(404, send(request(stub.base() + "/users", "GET", "")));
        assertEquals(404, send(request(stub.base() + "/$batch", "POST",
                "{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/users\"}]}")));
        assertEquals(2, stub.asked().size());
    }

    @Test
    void thePostSendsMailAndNothingElse() throws IOException {
        OkHttpClient post = new OkHttpClient.Builder()
                .addInterceptor(new OutgoingGuard(URI.create(stub.base()), OutgoingGuard.Passing.MAIL)).build();
        String own = stub.base();
        List<Request> refused = List.of(request(own + "/users/a", "GET", ""), request(own + "/users/a", "DELETE", ""),
                request(own + "/users/a/sendMail", "PUT", "{}"), request(own + "/users/a/assignLicense", "POST", "{}"),
                request(own + "/users/a/b/sendMail", "POST", "{}"), request(own + "/groups/a/sendMail", "POST", "{}"),
                request(own + "/users/a/sendMail/x", "POST", "{}"), request(own + "/$batch", "POST", "{}"),
                request("https://evil.example/v1.0/users/a/sendMail", "POST", "{}"));
        for (Request request : refused) {
            assertThrows(IllegalStateException.class, () -> send(post, request), request.toString());
        }
        assertEquals(List.of(), stub.asked());
        assertEquals(404, send(post, request(own + "/users/a/sendMail", "POST", "{}")));
    }

    private int send(Request request) throws IOException {
        return send(reader, request);
    }

    private static int send(OkHttpClient client, Request request) throws IOException {
        try (Response response = client.newCall(request).execute()) {
            return response.code();
        }
    }

    private static Request request(String url, String method, String body) {
        RequestBody content = method.equals("GET") ? null : RequestBody.create(body, MediaType.get("application/json"));
        return new Request.Builder().url(url).method(method, content).build();
    }
}
