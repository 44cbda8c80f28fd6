package dev.shisa.sandbox.life;

import org.jspecify.annotations.Nullable;

/** What happens again and again, and how often by default. Where the rates come from stands in docs/sandbox.md. */
public enum Kind {
    LEAVER_DISABLED("leaver-disabled", 0.05),
    JOINER("joiner", 0.05),
    PASSWORD_CHANGED("password-changed", 0.4),
    ROLE_ACTIVATED("role-activated", 0.02),
    GROUP_RECALCULATED("group-recalculated", 0.2),
    LICENCE_GROUP_RECALCULATED("licence-group-recalculated", 0.05),
    ATTRIBUTES_BLANKED("attributes-blanked", 0.02),
    DELETED_BY_ADMINISTRATOR("deleted-by-administrator", 0.02);

    private final String label;
    private final double usualRate;

    Kind(String label, double usualRate) {
        this.label = label;
        this.usualRate = usualRate;
    }

    /** The name in the life file and in the change log. */
    public String label() {
        return label;
    }

    /** Events per 1,000 accounts and hour, when the file says nothing. */
    public double usualRate() {
        return usualRate;
    }

    /** The kind of that label, or null. */
    static @Nullable Kind labelled(String label) {
        for (Kind kind : values()) {
            if (kind.label.equals(label)) {
                return kind;
            }
        }
        return null;
    }
}
