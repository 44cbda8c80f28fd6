package dev.shisa.sandbox.exchange;

import java.util.function.Predicate;
import dev.shisa.sandbox.fault.SpoiltAnswers;
import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.fault.Effect;
import dev.shisa.sandbox.fault.FaultDesk;
import dev.shisa.sandbox.login.Application;
import dev.shisa.sandbox.login.Grants;
import dev.shisa.sandbox.login.TokenRefused;
import dev.shisa.sandbox.login.Tokens;
import dev.shisa.sandbox.wire.Answer;
import dev.shisa.sandbox.wire.Asked;
import dev.shisa.sandbox.wire.Reply;
import dev.shisa.sandbox.wire.Service;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The way of every InvokeCommand: token, faults, cmdlet. It reads and never writes, and so leaves no line in the log of Graph requests.
 * Thread-safe.
 */
public final class ExchangeService implements Service {

    private static final String ROOT = "/adminapi/";

    private final Directory directory;
    private final String path;
    private final Tokens tokens;
    private final Set<String> audiences;
    private final FaultDesk faults;
    private final Predicate<Duration> pause;
    private final Cmdlets cmdlets;

    /** With a pause (machine time) that is false as soon as the server stops. */
    public ExchangeService(Directory directory, String tenantId, Tokens tokens, Set<String> audiences,
            FaultDesk faults, Predicate<Duration> pause) {
        this.directory = directory;
        this.path = ROOT + "beta/" + tenantId + "/InvokeCommand";
        this.tokens = tokens;
        this.audiences = audiences;
        this.faults = faults;
        this.pause = pause;
        this.cmdlets = new Cmdlets(directory, () -> faults.conditions().delaysDelicensing());
    }

    /** Whether a path is one of Exchange's. */
    public static boolean owns(String rawPath) {
        return rawPath.startsWith(ROOT);
    }

    @Override
    public Reply answer(Asked asked) {
        directory.expire();
        Reply reply;
        try {
            Application caller = caller(asked);
            if (caller == null) {
                reply = Answer.empty(401).with("WWW-Authenticate", "Bearer client_id=\""
                        + "00000002-0000-0ff1-ce00-000000000000\", error=\"invalid_token\"");
            } else if (!asked.rawPath().equalsIgnoreCase(path)) {
                reply = Answer.empty(asked.rawPath().startsWith(ROOT + "v1.0/") ? 405 : 404);
            } else if (!asked.method().equals("POST")) {
                reply = Answer.empty(405);
            } else if (!caller.mayAny(Grants.EXCHANGE)) {
                reply = ExchangeReplies.forbidden();
            } else {
                Invocation call = Invocation.of(asked);
                reply = disturbed(asked, call,
                        faults.disturbBeside(asked.method(), asked.rawPath(), accountOf(call)));
            }
        } catch (ExchangeProblem problem) {
            reply = ExchangeReplies.problem(problem);
        }
        return identified(asked, reply);
    }

    private static Reply identified(Asked asked, Reply reply) {
        String given = asked.header("client-request-id");
        if (!(reply instanceof Answer answer)) {
            return reply;
        }
        String requestId = UUID.randomUUID().toString();
        return answer.with("request-id", requestId).with("client-request-id", given == null ? requestId : given)
                .with("OData-Version", "4.0").with("Cache-Control", "no-cache");
    }

    /** Who asks; null when the token does not say so. */
    private @Nullable Application caller(Asked asked) {
        String header = asked.header("authorization");
        if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return null;
        }
        try {
            return tokens.check(header.substring(7).strip(), audiences);
        } catch (TokenRefused refused) {
            return null;
        }
    }

    private Reply disturbed(Asked asked, Invocation call, @Nullable Effect effect) {
        return switch (effect) {
            case null -> perform(asked, call, Integer.MAX_VALUE);
            case Effect.Status status -> faulty(status);
            case Effect.Drop _ -> new Reply.Cut();
            case Effect.Delay delay ->
                pause.test(delay.by()) ? perform(asked, call, Integer.MAX_VALUE) : new Reply.Cut();
            case Effect.Body(Effect.Content content) ->
                SpoiltAnswers.spoil(perform(asked, call, Integer.MAX_VALUE), content);
            case Effect.Stall(Duration by) -> SpoiltAnswers.breakOff(perform(asked, call, Integer.MAX_VALUE), by);
            case Effect.Truncate truncate -> perform(asked, call, truncate.objects());
            case Effect.Lag _,Effect.NextLink _,Effect.Repeat _,Effect.Skip _ ->
                perform(asked, call, Integer.MAX_VALUE);
        };
    }

    private static Answer faulty(Effect.Status fault) {
        Answer answer = fault.status() == 403
                ? ExchangeReplies.forbidden()
                : ExchangeReplies.problem(ExchangeProblem.disturbed(fault.status()));
        for (Map.Entry<String, String> header : fault.headers().entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return answer;
    }

    private Reply perform(Asked asked, Invocation call, int truncateAt) {
        try {
            Page page = cmdlets.answer(call, truncateAt);
            return page == null
                    ? ExchangeReplies.forbidden()
                    : ExchangeReplies.page(asked.origin() + asked.rawPath(), call, page);
        } catch (ExchangeProblem problem) {
            return ExchangeReplies.problem(problem);
        }
    }

    /** The object id of the account that an identity names, if the server has ever known it. */
    private @Nullable String accountOf(Invocation call) {
        String identity = call.text("Identity").orElse("");
        User user = directory.everKnown(identity);
        user = user == null ? directory.find(identity) : user;
        return user == null ? null : user.id();
    }
}
