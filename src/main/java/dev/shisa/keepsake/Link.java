package dev.shisa.keepsake;

import java.util.Comparator;

/**
 * The other end of something that ties an account to another object: a group, a manager, a report, something owned.
 *
 * @param id object id of the other end
 * @param name its display name, as it was read; for people only, and never trusted
 * @param kind what it is, as far as it decides who may tie it again
 */
public record Link(String id, String name, Kind kind) implements Comparable<Link> {
    private static final Comparator<Link> ORDER = Comparator.comparing(Link::name).thenComparing(Link::id)
            .thenComparing(Link::kind);

    /** What the other end is. */
    public enum Kind {
        /** A group whose members Graph lets anybody with the right set. */
        GROUP("group"),
        /** A group whose members a rule decides. */
        DYNAMIC_GROUP("dynamic-group"),
        /** A group that is kept on-premises. */
        SYNCED_GROUP("synced-group"),
        /** A distribution or mail-enabled security group: its members are set at Exchange. */
        MAIL_GROUP("mail-group"),
        /** A group that may hold roles: whoever joins it gains them. */
        ROLE_GROUP("role-group"),
        /** A directory role. */
        ROLE("role"),
        /** An administrative unit. */
        ADMINISTRATIVE_UNIT("administrative-unit"),
        /** An application. */
        APPLICATION("application"),
        /** A service principal. */
        SERVICE_PRINCIPAL("service-principal"),
        /** An account. */
        PERSON("person"),
        /** An account that is kept on-premises. */
        SYNCED_PERSON("synced-person"),
        /** A contact. */
        CONTACT("contact"),
        /** Something else. */
        OTHER("other");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The kind as files and people write it. */
        public String label() {
            return label;
        }
    }

    @Override
    public int compareTo(Link other) {
        return ORDER.compare(this, other);
    }
}
