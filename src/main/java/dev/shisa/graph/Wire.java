package dev.shisa.graph;

import dev.shisa.text.Text;
import com.microsoft.graph.core.requests.BaseGraphRequestAdapter;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.RequestInformation;
import com.microsoft.kiota.authentication.AnonymousAuthenticationProvider;
import dev.shisa.tenant.Budget;
import dev.shisa.tenant.Cost;
import dev.shisa.tenant.Patience;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantFailure.Reason;
import dev.shisa.tenant.Turn;
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
    private final String below;
    private final Budget budget;
    private final Outstanding outstanding = new Outstanding();
    private final BaseGraphRequestAdapter adapter;
    private final GraphServiceClient requests;

    /**
     * A wire of its own.
     *
     * @param budget what all requests to this service share
     */
    Wire(URI base, OkHttpClient client, Budget budget) {
        this.client = client;
        this.budget = budget;
        this.below = base.getPath();
        this.adapter = new BaseGraphRequestAdapter(new AnonymousAuthenticationProvider(), base.toString(), client);
        this.requests = new GraphServiceClient(adapter);
    }

    /** Builds requests; its own way of sending them is not used. */
    GraphServiceClient requests() {
        return requests;
    }

    /** How many questions may be on their way. */
    Outstanding outstanding() {
        return outstanding;
    }

    /** What all requests to this service share. */
    Budget budget() {
        return budget;
    }

    /**
     * Waits until it may leave, and sends it once.
     *
     * @param request not used by anybody else
     * @param token the access token
     * @param requestId under which the service logs it
     * @param parts what is in it takes, beside itself
     * @throws IOException when there is no answer, or only a part of one
     * @throws TenantFailure when the answer is too large to be read, or the request may not leave
     */
    Answer ask(RequestInformation request, String token, UUID requestId, Cost parts)
            throws IOException, TenantFailure {
        Request prepared = prepared(request, token, requestId, new SendTrace());
        Cost own = cost(prepared);
        try {
            return switch (budget.take(own.plus(parts), Patience.BUDGET, () -> false)) {
                case Budget.Permission.Refused(String why) ->
                    throw new TenantFailure(Reason.UNREACHABLE, Text.of("{0}: {1}.", what(prepared), why));
                case Budget.Permission.Granted(Turn turn) -> {
                    try (turn) {
                        yield heard(own, inPlace(prepared));
                    }
                }
            };
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new TenantFailure(Reason.UNREACHABLE, Text.of("Stopped while waiting for the service."));
        }
    }

    private Answer inPlace(Request prepared) throws IOException, TenantFailure {
        Outstanding.Place place = outstanding.take();
        Runnable end = place::unused;
        try {
            Answer answer = send(prepared);
            end = answer.isPassing() ? place::refused : place::answered;
            return answer;
        } catch (IOException e) {
            end = place::refused;
            throw e;
        } finally {
            end.run();
        }
    }

    private Cost cost(Request request) {
        String path = request.url().encodedPath();
        String query = request.url().encodedQuery();
        return RequestCost.of(request.method(), (path.startsWith(below) ? path.substring(below.length()) : path)
                + (query == null ? "" : "?" + query));
    }

    /** What one refuses, it refuses all. */
    private Answer heard(Cost cost, Answer answer) {
        RequestCost.refusedBy(cost, answer.throttledFor()).ifPresent(scope -> {
            if (answer.status() == 429) {
                budget.refused(scope, answer.retryAfter());
            } else if (answer.isSuccess()) {
                budget.taken(scope);
            }
        });
        return answer;
    }

    /**
     * Sends it once, at once: whoever calls has waited for its turn.
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
        Request prepared = prepared(request, token, requestId, trace);
        return heard(cost(prepared), send(prepared));
    }

    private Request prepared(RequestInformation request, String token, UUID requestId, SendTrace trace) {
        request.headers.tryAdd("client-request-id", requestId.toString());
        request.headers.tryAdd("x-ms-throttle-priority", "Low");
        request.headers.tryAdd("Authorization", "Bearer " + token);
        return adapter.<Request>convertToNativeRequest(request).newBuilder().tag(SendTrace.class, trace).build();
    }

    private static String what(Request request) {
        return request.method() + " " + request.url().encodedPath();
    }

    private Answer send(Request sent) throws IOException, TenantFailure {
        String what = what(sent);
        String requestId = sent.header("client-request-id");
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
        long told = body.contentLength();
        byte[] bytes;
        if (told >= 0 && told <= LARGEST_BODY) {
            // A body that is shorter than told is an EOFException, and of a longer one the client gives no more.
            bytes = body.source().readByteArray(told);
        } else {
            bytes = body.byteStream().readNBytes(LARGEST_BODY + 1);
        }
        if (bytes.length > LARGEST_BODY) {
            throw new TenantFailure(Reason.MALFORMED, Text.of("The answer to {0} is larger than 64 MB.", what));
        }
        return bytes;
    }
}
