package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.Identity;
import dev.shisa.sandbox.directory.User;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The users as a listing shows them: as they are, or as they were a while ago. */
final class LaggedViews {

    private LaggedViews() {
    }

    static NavigableMap<String, User> active(Directory directory, GraphCall call) {
        return view(directory, call, directory.active(), Identity.ACTIVE);
    }

    static NavigableMap<String, User> deleted(Directory directory, GraphCall call) {
        return view(directory, call, directory.deleted(), Identity.SOFT_DELETED);
    }

    private static NavigableMap<String, User> view(Directory directory, GraphCall call,
            NavigableMap<String, User> current, Identity wanted) {
        if (call.lag().isZero()) {
            return current;
        }
        NavigableMap<String, User> then = new TreeMap<>(current);
        Map<String, Optional<User>> earlier = directory.history().stateAt(directory.clock().now().minus(call.lag()));
        earlier.forEach((id, user) -> {
            if (user.isPresent() && user.get().identity() == wanted) {
                then.put(id, user.get());
            } else {
                then.remove(id);
            }
        });
        return then;
    }
}
