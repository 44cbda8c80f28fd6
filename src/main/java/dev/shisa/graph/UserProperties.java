package dev.shisa.graph;

import java.util.ArrayList;
import java.util.List;

/** What is asked for of a user object. */
final class UserProperties {
    /** In the order in which they go into the profile's digest; a change here changes every digest. */
    static final List<String> PROFILE = List.of("displayName", "givenName", "surname", "department", "jobTitle",
            "companyName", "employeeId", "officeLocation", "mobilePhone", "businessPhones", "preferredLanguage",
            "usageLocation", "otherMails");

    private static final List<String> WATCHED = List.of("id", "userPrincipalName", "mail", "proxyAddresses",
            "accountEnabled", "userType", "onPremisesSyncEnabled", "isManagementRestricted", "assignedLicenses",
            "licenseAssignmentStates", "lastPasswordChangeDateTime");

    private UserProperties() {
    }

    static String[] forUser() {
        return names().toArray(String[]::new);
    }

    static String[] forDeletedUser() {
        return new String[]{"id", "userPrincipalName", "displayName", "userType", "onPremisesSyncEnabled",
                "isManagementRestricted", "deletedDateTime"};
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(WATCHED);
        names.addAll(PROFILE);
        return names;
    }
}
