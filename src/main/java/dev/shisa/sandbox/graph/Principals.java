package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.Group;
import dev.shisa.sandbox.directory.Role;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.query.ListQuery;
import dev.shisa.sandbox.query.Schema;
import dev.shisa.sandbox.wire.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Collections of directory objects of several kinds: members, memberships, owners. */
final class Principals {

    /** A user, a group or a role as a directory object. */
    sealed interface Principal {

        /** A user. */
        record OfUser(User user) implements Principal {
        }

        /** A group. */
        record OfGroup(Group group) implements Principal {
        }

        /** An activated role. */
        record OfRole(Role role) implements Principal {
        }
    }

    private final Directory directory;

    Principals(Directory directory) {
        this.directory = directory;
    }

    /** The active user or the group of that object id, or null. */
    @Nullable
    Principal find(String id) {
        String key = id.toLowerCase(Locale.ROOT);
        User user = directory.active().get(key);
        if (user != null) {
            return new Principal.OfUser(user);
        }
        Group group = directory.groups().get(key);
        return group == null ? null : new Principal.OfGroup(group);
    }

    /** A page of objects of mixed kinds, each with its type; a kind's unknown selected property is left out, as Graph does. */
    Answer list(GraphCall call, NavigableMap<String, Principal> objects) {
        call.options().offering("$select", "$top", "$count", "$skiptoken");
        String select = call.options().get("$select");
        if (select != null) {
            requireKnown(select);
        }
        Schema<Principal> schema = Schema.<Principal>named("directoryObject").build();
        ListQuery<Principal> query = ListQuery.of(call.options().without("$select"), schema, call.eventual(),
                List.of());
        return Listing.mixed(call, query, objects, principal -> writer(call, principal, select));
    }

    private static void requireKnown(String select) {
        for (String name : select.split(",", -1)) {
            boolean known = UserSchema.SCHEMA.property(name.strip()) != null
                    || GroupReads.SCHEMA.property(name.strip()) != null;
            if (!known) {
                UserSchema.SCHEMA.select(name, false);
            }
        }
    }

    private static Consumer<JsonGenerator> writer(GraphCall call, Principal principal, @Nullable String select) {
        return switch (principal) {
            case Principal.OfUser(User user) -> generator -> {
                Replies.type(call, generator, "user");
                Replies.properties(generator, user, selected(UserSchema.SCHEMA, select));
            };
            case Principal.OfGroup(Group group) -> generator -> {
                Replies.type(call, generator, "group");
                Replies.properties(generator, group, selected(GroupReads.SCHEMA, select));
            };
            case Principal.OfRole(Role role) -> generator -> {
                Replies.type(call, generator, "directoryRole");
                for (Map.Entry<String, Object> field : RoleReads.fields(role).entrySet()) {
                    generator.writeStringProperty(field.getKey(), String.valueOf(field.getValue()));
                }
            };
        };
    }

    private static <T> List<Schema.Property<T>> selected(Schema<T> schema, @Nullable String select) {
        if (select == null) {
            return schema.common();
        }
        List<Schema.Property<T>> chosen = new ArrayList<>();
        for (String name : select.split(",", -1)) {
            Schema.Property<T> property = schema.property(name.strip());
            if (property != null) {
                chosen.add(property);
            }
        }
        return chosen;
    }
}
