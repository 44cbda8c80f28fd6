package dev.shisa.sandbox.directory;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is stored about a user. The labels of those that Graph also has are Graph's; the change log on disk
 * uses the labels, so a label never changes its meaning.
 */
public enum UserField {
    // @formatter:off
    USER_PRINCIPAL_NAME("userPrincipalName", Kind.TEXT),
    DISPLAY_NAME("displayName", Kind.TEXT),
    GIVEN_NAME("givenName", Kind.TEXT),
    SURNAME("surname", Kind.TEXT),
    MAIL("mail", Kind.TEXT),
    MAIL_NICKNAME("mailNickname", Kind.TEXT),
    PROXY_ADDRESSES("proxyAddresses", Kind.TEXTS),
    OTHER_MAILS("otherMails", Kind.TEXTS),
    ACCOUNT_ENABLED("accountEnabled", Kind.FLAG),
    USER_TYPE("userType", Kind.TEXT),
    ON_PREMISES_SYNC_ENABLED("onPremisesSyncEnabled", Kind.FLAG),
    ON_PREMISES_IMMUTABLE_ID("onPremisesImmutableId", Kind.TEXT),
    MANAGEMENT_RESTRICTED("isManagementRestricted", Kind.FLAG),
    CREATED("createdDateTime", Kind.TEXT),
    DELETED("deletedDateTime", Kind.TEXT),
    DEPARTMENT("department", Kind.TEXT),
    JOB_TITLE("jobTitle", Kind.TEXT),
    USAGE_LOCATION("usageLocation", Kind.TEXT),
    COMPANY_NAME("companyName", Kind.TEXT),
    EMPLOYEE_ID("employeeId", Kind.TEXT),
    OFFICE_LOCATION("officeLocation", Kind.TEXT),
    MOBILE_PHONE("mobilePhone", Kind.TEXT),
    BUSINESS_PHONES("businessPhones", Kind.TEXTS),
    PREFERRED_LANGUAGE("preferredLanguage", Kind.TEXT),
    CITY("city", Kind.TEXT),
    COUNTRY("country", Kind.TEXT),
    STATE("state", Kind.TEXT),
    STREET_ADDRESS("streetAddress", Kind.TEXT),
    POSTAL_CODE("postalCode", Kind.TEXT),
    PASSWORD_CHANGED("lastPasswordChangeDateTime", Kind.TEXT),
    SESSIONS_VALID_FROM("signInSessionsValidFromDateTime", Kind.TEXT),
    SHOW_IN_ADDRESS_LIST("showInAddressList", Kind.FLAG),
    MANAGER("manager", Kind.TEXT),
    GROUPS("groups", Kind.TEXTS),
    /** Object ids of the groups that the user owns. */
    OWNED("ownedGroups", Kind.TEXTS),
    APP_ROLES("appRoleAssignments", Kind.APP_ROLES),
    ASSIGNMENTS("assignments", Kind.ASSIGNMENTS),
    FORMER_PLANS("formerPlans", Kind.TEXTS),
    RETIRED_PLANS("retiredPlans", Kind.TEXTS),
    MAILBOX("mailbox", Kind.MAILBOX),
    /** How far a migration of the mailbox has come, in Exchange's words; without a value when there is none. */
    MIGRATION("migration", Kind.TEXT),
    PURGED("purged", Kind.FLAG);
    // @formatter:on

    /** How a field is stored. Times are text in UTC with whole seconds, so that their order is that of the text. */
    public enum Kind {
        TEXT,
        FLAG,
        TEXTS,
        ASSIGNMENTS,
        APP_ROLES,
        MAILBOX
    }

    private static final Map<String, UserField> BY_LABEL = new HashMap<>();

    static {
        for (UserField field : values()) {
            BY_LABEL.put(field.label, field);
        }
    }

    private final String label;
    private final Kind kind;

    UserField(String label, Kind kind) {
        this.label = label;
        this.kind = kind;
    }

    /** The name in the change log. */
    public String label() {
        return label;
    }

    public Kind kind() {
        return kind;
    }

    /** Where a user keeps the value in memory; never stored. */
    @SuppressWarnings("EnumOrdinal")
    int slot() {
        return ordinal();
    }

    /** The field of that label, or null. */
    public static @Nullable UserField labelled(String label) {
        return BY_LABEL.get(label);
    }
}
