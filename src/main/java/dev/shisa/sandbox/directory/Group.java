package dev.shisa.sandbox.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group. Who is in it and who owns it stands with the users; only groups inside groups stand here.
 *
 * @param parents        groups that this group is a member of
 * @param licences       products that the group gives to its members
 * @param kind           who decides on its members
 * @param membershipRule the rule of a dynamic group; null for every other
 */
public record Group(String id, String displayName, String mailNickname, String description, List<String> parents,
        List<String> licences, Kind kind, @Nullable String membershipRule, String created) {

    /** Who decides on a group's members. */
    public enum Kind {
        /** Administrators and applications. */
        ASSIGNED,
        /** The same, if they may manage roles: roles may be assigned to the group. */
        ROLE_ASSIGNABLE,
        /** A rule. */
        DYNAMIC,
        /** A directory on premises. */
        SYNCED
    }

    public Group {
        parents = List.copyOf(parents);
        licences = List.copyOf(licences);
    }

    /** A group inside no other, without a rule. */
    public static Group of(String id, String displayName, String mailNickname, String description,
            List<String> licences, Kind kind, String created) {
        return new Group(id, displayName, mailNickname, description, List.of(), licences, kind, null, created);
    }

    /** The same, with members by a rule. */
    public Group ruledBy(String rule) {
        return new Group(id, displayName, mailNickname, description, parents, licences, Kind.DYNAMIC, rule, created);
    }

    /** Whether roles may be assigned to the group. */
    public boolean roleAware() {
        return kind == Kind.ROLE_ASSIGNABLE;
    }
}
