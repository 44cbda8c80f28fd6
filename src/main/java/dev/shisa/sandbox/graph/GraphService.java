package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.audit.AuditPolicy;
import dev.shisa.sandbox.control.RequestLog;
import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.fault.Effect;
import dev.shisa.sandbox.fault.FaultDesk;
import dev.shisa.sandbox.login.Application;
import dev.shisa.sandbox.login.TokenRefused;
import dev.shisa.sandbox.login.Tokens;
import dev.shisa.sandbox.query.QueryRefused;
import dev.shisa.sandbox.wire.Answer;
import dev.shisa.sandbox.wire.Asked;
import dev.shisa.sandbox.wire.Reply;
import dev.shisa.sandbox.wire.Service;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The way of every Graph request: token, faults, operation, log. Thread-safe. */
public final class GraphService implements Service {

    private static final String VERSION = "/v1.0";
    private static final String DIAGNOSTIC = "{\"ServerInfo\":{\"DataCenter\":\"Sandbox\",\"Slice\":\"E\","
            + "\"Ring\":\"1\",\"ScaleUnit\":\"000\",\"RoleInstance\":\"SHISA\"}}";

    private final Directory directory;
    private final Tokens tokens;
    private final Set<String> audiences;
    private final FaultDesk faults;
    private final RequestLog log;
    private final Routes routes;
    private final Batch batch = new Batch(this::process, this::skip);

    public GraphService(Directory directory, String tenantId, Tokens tokens, Set<String> audiences, FaultDesk faults,
            RequestLog log, AuditPolicy audit) {
        this.directory = directory;
        this.tokens = tokens;
        this.audiences = audiences;
        this.faults = faults;
        this.log = log;
        this.routes = Catalogue.routes(directory, tenantId, faults, tokens.applications(), audit);
    }

    @Override
    public Reply answer(Asked asked) {
        directory.expire();
        String requestId = GraphCall.freshRequestId();
        String clientRequestId = asked.header("client-request-id");
        Reply reply;
        try {
            reply = authenticated(asked, requestId);
        } catch (GraphProblem problem) {
            String path = asked.rawPath();
            log.add(directory.clock().stamp(), asked.method(), path, null, clientRequestId, null, problem.status(),
                    false);
            reply = Replies.problem(clientRequestId, requestId, directory.clock().now(), problem);
        }
        return reply instanceof Answer answer
                ? answer.with("request-id", requestId)
                        .with("client-request-id", clientRequestId == null ? requestId : clientRequestId)
                        .with("x-ms-ags-diagnostic", DIAGNOSTIC).with("Cache-Control", "no-cache")
                : reply;
    }

    private Reply authenticated(Asked asked, String requestId) {
        String path = asked.rawPath();
        if (!path.equals(VERSION) && !path.startsWith(VERSION + "/")) {
            String version = path.substring(1).split("/", 2)[0];
            throw GraphProblem.of(400, "BadRequest", "Invalid version: " + version);
        }
        Application caller = caller(asked);
        GraphCall call = new GraphCall(asked.method(), asked.origin(), path.substring(VERSION.length()),
                asked.query(), asked.headers(), asked.body(), caller, requestId);
        return process(call);
    }

    private Application caller(Asked asked) {
        String header = asked.header("authorization");
        if (header == null || header.isBlank()) {
            throw GraphProblem.unauthenticated("Access token is empty.", asked.origin());
        }
        if (!header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw GraphProblem.unauthenticated("CompactToken parsing failed.", asked.origin());
        }
        try {
            return tokens.check(header.substring(7).strip(), audiences);
        } catch (TokenRefused refused) {
            throw GraphProblem.unauthenticated(String.valueOf(refused.getMessage()), asked.origin());
        }
    }

    /** One request or batch part from its faults to its line in the log. */
    private Reply process(GraphCall call) {
        call.concerns(accountOf(call.segments()));
        Effect effect = faults.disturb(call.method(), call.path(), call.account());
        return logged(call, disturbed(call, effect));
    }

    /** A batch part that is not tried, because what it depends on failed. */
    private Reply skip(GraphCall call) {
        call.concerns(accountOf(call.segments()));
        return logged(call, Replies.problem(call.clientRequestId(), call.requestId(), directory.clock().now(),
                GraphProblem.of(424, "FailedDependency", "The request depends on another request that failed.")));
    }

    private Reply logged(GraphCall call, Reply reply) {
        int status = reply instanceof Answer answer ? answer.status() : 0;
        log.add(directory.clock().stamp(), call.method(), VERSION + call.path(), call.account(),
                call.clientRequestId(), call.caller().clientId(), status, call.applied());
        return reply;
    }

    private Reply disturbed(GraphCall call, @Nullable Effect effect) {
        return switch (effect) {
            case null -> perform(call);
            case Effect.Status status -> {
                if (status.when() == Effect.When.AFTER) {
                    Reply undisturbed = perform(call);
                    if (undisturbed instanceof Reply.Cut) {
                        yield undisturbed;
                    }
                }
                yield FaultAnswers.of(call, status, directory.clock().now());
            }
            case Effect.Drop drop -> {
                if (drop.when() == Effect.When.AFTER) {
                    perform(call);
                }
                yield new Reply.Cut();
            }
            case Effect.Delay delay -> {
                pause(delay.by());
                yield perform(call);
            }
            case Effect.Truncate truncate -> {
                call.truncateAt(truncate.objects());
                yield perform(call);
            }
            case Effect.Lag lag -> {
                call.lagBy(lag.by());
                yield perform(call);
            }
        };
    }

    private Reply perform(GraphCall call) {
        try {
            boolean outer = call.segments().size() == 1 && call.segments().getFirst().equalsIgnoreCase("$batch");
            return outer ? batch.answer(call) : routes.perform(call);
        } catch (GraphProblem problem) {
            return Replies.problem(call.clientRequestId(), call.requestId(), directory.clock().now(), problem);
        } catch (QueryRefused refused) {
            return Replies.problem(call.clientRequestId(), call.requestId(), directory.clock().now(),
                    GraphProblem.of(refused.status(), refused.code(), refused.text()));
        }
    }

    /** The object id that a path speaks of, if the server has ever known such an account. */
    private @Nullable String accountOf(List<String> segments) {
        User user = null;
        if (segments.size() >= 2 && segments.getFirst().equalsIgnoreCase("users")) {
            user = directory.find(segments.get(1));
            user = user == null ? directory.everKnown(segments.get(1)) : user;
        } else if (segments.size() >= 3 && segments.getFirst().equalsIgnoreCase("directory")
                && segments.get(1).toLowerCase(Locale.ROOT).equals("deleteditems")) {
            user = directory.everKnown(segments.get(2));
        }
        return user == null ? null : user.id();
    }

    private static void pause(Duration by) {
        try {
            Thread.sleep(by);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
