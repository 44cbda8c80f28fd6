package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.directory.ServerClock;
import dev.shisa.sandbox.fault.Admission;
import dev.shisa.sandbox.fault.Demand;
import dev.shisa.sandbox.fault.FaultDesk;
import dev.shisa.sandbox.fault.QuotaDesk;
import dev.shisa.sandbox.wire.Answer;
import dev.shisa.sandbox.wire.Reply;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Performs requests as the quotas let them be performed. Thread-safe. */
final class Throttling {

    /** From this share of a limit on, answers tell of its use. */
    private static final double TOLD_ABOVE = 0.8;

    private final FaultDesk faults;
    private final ServerClock clock;
    private final String tenantId;

    Throttling(FaultDesk faults, ServerClock clock, String tenantId) {
        this.faults = faults;
        this.clock = clock;
        this.tenantId = tenantId;
    }

    Reply perform(GraphCall call, Supplier<Reply> request) {
        Optional<QuotaDesk> quota = faults.conditions().quota();
        return quota.isEmpty() ? request.get() : perform(call, quota.get(), request);
    }

    private Reply perform(GraphCall call, QuotaDesk quota, Supplier<Reply> request) {
        Demand demand = Demands.of(call);
        Instant now = clock.now();
        return switch (quota.enter(demand, now)) {
            case Admission.Granted granted -> {
                try {
                    yield told(request.get(), granted);
                } finally {
                    quota.leave(demand);
                }
            }
            case Admission.Throttled throttled -> refused(call, throttled, quota.decimal(), now);
        };
    }

    private static Reply told(Reply reply, Admission.Granted granted) {
        return switch (reply) {
            case Answer answer -> use(answer, granted.units(), granted.used());
            case Reply.Broken(Answer answer, Duration silence) ->
                new Reply.Broken(use(answer, granted.units(), granted.used()), silence);
            case Reply.Streamed streamed -> streamed;
            case Reply.Cut cut -> cut;
        };
    }

    private static Answer use(Answer answer, int units, double used) {
        if (units == 0) {
            return answer;
        }
        Answer told = answer.with("x-ms-resource-unit", Integer.toString(units));
        return used <= TOLD_ABOVE ? told : told.with("x-ms-throttle-limit-percentage", decimal(used, 2));
    }

    private Answer refused(GraphCall call, Admission.Throttled throttled, boolean decimal, Instant now) {
        String wait = decimal
                ? decimal(throttled.retryAfter().toNanos() / 1e9, 3)
                : Long.toString(Math.ceilDiv(throttled.retryAfter().toNanos(), 1_000_000_000L));
        Answer answer = switch (throttled.limit()) {
            case UNITS -> explained(call, now, "Tenant_Application/ReadWrite", "ResourceUnitLimitExceeded");
            case WRITES -> explained(call, now, "Tenant_Application/Write", "WriteLimitExceeded");
            case TENANT_WRITES -> explained(call, now, "Tenant/Write", "WriteLimitExceeded");
            case REPORTS -> FaultAnswers.throttled(call, now);
            case MAILBOX -> outlook(call, now, "RequestRate");
            case MAILBOX_CONCURRENCY -> outlook(call, now, "MailboxConcurrency");
        };
        return use(answer.with("Retry-After", wait), throttled.units(), throttled.used());
    }

    private Answer explained(GraphCall call, Instant now, String scope, String information) {
        return FaultAnswers.throttled(call, now)
                .with("x-ms-throttle-scope", scope + "/" + call.caller().clientId() + "/" + tenantId)
                .with("x-ms-throttle-information", information);
    }

    private static Answer outlook(GraphCall call, Instant now, String limit) {
        return Replies.problem(call.clientRequestId(), call.requestId(), now, GraphProblem.of(429,
                "ApplicationThrottled", "Application is over its " + limit + " limit."));
    }

    /** Rounded up, so that nobody who keeps to it comes too soon. */
    private static String decimal(double value, int places) {
        return BigDecimal.valueOf(value).setScale(places, RoundingMode.CEILING).toPlainString();
    }
}
