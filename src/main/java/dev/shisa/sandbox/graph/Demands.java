package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.fault.Demand;
import dev.shisa.sandbox.query.Options;
import dev.shisa.sandbox.query.QueryRefused;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a request asks of the quotas, by the table of base costs in "Microsoft Graph service-specific throttling limits".
 * The parts of a batch ask, the batch around them does not. Pure.
 */
final class Demands {

    private static final Set<String> OF_MAILBOX = Set.of("mailboxsettings", "mailfolders", "messages", "events",
            "calendar", "calendars", "contacts", "contactfolders", "settings", "sendmail");
    private static final Set<String> OF_USER_TWO = Set.of("licensedetails", "memberof", "ownedobjects",
            "transitivememberof");
    /** A page below this size costs less. */
    private static final int SMALL_PAGE = 20;

    private Demands() {
    }

    static Demand of(GraphCall call) {
        List<String> segments = call.segments().stream().map(segment -> segment.toLowerCase(Locale.ROOT)).toList();
        String first = at(segments, 0);
        String application = call.caller().clientId();
        if (first.isEmpty() || first.equals("$batch") || first.equals("admin")) {
            return new Demand.Free();
        }
        if (first.equals("auditlogs") || first.equals("reports")) {
            return new Demand.OfReports(application);
        }
        if (first.equals("users") && OF_MAILBOX.contains(at(segments, 2))) {
            String account = call.account();
            return new Demand.OfMailbox(application, account == null ? at(segments, 1) : account);
        }
        boolean lookup = first.equals("directoryobjects") && at(segments, 1).equals("getbyids");
        return new Demand.OfDirectory(application, Math.max(1, base(call.method(), segments, lookup) + options(call)),
                call.method().equals("GET") || lookup ? 0 : 1);
    }

    private static int base(String method, List<String> segments, boolean lookup) {
        if (lookup) {
            return 5;
        }
        if (!method.equals("GET")) {
            return 1;
        }
        return switch (at(segments, 0)) {
            case "users" -> ofUsers(segments);
            case "groups" -> ofGroups(segments);
            case "subscribedskus" -> 3;
            case "serviceprincipals" -> at(segments, 2).equals("approleassignments") ? 2 : 1;
            default -> 1;
        };
    }

    private static int ofUsers(List<String> segments) {
        return segments.size() == 1 || OF_USER_TWO.contains(at(segments, 2)) ? 2 : 1;
    }

    private static int ofGroups(List<String> segments) {
        return switch (at(segments, 2)) {
            case "members" -> 3;
            case "transitivemembers" -> 5;
            default -> 1;
        };
    }

    private static int options(GraphCall call) {
        try {
            Options options = call.options();
            return (options.has("$select") ? -1 : 0) + (options.has("$expand") ? 1 : 0) + (small(options) ? -1 : 0);
        } catch (QueryRefused malformed) {
            return 0;
        }
    }

    private static boolean small(Options options) {
        String top = options.get("$top");
        try {
            return top != null && Integer.parseInt(top) < SMALL_PAGE;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    private static String at(List<String> segments, int place) {
        return place < segments.size() ? segments.get(place) : "";
    }
}
