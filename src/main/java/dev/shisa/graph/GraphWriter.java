package dev.shisa.graph;

import dev.shisa.tenant.SignIn;
import com.microsoft.kiota.HttpMethod;
import dev.shisa.catalog.WireCall;
import dev.shisa.tenant.Budget;
import dev.shisa.tenant.Cost;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantWriter;
import dev.shisa.tenant.WriteOutcome;
import dev.shisa.tenant.WriteOutcome.Accepted;
import dev.shisa.tenant.WriteOutcome.Rejected;
import dev.shisa.tenant.WriteOutcome.Unknown;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * Sends one request per call and says what its answer is worth. Nothing here is repeated, and whatever is not a clear yes or a clear no is unknown.
 */
final class GraphWriter implements TenantWriter {
    private static final Set<Integer> CLEAR_NO = Set.of(400, 401, 403, 405, 409, 429);
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_.@!'()~-]+)+(/\\$ref)?");

    private final Wire wire;
    private final GraphRequests requests;
    private final SignIn signIn;
    private final String application;

    GraphWriter(Wire wire, GraphRequests requests, SignIn signIn, String application) {
        this.wire = wire;
        this.requests = requests;
        this.signIn = signIn;
        this.application = application;
    }

    @Override
    public Budget.Permission turn(BooleanSupplier stopped) throws InterruptedException {
        return wire.budget().take(Cost.WRITE, Budget.LONGEST_WAIT, stopped);
    }

    @Override
    public WriteOutcome apply(WireCall call, UUID requestId) {
        HttpMethod method = method(call);
        if (!PATH.matcher(call.path()).matches() || call.path().contains("..")) {
            throw new IllegalArgumentException("not a path of a write: " + call.describe());
        }
        SendTrace trace = new SendTrace();
        try {
            String token = signIn.token();
            Answer answer = wire.send(requests.write(method, call.path(),
                    requests.body(call)), token, requestId, trace);
            if (answer.status() == 401) {
                signIn.forget(token);
            }
            return outcome(call, answer);
        } catch (IOException e) {
            return unanswered(call, trace, e.getClass().getSimpleName());
        } catch (TenantFailure e) {
            return unanswered(call, trace, e.sentence().toString());
        }
    }

    @Override
    public String application() {
        return application;
    }

    private static HttpMethod method(WireCall call) {
        return switch (call.method()) {
            case "DELETE" -> HttpMethod.DELETE;
            case "PATCH" -> HttpMethod.PATCH;
            case "POST" -> HttpMethod.POST;
            case "PUT" -> HttpMethod.PUT;
            default -> throw new IllegalArgumentException("not a writing request: " + call.describe());
        };
    }

    private static WriteOutcome outcome(WireCall call, Answer answer) {
        String sentence = call.describe() + " was answered with " + answer.fault().sentence() + ".";
        if (answer.isSuccess()) {
            return new Accepted(answer.status(), call.describe() + " was answered with " + answer.status() + ".",
                    answer.warnings());
        }
        if (CLEAR_NO.contains(answer.status())) {
            double wait = answer.retryAfter().map(d -> d.toNanos() / 1e9).orElse(0.0);
            return new Rejected(answer.status(), answer.fault().code(), wait, sentence);
        }
        return new Unknown(sentence);
    }

    /** Only when no connection was ever there is it certain that nothing arrived. */
    private static WriteOutcome unanswered(WireCall call, SendTrace trace, String why) {
        if (trace.left()) {
            return new Unknown(call.describe() + " was sent, and no whole answer came back (" + why + ").");
        }
        return new Rejected(0, "", 0, call.describe() + " was not sent (" + why + ").");
    }
}
