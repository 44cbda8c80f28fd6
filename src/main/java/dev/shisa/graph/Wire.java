package dev.shisa.graph;

import com.microsoft.graph.core.requests.BaseGraphRequestAdapter;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.RequestInformation;
import com.microsoft.kiota.authentication.AnonymousAuthenticationProvider;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantFailure.Reason;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one request of the SDK and brings back the answer as it came. It is sent once: the SDK's own middleware, which repeats deletes
 * and hides the first answer, is not in this client. Safe for several threads.
 */
final class Wire {
    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);
    private static final int LARGEST_BODY = 64 * 1024 * 1024;

    private final OkHttpClient client;
    private final BaseGraphRequestAdapter adapter;
    private final GraphServiceClient requests;

    Wire(URI base, OkHttpClient client) {
        this.client = client;
        this.adapter = new BaseGraphRequestAdapter(new AnonymousAuthenticationProvider(), base.toString(), client);
        this.requests = new GraphServiceClient(adapter);
    }

    /** Builds requests; its own way of sending them is not used. */
    GraphServiceClient requests() {
        return requests;
    }

    /**
     * Sends it once.
     *
     * @param request not used by anybody else
     * @param token the access token
     * @param requestId under which the service logs it
     * @param trace marks how far the request came
     * @throws IOException when there is no answer, or only a part of one
     * @throws TenantFailure when the answer is too large to be read
     */
    Answer send(RequestInformation request, String token, UUID requestId, SendTrace trace)
            throws IOException, TenantFailure {
        request.headers.tryAdd("client-request-id", requestId.toString());
        request.headers.tryAdd("x-ms-throttle-priority", "Low");
        request.headers.tryAdd("Authorization", "Bearer " + token);
        Request sent = adapter.<Request>convertToNativeRequest(request).newBuilder().tag(SendTrace.class, trace)
                .build();
        String what = sent.method() + " " + sent.url().encodedPath();
        try (Response response = client.newCall(sent).execute()) {
            LOG.debug("{} → {} ({})", what, response.code(), requestId);
            return new Answer(what, response.code(), response.headers(), new Answer.Body(read(response, what)));
        } catch (IOException e) {
            LOG.debug("{} → no answer: {} ({})", what, e.getClass().getSimpleName(), requestId);
            throw e;
        }
    }

    private static byte[] read(Response response, String what) throws IOException, TenantFailure {
        ResponseBody body = response.body();
        if (body == null) {
            return new byte[0];
        }
        byte[] bytes = body.byteStream().readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            throw new TenantFailure(Reason.MALFORMED, "The answer to " + what + " is larger than 64 MB.");
        }
        return bytes;
    }
}
