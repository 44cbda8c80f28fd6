package dev.shisa.sandbox.directory;

/**
 * A directory role of a principal.
 *
 * @param principal object id of a user or a role-assignable group
 * @param eligible  true: may be activated; false: holds it now
 */
public record RoleAssignment(String id, String principal, Role role, boolean eligible, String created) {
}
