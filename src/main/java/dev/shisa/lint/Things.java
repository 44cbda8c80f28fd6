package dev.shisa.lint;

import java.util.Locale;
import java.util.Set;

/** Of what kind commands' objects are. */
final class Things {
    private static final Set<String> PEOPLE = Set.of("user", "mailbox", "mailuser", "guest");

    /** What the recycle bin of the directory holds. */
    private static final Set<String> DIRECTORY = Set.of("person", "group", "team", "app");

    private Things() {
    }

    /** Whether one command removes what the other removes for good. */
    static boolean areSame(Call removal, Call purge) {
        boolean removes = removal.has(Mark.Kind.IDENTITY_DESTROYED) || removal.has(Mark.Kind.OBJECT_REMOVED)
                || removal.has(Mark.Kind.CONTENT_DESTROYED)
                || removal.cmdlet().map(cmdlet -> cmdlet.action() == Action.REMOVE).orElse(false);
        if (!removes) {
            return false;
        }
        String kind = kind(purge.name());
        String removed = kind(removal.name());
        return kind.equals("directory") ? DIRECTORY.contains(removed) : kind.equals(removed);
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
