package dev.shisa.keepsake;

import java.util.Comparator;

/**
 * A role of an application that is assigned to the account itself.
 *
 * @param resource object id of the application's service principal
 * @param resourceName its display name, as it was read
 * @param role id of the role; all zeros for access without a particular one
 */
public record AppRole(String resource, String resourceName, String role) implements Comparable<AppRole> {
    private static final Comparator<AppRole> ORDER = Comparator.comparing(AppRole::resource)
            .thenComparing(AppRole::role).thenComparing(AppRole::resourceName);

    /** Whether both are the same assignment, whatever the application is called by now. */
    public boolean isSameAs(AppRole other) {
        return resource.equalsIgnoreCase(other.resource) && role.equalsIgnoreCase(other.role);
    }

    @Override
    public int compareTo(AppRole other) {
        return ORDER.compare(this, other);
    }
}
