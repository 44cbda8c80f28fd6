package dev.shisa.sandbox.login;

import java.util.Set;

/**
 * An application that is registered in the tenant.
 *
 * @param principalId object id of its service principal
 * @param roles       application permissions that it was granted, on Graph and on Exchange
 */
public record Application(String name, String clientId, String clientSecret, String principalId, Set<String> roles) {

    public Application {
        roles = Set.copyOf(roles);
    }

    /** Whether it was granted at least one of these. */
    public boolean mayAny(Set<String> permissions) {
        return permissions.stream().anyMatch(roles::contains);
    }

    @Override
    public String toString() {
        return name + " (" + clientId + ")";
    }
}
