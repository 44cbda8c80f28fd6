package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.User;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Users that a request names by {@code @odata.id} or by object id. */
final class References {

    private static final Pattern REFERENCE = Pattern
            .compile("https?://[^/]+/v1\\.0/(?:directoryObjects|users)[/(]'?([0-9a-fA-F-]{36})'?\\)?");

    private final Directory directory;

    References(Directory directory) {
        this.directory = directory;
    }

    /** The object id in the {@code @odata.id} of the body. */
    static String named(GraphCall call) {
        Matcher matcher = REFERENCE.matcher(call.json(false).path("@odata.id").asString(""));
        if (!matcher.matches()) {
            throw GraphProblem.badRequest("Invalid URL format specified in @odata.id.");
        }
        return matcher.group(1);
    }

    /** The active user of that object id. */
    User user(String id) {
        User user = directory.active().get(id.toLowerCase(Locale.ROOT));
        if (user == null) {
            throw GraphProblem.notFound(id);
        }
        return user;
    }
}
