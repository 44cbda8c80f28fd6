package dev.shisa.sandbox.login;

import java.util.Set;

/**
 * What the three applications were granted: the least permissions for shisa's reader and writer, and everything for
 * other clients. Names as in the permissions references of Microsoft Graph and Exchange Online.
 */
public final class Grants {

    /** Exchange's own permission; what it allows there is a matter of roles, here: to read. */
    public static final Set<String> EXCHANGE = Set.of("Exchange.ManageAsApp");

    /** May look at all of it and change nothing. */
    public static final Set<String> READER = Set.of("User.Read.All", "LicenseAssignment.Read.All",
            "RoleManagement.Read.Directory", "AuditLog.Read.All", "MailboxSettings.Read", "MailboxFolder.Read.All",
            "GroupMember.Read.All", "Organization.Read.All", "Domain.Read.All", "ServiceHealth.Read.All",
            "Reports.Read.All", "Directory.Read.All", "Exchange.ManageAsApp");

    /**
     * May delete, restore, license, enable and disable, and end sessions; put back into groups, as members and owners,
     * and into applications; look at the account it changes; and send mail.
     */
    public static final Set<String> WRITER = Set.of("User.Read.All", "User.DeleteRestore.All",
            "LicenseAssignment.ReadWrite.All", "User.EnableDisableAccount.All", "User.RevokeSessions.All",
            "GroupMember.ReadWrite.All", "Group.ReadWrite.All", "AppRoleAssignment.ReadWrite.All", "Mail.Send");

    /** May do everything. */
    public static final Set<String> EVERYTHING = Set.of("Directory.ReadWrite.All", "User.ReadWrite.All",
            "User.DeleteRestore.All", "User.EnableDisableAccount.All", "User.RevokeSessions.All",
            "User-PasswordProfile.ReadWrite.All", "LicenseAssignment.ReadWrite.All", "Group.ReadWrite.All",
            "GroupMember.ReadWrite.All", "AppRoleAssignment.ReadWrite.All", "RoleManagement.ReadWrite.Directory",
            "MailboxSettings.ReadWrite", "Mail.Send",
            "MailboxFolder.Read.All", "AuditLog.Read.All", "Organization.Read.All", "Domain.Read.All",
            "ServiceHealth.Read.All", "Reports.Read.All", "User.Read.All", "Exchange.ManageAsApp");

    private Grants() {
    }
}
