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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The way of every Graph request: token, quotas, faults, operation, log. Thread-safe. */
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
    private final Disturbed disturbed;
    private final Throttling throttling;
    private final Batch batch = new Batch(this::process, this::skip);

    /** With a pause (machine time) that is false as soon as the server stops. */
    public GraphService(Directory directory, String tenantId, Tokens tokens, Set<String> audiences, FaultDesk faults,
            RequestLog log, AuditPolicy audit, Predicate<Duration> pause) {
        this.directory = directory;
        this.tokens = tokens;
        this.audiences = audiences;
        this.faults = faults;
        this.log = log;
        this.routes = Catalogue.routes(directory, tenantId, faults, tokens.applications(), audit);
        this.disturbed = new Disturbed(directory.clock(), pause);
        this.throttling = new Throttling(faults, directory.clock(), tenantId);
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
        String clientId = clientRequestId == null ? requestId : clientRequestId;
        return switch (reply) {
            case Answer answer -> traced(answer, requestId, clientId);
            case Reply.Broken(Answer answer, Duration silence) ->
                new Reply.Broken(traced(answer, requestId, clientId), silence);
            case Reply.Streamed streamed -> streamed;
            case Reply.Cut cut -> cut;
        };
    }

    private static Answer traced(Answer answer, String requestId, String clientRequestId) {
        return answer.with("request-id", requestId).with("client-request-id", clientRequestId)
                .with("x-ms-ags-diagnostic", DIAGNOSTIC).with("Cache-Control", "no-cache");
    }

    private Reply authenticated(Asked asked, String requestId) {
        String path = asked.rawPath();
        if (!path.equals(VERSION) && !path.startsWith(VERSION + "/")) {
            String version = path.substring(1).split("/", 2)[0];
            throw GraphProblem.of(400, "BadRequest", "Invalid version: " + version);
        }
        Application caller = caller(asked);
        if (faults.conditions().expiresTokens()) {
            tokens.expireIssued();
        }
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

    /** One request or batch part from its quotas and faults to its line in the log. */
    private Reply process(GraphCall call) {
        call.concerns(accountOf(call.segments()));
        return logged(call, throttling.perform(call, () -> disturb(call)));
    }

    private Reply disturb(GraphCall call) {
        Effect effect = faults.disturb(call.method(), call.path(), call.account());
        return disturbed.perform(call, effect, () -> perform(call));
    }

    /** A batch part that is not tried, because what it depends on failed. */
    private Reply skip(GraphCall call) {
        call.concerns(accountOf(call.segments()));
        return logged(call, Replies.problem(call.clientRequestId(), call.requestId(), directory.clock().now(),
                GraphProblem.of(424, "FailedDependency", "The request depends on another request that failed.")));
    }

    private Reply logged(GraphCall call, Reply reply) {
        log.add(directory.clock().stamp(), call.method(), VERSION + call.path(), call.account(),
                call.clientRequestId(), call.caller().clientId(), reply.status(), call.applied());
        return reply;
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
}
