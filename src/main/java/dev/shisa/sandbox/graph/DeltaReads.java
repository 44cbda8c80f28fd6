package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.Identity;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.query.DeltaToken;
import dev.shisa.sandbox.query.QueryRefused;
import dev.shisa.sandbox.query.Schema;
import dev.shisa.sandbox.wire.Answer;
import dev.shisa.sandbox.wire.JsonValues;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** {@code /users/delta}: all users, then what changed. The selection travels in the links. */
final class DeltaReads {

    private static final int PAGE = 200;

    /** What a page holds, and where the next one begins; null: the round is over. */
    private record Page(List<User> users, @Nullable DeltaToken next) {
    }

    private final Directory directory;
    private final UserViews views;

    DeltaReads(Directory directory, UserViews views) {
        this.directory = directory;
        this.views = views;
    }

    void offerOn(Routes routes) {
        routes.get("users/delta", Permissions.READ_USERS, this::delta);
    }

    private Answer delta(GraphCall call) {
        call.options().offering("$select", "$skiptoken", "$deltatoken");
        String select = call.options().get("$select");
        List<Schema.Property<User>> selected = select == null
                ? UserSchema.SCHEMA.common()
                : UserSchema.SCHEMA.select(select, true);
        Page page = page(call);
        String parameter = page.next() == null ? "$deltatoken" : "$skiptoken";
        DeltaToken token = page.next() == null ? DeltaToken.since(reach(call)) : page.next();
        URI elsewhere = page.next() == null ? null : call.nextLink();
        String link = elsewhere != null
                ? elsewhere.toString()
                : call.root() + call.rawPath() + "?" + call.options().with(parameter, token.encode());
        return Replies.object(call, 200, generator -> {
            Replies.context(call, generator, "users" + (select == null ? "" : Replies.chosen(selected)));
            generator.writeStringProperty(page.next() == null ? "@odata.deltaLink" : "@odata.nextLink", link);
            generator.writeName("value");
            generator.writeStartArray();
            page.users().forEach(user -> write(generator, views.withLicences(user), selected));
            generator.writeEndArray();
        });
    }

    /** The newest change that this answer may know of: the round's end, or for a lagging one an earlier change. */
    private long reach(GraphCall call) {
        String skip = call.options().get("$skiptoken");
        if (skip != null) {
            return DeltaToken.decode(skip).end();
        }
        if (call.lag().isZero()) {
            return directory.history().last();
        }
        Instant then = directory.clock().now().minus(call.lag());
        return directory.history().lastAt(then);
    }

    private Page page(GraphCall call) {
        String delta = call.options().get("$deltatoken");
        if ("latest".equalsIgnoreCase(delta)) {
            return new Page(List.of(), null);
        }
        String skip = call.options().get("$skiptoken");
        if (delta != null && skip != null) {
            throw QueryRefused.bad("$deltatoken and $skiptoken cannot be used together.");
        }
        DeltaToken from = skip != null
                ? DeltaToken.decode(skip)
                : delta != null ? DeltaToken.decode(delta).round(reach(call)) : DeltaToken.full(reach(call));
        return from.isFull() ? fullPage(from) : changedPage(from);
    }

    private Page fullPage(DeltaToken from) {
        List<User> users = new ArrayList<>();
        for (Map.Entry<String, User> entry : directory.active().tailMap(from.lastId(), false).entrySet()) {
            if (users.size() == PAGE) {
                return new Page(users, from.after(users.getLast().id()));
            }
            users.add(entry.getValue());
        }
        return new Page(users, null);
    }

    private Page changedPage(DeltaToken from) {
        List<User> users = new ArrayList<>();
        Iterator<String> ids = directory.history().changedBetween(from.start(), from.end())
                .tailSet(from.lastId(), false)
                .iterator();
        while (ids.hasNext()) {
            String id = ids.next();
            if (users.size() == PAGE) {
                return new Page(users, from.after(users.getLast().id()));
            }
            User user = directory.everKnown(id);
            if (user != null) {
                users.add(user);
            }
        }
        return new Page(users, null);
    }

    private static void write(JsonGenerator generator, User user, List<Schema.Property<User>> selected) {
        generator.writeStartObject();
        if (user.identity() == Identity.ACTIVE) {
            Replies.properties(generator, user, selected);
            if (selected.stream().noneMatch(property -> property.name().equals("id"))) {
                generator.writeStringProperty("id", user.id());
            }
        } else {
            generator.writeStringProperty("id", user.id());
            generator.writeName("@removed");
            JsonValues.write(generator,
                    Map.of("reason", user.identity() == Identity.SOFT_DELETED ? "changed" : "deleted"));
        }
        generator.writeEndObject();
    }
}
