package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.query.Schema;
import dev.shisa.sandbox.wire.JsonBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the chosen properties of the users of one page: what a user has in common with others is turned into JSON once.
 * Used by one thread, for one answer.
 */
final class UserWriter {

    /** A piece of JSON and the property whose value follows it. */
    @SuppressWarnings("ArrayRecordComponent") // never changed and never compared
    private record Step(byte[] before, Schema.Property<User> property) {
    }

    /** How users of one likeness are written. */
    @SuppressWarnings("ArrayRecordComponent") // never changed and never compared
    private record Plan(List<Step> steps, byte[] end) {
    }

    private final List<Schema.Property<User>> selected;
    private final Map<User.Likeness, Plan> plans = new HashMap<>();

    UserWriter(List<Schema.Property<User>> selected) {
        this.selected = selected;
    }

    void write(JsonBuffer out, User user) {
        Plan plan = plans.computeIfAbsent(user.likeness(), key -> plan(user));
        for (Step step : plan.steps()) {
            out.raw(step.before()).value(step.property().read().apply(user));
        }
        out.raw(plan.end());
    }

    private Plan plan(User user) {
        List<Step> steps = new ArrayList<>();
        JsonBuffer known = new JsonBuffer(256).raw('{');
        boolean first = true;
        for (Schema.Property<User> property : selected) {
            known.raw(((first ? "\"" : ",\"") + property.name() + "\":").getBytes(StandardCharsets.US_ASCII));
            first = false;
            if (UserSchema.shared(property, user)) {
                known.value(property.read().apply(user));
            } else {
                steps.add(new Step(known.toBytes(), property));
                known = new JsonBuffer(256);
            }
        }
        return new Plan(List.copyOf(steps), known.raw('}').toBytes());
    }
}
