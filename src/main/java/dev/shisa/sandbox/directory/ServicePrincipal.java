package dev.shisa.sandbox.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application that users can be assigned to.
 *
 * @param id    object id in this tenant
 * @param appId client id
 * @param roles what users can be to it; empty when it knows only {@link AppRoleAssignment#DEFAULT_ROLE}
 */
public record ServicePrincipal(String id, String appId, String displayName, List<Role> roles) {

    /** A role that the application has declared. */
    public record Role(String id, String value, String displayName) {
    }

    public ServicePrincipal {
        roles = List.copyOf(roles);
    }

    /** The declared role of that id, or null. */
    public @Nullable Role role(String roleId) {
        for (Role role : roles) {
            if (role.id().equals(roleId)) {
                return role;
            }
        }
        return null;
    }

    /** Whether users can be assigned under that role id. */
    public boolean assignable(String roleId) {
        return roles.isEmpty() ? roleId.equals(AppRoleAssignment.DEFAULT_ROLE) : role(roleId) != null;
    }
}
