package dev.shisa.graph;

import dev.shisa.tenant.Budget.Scope;
import dev.shisa.tenant.Cost;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request takes of the quotas, by the table in "Microsoft Graph service-specific throttling limits": a list of users 2, of what a user belongs to 2,
 * {@code subscribedSkus} 3, members of a group 3 or 5, {@code appRoleAssignments} 2, all else 1; {@code $select} takes one off, {@code $top} below 20 one,
 * {@code $expand} adds one, never less than 1. Pure.
 */
final class RequestCost {
    private static final List<String> OF_MAILBOX = List.of("mailboxsettings", "settings");
    private static final List<String> OF_USER_TWO = List.of("licensedetails", "memberof", "ownedobjects",
            "transitivememberof", "approleassignments");
    private static final Pattern TOP = Pattern.compile("[?&]\\$top=(\\d{1,9})");
    private static final int SMALL_PAGE = 20;

    private RequestCost() {
    }

    /**
     * What one request takes.
     *
     * @param method HTTP method
     * @param url path below the version with its query, both readable or encoded
     */
    static Cost of(String method, String url) {
        String text = url.toLowerCase(Locale.ROOT).replace("%24", "$");
        List<String> segments = Arrays.asList(text.replaceFirst("\\?.*", "").substring(1).split("/"));
        if (isOf(segments, 0, "$batch") || isOf(segments, 0, "admin")) {
            return Cost.NOTHING;
        }
        if (isOf(segments, 0, "auditlogs")) {
            return new Cost(0, 0, 1);
        }
        if (isOf(segments, 0, "users") && segments.size() > 2 && OF_MAILBOX.contains(segments.get(2))) {
            return Cost.NOTHING;
        }
        return method.equals("GET") ? new Cost(Math.max(1, base(segments) + options(text)), 0, 0) : Cost.WRITE;
    }

    /**
     * What counted a request that was refused for now; empty when nothing does that others share.
     *
     * @param cost what it takes
     * @param information what the service says of the limit that was reached, empty when it says nothing
     */
    static Optional<Scope> refusedBy(Cost cost, String information) {
        if (cost.reports() > 0) {
            return Optional.of(Scope.REPORTS);
        }
        if (cost.writes() > 0 && !information.equalsIgnoreCase("ResourceUnitLimitExceeded")) {
            return Optional.of(Scope.WRITES);
        }
        return cost.units() > 0 ? Optional.of(Scope.UNITS) : Optional.empty();
    }

    private static int base(List<String> segments) {
        if (isOf(segments, 0, "users")) {
            boolean two = segments.size() > 2 && OF_USER_TWO.contains(segments.get(2));
            return segments.size() == 1 || two ? 2 : 1;
        }
        if (isOf(segments, 0, "subscribedskus") || isOf(segments, 2, "members")) {
            return 3;
        }
        return isOf(segments, 2, "transitivemembers") ? 5 : 1;
    }

    private static int options(String text) {
        Matcher top = TOP.matcher(text);
        return (text.contains("$select=") ? -1 : 0) + (text.contains("$expand=") ? 1 : 0)
                + (top.find() && Integer.parseInt(top.group(1)) < SMALL_PAGE ? -1 : 0);
    }

    private static boolean isOf(List<String> segments, int place, String word) {
        return place < segments.size() && segments.get(place).equals(word);
    }
}
