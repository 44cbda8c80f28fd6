package dev.shisa.sandbox.graph;

import java.util.Set;

/** Application permissions of which an operation needs one, least privileged first in Microsoft's reference. */
final class Permissions {

    private static final String DIRECTORY_READ = "Directory.Read.All";
    private static final String DIRECTORY_WRITE = "Directory.ReadWrite.All";
    private static final String USER_WRITE = "User.ReadWrite.All";

    static final Set<String> READ_USERS = Set.of("User.Read.All", USER_WRITE, DIRECTORY_READ, DIRECTORY_WRITE);
    static final Set<String> WRITE_USERS = Set.of(USER_WRITE, DIRECTORY_WRITE);
    static final Set<String> PATCH_USERS = Set.of("User.EnableDisableAccount.All",
            "User-PasswordProfile.ReadWrite.All", USER_WRITE, DIRECTORY_WRITE);
    static final Set<String> ENABLE = Set.of("User.EnableDisableAccount.All", USER_WRITE, DIRECTORY_WRITE);
    static final Set<String> PASSWORDS = Set.of("User-PasswordProfile.ReadWrite.All", DIRECTORY_WRITE);
    static final Set<String> DELETE_USERS = Set.of("User.DeleteRestore.All", USER_WRITE, DIRECTORY_WRITE);
    static final Set<String> LICENSE = Set.of("LicenseAssignment.ReadWrite.All", USER_WRITE, DIRECTORY_WRITE);
    static final Set<String> READ_LICENCES = Set.of("LicenseAssignment.Read.All", "LicenseAssignment.ReadWrite.All",
            "Organization.Read.All", DIRECTORY_READ, DIRECTORY_WRITE, "User.Read.All", USER_WRITE);
    static final Set<String> REVOKE = Set.of("User.RevokeSessions.All", USER_WRITE, DIRECTORY_WRITE);
    static final Set<String> READ_MAILBOX = Set.of("MailboxSettings.Read", "MailboxSettings.ReadWrite");
    static final Set<String> READ_EXCHANGE = Set.of("MailboxFolder.Read.All", "MailboxSettings.Read",
            "MailboxSettings.ReadWrite");
    static final Set<String> READ_ROLES = Set.of("RoleManagement.Read.Directory", "RoleManagement.ReadWrite.Directory",
            DIRECTORY_READ, DIRECTORY_WRITE);
    static final Set<String> READ_GROUPS = Set.of("GroupMember.Read.All", "GroupMember.ReadWrite.All",
            "Group.Read.All", "Group.ReadWrite.All", DIRECTORY_READ, DIRECTORY_WRITE);
    static final Set<String> WRITE_GROUPS = Set.of("GroupMember.ReadWrite.All", "Group.ReadWrite.All",
            DIRECTORY_WRITE);
    static final Set<String> WRITE_OWNERS = Set.of("Group.ReadWrite.All", DIRECTORY_WRITE);
    /** Needed besides, for a group to which roles may be assigned. */
    static final Set<String> WRITE_ROLE_GROUPS = Set.of("RoleManagement.ReadWrite.Directory");
    static final Set<String> READ_APP_ROLES = Set.of(DIRECTORY_READ, "AppRoleAssignment.ReadWrite.All",
            DIRECTORY_WRITE);
    static final Set<String> WRITE_APP_ROLES = Set.of("AppRoleAssignment.ReadWrite.All");
    static final Set<String> READ_TENANT = Set.of("Organization.Read.All", "Domain.Read.All", DIRECTORY_READ,
            DIRECTORY_WRITE, "User.Read.All", USER_WRITE);
    static final Set<String> SEND_MAIL = Set.of("Mail.Send");
    static final Set<String> READ_AUDIT = Set.of("AuditLog.Read.All");
    static final Set<String> READ_HEALTH = Set.of("ServiceHealth.Read.All");

    private Permissions() {
    }
}
