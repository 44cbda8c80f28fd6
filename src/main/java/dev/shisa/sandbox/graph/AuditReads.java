package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.audit.AuditPolicy;
import dev.shisa.sandbox.audit.AuditRecord;
import dev.shisa.sandbox.audit.AuditTrail;
import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.History.Dated;
import dev.shisa.sandbox.query.ListQuery;
import dev.shisa.sandbox.query.QueryRefused;
import dev.shisa.sandbox.query.Schema;
import dev.shisa.sandbox.query.SkipToken;
import dev.shisa.sandbox.wire.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code /auditLogs/directoryAudits}, newest first. A page is read from the end of the history where it belongs, so what
 * a filter on the time leaves out is not looked at.
 */
final class AuditReads {

    private static final String SET = "auditLogs/directoryAudits";
    /** Both the usual and the largest size of a page. */
    private static final int PAGE = 1000;
    private static final Pattern ID = Pattern.compile("Directory_.*_(\\d{1,18})_(\\d{1,9})");

    /** A page, and whether more would follow. */
    private record Page(List<AuditRecord> records, boolean more) {
    }

    private final Directory directory;
    private final AuditTrail trail;
    private final AuditPolicy policy;

    AuditReads(Directory directory, AuditTrail trail, AuditPolicy policy) {
        this.directory = directory;
        this.trail = trail;
        this.policy = policy;
    }

    void offerOn(Routes routes) {
        routes.get(SET, Permissions.READ_AUDIT, this::list);
        routes.get(SET + "/{record}", Permissions.READ_AUDIT, this::single);
    }

    private Answer single(GraphCall call) {
        call.options().offering("$select");
        Matcher id = ID.matcher(call.parameter("record"));
        if (id.matches() && !policy.silent()) {
            long number = Long.parseLong(id.group(1));
            if (number > 0 && number <= directory.history().last()) {
                Dated dated = directory.history().dated(number);
                for (AuditRecord record : told(dated, told(call))) {
                    if (AuditSchema.id(record).equals(call.parameter("record"))) {
                        return Replies.entity(call, 200, SET, AuditSchema.SCHEMA, record);
                    }
                }
            }
        }
        throw GraphProblem.notFound(call.parameter("record"));
    }

    private Answer list(GraphCall call) {
        call.options().offering("$select", "$filter", "$top", "$orderby", "$skiptoken");
        String select = call.options().get("$select");
        List<Schema.Property<AuditRecord>> selected = select == null
                ? AuditSchema.SCHEMA.common()
                : AuditSchema.SCHEMA.select(select, true);
        String token = call.options().get("$skiptoken");
        SkipToken from = token == null ? SkipToken.START : SkipToken.decode(token);
        int top = ListQuery.top(call.options(), PAGE, PAGE);
        int left = Math.max(0, call.truncateAt() - from.served());
        Page page = page(call, from, Math.min(top, left));
        return Replies.object(call, 200, generator -> {
            Replies.context(call, generator, SET + (select == null ? "" : Replies.chosen(selected)));
            if (page.more() && left > top) {
                AuditRecord last = page.records().getLast();
                SkipToken next = new SkipToken(from.served() + page.records().size(),
                        last.change() + "." + last.index(), "");
                generator.writeStringProperty("@odata.nextLink", call.root() + call.rawPath() + "?"
                        + call.options().with("$skiptoken", next.encode()));
            }
            generator.writeName("value");
            generator.writeStartArray();
            for (AuditRecord record : page.records()) {
                generator.writeStartObject();
                Replies.properties(generator, record, selected);
                generator.writeEndObject();
            }
            generator.writeEndArray();
        });
    }

    private Page page(GraphCall call, SkipToken from, int size) {
        Predicate<AuditRecord> filter = ListQuery.test(call.options(), AuditSchema.SCHEMA, false);
        Instant earliest = ListQuery.earliest(call.options(), "activityDateTime");
        List<AuditRecord> found = new ArrayList<>();
        AuditWalk walk = new AuditWalk(directory.history(), descending(call), from.lastId());
        Instant until = told(call);
        while (!policy.silent() && walk.goesOn(earliest)) {
            for (AuditRecord record : walk.rest(told(walk.next(), until))) {
                if (filter == null || filter.test(record)) {
                    if (found.size() == size) {
                        return new Page(found, true);
                    }
                    found.add(record);
                }
            }
        }
        return new Page(found, false);
    }

    /** The newest moment of which the log can tell by now. */
    private Instant told(GraphCall call) {
        return directory.clock().now().minus(policy.delay()).minus(call.lag());
    }

    private List<AuditRecord> told(Dated dated, Instant until) {
        return dated.moment().isAfter(until) ? List.of() : trail.of(dated);
    }

    private static boolean descending(GraphCall call) {
        String order = call.options().get("$orderby");
        return switch (order == null ? "" : order.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ")) {
            case "", "activitydatetime desc" -> true;
            case "activitydatetime", "activitydatetime asc" -> false;
            default -> throw unsortable(order);
        };
    }

    private static QueryRefused unsortable(@Nullable String order) {
        return QueryRefused.unsupported("Unsupported sort property '" + order + "' for 'directoryAudit'.");
    }
}
