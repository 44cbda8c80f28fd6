package dev.shisa.sandbox.audit;

import dev.shisa.sandbox.audit.AuditRecord.Activity;

/** The activities that changes here leave, named and sorted as in Microsoft's "audit log categories and activities". */
final class Activities {

    static final Activity ADD_USER = user("Add user", "Add");
    static final Activity UPDATE_USER = user("Update user", "Update");
    static final Activity DELETE_USER = user("Delete user", "Delete");
    static final Activity HARD_DELETE_USER = user("Hard Delete user", "Delete");
    static final Activity RESTORE_USER = user("Restore user", "Update");
    static final Activity ENABLE = user("Enable account", "Update");
    static final Activity DISABLE = user("Disable account", "Update");
    static final Activity LICENSE = user("Change user license", "Update");
    static final Activity OWN_PASSWORD = user("Change user password", "Update");
    static final Activity RESET_PASSWORD = user("Reset user password", "Update");
    static final Activity SESSIONS = user("Update StsRefreshTokenValidFrom Timestamp", "Update");
    static final Activity JOIN = core("Add member to group", "GroupManagement", "Assign");
    static final Activity LEAVE = core("Remove member from group", "GroupManagement", "Unassign");
    static final Activity OWN = core("Add owner to group", "GroupManagement", "Assign");
    static final Activity DISOWN = core("Remove owner from group", "GroupManagement", "Unassign");
    static final Activity MANAGER = user("Set user manager", "Update");
    static final Activity APP_ROLE = user("Add app role assignment grant to user", "Assign");
    static final Activity NO_APP_ROLE = user("Remove app role assignment from user", "Unassign");
    static final Activity GRANT = core("Add member to role", "RoleManagement", "Assign");
    static final Activity REVOKE = core("Remove member from role", "RoleManagement", "Unassign");
    static final Activity ACTIVATED = pim("Add member to role completed (PIM activation)", "Add");
    static final Activity TIME_BOUND = pim("Add member to role in PIM completed (timebound)", "Add");
    static final Activity EXPIRED = pim("Remove member from role (PIM activation expired)", "Delete");

    private Activities() {
    }

    private static Activity user(String name, String operation) {
        return core(name, "UserManagement", operation);
    }

    private static Activity core(String name, String category, String operation) {
        return new Activity(name, category, operation, "Core Directory");
    }

    private static Activity pim(String name, String operation) {
        return new Activity(name, "RoleManagement", operation, "PIM");
    }
}
