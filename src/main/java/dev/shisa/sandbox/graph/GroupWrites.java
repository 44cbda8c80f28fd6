package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.Group;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import dev.shisa.sandbox.wire.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Putting users into groups and taking them out. Groups inside groups belong to the seed and do not change. */
final class GroupWrites {

    private static final Pattern REFERENCE = Pattern
            .compile("https?://[^/]+/v1\\.0/(?:directoryObjects|users)[/(]'?([0-9a-fA-F-]{36})'?\\)?");

    private final Directory directory;
    private final GroupReads groups;
    private final Writes writes;

    GroupWrites(GroupReads groups, Writes writes) {
        this.directory = writes.directory();
        this.groups = groups;
        this.writes = writes;
    }

    void offerOn(Routes routes) {
        routes.offer("POST", "groups/{group}/members/$ref", Permissions.WRITE_GROUPS, this::add);
        routes.offer("DELETE", "groups/{group}/members/{member}/$ref", Permissions.WRITE_GROUPS, this::remove);
    }

    private Answer add(GraphCall call) {
        Matcher matcher = REFERENCE.matcher(call.json(false).path("@odata.id").asString(""));
        if (!matcher.matches()) {
            throw GraphProblem.badRequest("Invalid URL format specified in @odata.id.");
        }
        return directory.exclusively(() -> {
            Group group = groups.group(call);
            User user = member(matcher.group(1));
            if (user.texts(UserField.GROUPS).contains(group.id())) {
                throw GraphProblem.badRequest("One or more added object references already exist for the following "
                        + "modified properties: 'members'.");
            }
            writes.accept(call, user, Writes.Kind.NEUTRAL, target -> {
                List<String> ids = new ArrayList<>(target.texts(UserField.GROUPS));
                ids.add(group.id());
                return target.with(UserField.GROUPS, List.copyOf(ids));
            });
            return Replies.noContent();
        });
    }

    private Answer remove(GraphCall call) {
        return directory.exclusively(() -> {
            Group group = groups.group(call);
            User user = member(call.parameter("member"));
            if (!user.texts(UserField.GROUPS).contains(group.id())) {
                throw GraphProblem.notFound(call.parameter("member"));
            }
            writes.accept(call, user, Writes.Kind.NEUTRAL, target -> target.with(UserField.GROUPS,
                    target.texts(UserField.GROUPS).stream().filter(id -> !id.equals(group.id())).toList()));
            return Replies.noContent();
        });
    }

    private User member(String id) {
        User user = directory.active().get(id.toLowerCase(java.util.Locale.ROOT));
        if (user == null) {
            throw GraphProblem.notFound(id);
        }
        return user;
    }
}
