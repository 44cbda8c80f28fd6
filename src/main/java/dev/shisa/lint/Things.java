package dev.shisa.lint;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Of what kind commands' objects are. */
final class Things {
    private static final Set<String> PEOPLE = Set.of("user", "mailbox", "mailuser", "guest");

    /** What the recycle bin of the directory holds. */
    private static final Set<String> DIRECTORY = Set.of("person", "group", "team", "app");

    private Things() {
    }

    /** The kind of thing that a command removes, so that a second one could remove it for good. */
    static Optional<String> removed(Call call) {
        boolean removes = call.has(Mark.Kind.IDENTITY_DESTROYED) || call.has(Mark.Kind.OBJECT_REMOVED)
                || call.has(Mark.Kind.CONTENT_DESTROYED)
                || call.cmdlet().map(cmdlet -> cmdlet.action() == Action.REMOVE).orElse(false);
        return removes && !call.has(Mark.Kind.PURGES) ? Optional.of(kind(call.name())) : Optional.empty();
    }

    /** The kinds of things that a command may remove for good. */
    static Set<String> purged(Call call) {
        String kind = kind(call.name());
        return kind.equals("directory") ? DIRECTORY : Set.of(kind);
    }

    private static String kind(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        if (small.contains("directory") || small.contains("deleteditem")) {
            return "directory";
        }
        if (PEOPLE.stream().anyMatch(small::contains)) {
            return "person";
        }
        for (String kind : new String[]{"site", "group", "team", "device", "app", "request"}) {
            if (small.contains(kind)) {
                return kind;
            }
        }
        return "content";
    }
}
