package dev.shisa.sandbox.directory;

import java.util.List;
import java.util.Map;

/**
 * The first contents of a tenant, as a seed makes them.
 *
 * @param defaultDomain the domain of the accounts
 * @param initialDomain the domain that the tenant was made with
 * @param seats         bought seats per product id
 * @param applications  what users can be assigned to
 * @param users         sorted by id
 */
public record DirectoryContent(String organisation, String defaultDomain, String initialDomain,
        Map<String, Integer> seats, List<Group> groups, List<ServicePrincipal> applications, List<RoleAssignment> roles,
        List<User> users) {
}
