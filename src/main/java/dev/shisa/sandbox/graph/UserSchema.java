package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.directory.Mailbox;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import dev.shisa.sandbox.query.Schema;
import dev.shisa.sandbox.query.Schema.Reach;
import java.util.List;
import java.util.Map;

/** The properties of {@code microsoft.graph.user}. */
final class UserSchema {

    /** Sortable in lists. */
    static final List<String> SORTABLE = List.of("displayName", "userPrincipalName");

    /** Compared by {@code ge} and {@code le} (Graph v1.0, resource type user, properties). */
    private static final List<String> ORDERED = List.of("city", "companyName", "country", "department", "displayName",
            "employeeId", "givenName", "jobTitle", "mail", "mailNickname", "mobilePhone", "officeLocation",
            "onPremisesImmutableId", "postalCode", "preferredLanguage", "state", "surname", "usageLocation",
            "userPrincipalName");

    /** Properties that every user has but that this tenant never fills. */
    private static final List<String> EMPTY = List.of("ageGroup", "consentProvidedForMinor", "creationType",
            "employeeHireDate", "employeeLeaveDateTime", "employeeOrgData", "employeeType", "externalUserState",
            "externalUserStateChangeDateTime", "faxNumber", "imAddresses", "isResourceAccount",
            "legalAgeGroupClassification", "onPremisesDistinguishedName", "onPremisesDomainName",
            "onPremisesExtensionAttributes", "onPremisesLastSyncDateTime", "onPremisesProvisioningErrors",
            "onPremisesSamAccountName", "onPremisesSecurityIdentifier", "onPremisesUserPrincipalName",
            "passwordPolicies", "passwordProfile", "preferredDataLocation", "securityIdentifier",
            "serviceProvisioningErrors");

    /** What Graph offers for one user only. */
    private static final List<String> SINGLE = List.of("aboutMe", "birthday", "hireDate", "interests",
            "mailboxSettings", "mySite", "pastProjects", "preferredName", "responsibilities", "schools", "skills");

    /** From which fields a property is made that has not the name of the one that it is made from. */
    private static final Map<String, List<UserField>> MADE_FROM = Map.of("assignedLicenses",
            List.of(UserField.ASSIGNMENTS), "assignedPlans",
            List.of(UserField.ASSIGNMENTS, UserField.FORMER_PLANS, UserField.RETIRED_PLANS), "provisionedPlans",
            List.of(UserField.ASSIGNMENTS, UserField.FORMER_PLANS, UserField.RETIRED_PLANS),
            "licenseAssignmentStates", List.of(UserField.ASSIGNMENTS));

    static final Schema<User> SCHEMA = build();

    private UserSchema() {
    }

    /** Whether all users that are like this one have the same value. */
    static boolean shared(Schema.Property<User> property, User user) {
        UserField field = UserField.labelled(property.name());
        List<UserField> fields = field == null ? MADE_FROM.get(property.name()) : List.of(field);
        return fields == null ? EMPTY.contains(property.name()) : fields.stream().allMatch(user::shares);
    }

    private static Schema<User> build() {
        Schema.Builder<User> schema = Schema.<User>named("user");
        texts(schema, Reach.COMMON, UserField.BUSINESS_PHONES);
        for (UserField field : List.of(UserField.DISPLAY_NAME, UserField.GIVEN_NAME, UserField.JOB_TITLE,
                UserField.MAIL, UserField.MOBILE_PHONE, UserField.OFFICE_LOCATION, UserField.PREFERRED_LANGUAGE,
                UserField.SURNAME, UserField.USER_PRINCIPAL_NAME)) {
            text(schema, Schema.Type.TEXT, Reach.COMMON, field);
        }
        schema.add("id", Schema.Type.TEXT, Reach.COMMON, User::id);
        for (UserField field : List.of(UserField.MAIL_NICKNAME, UserField.USER_TYPE,
                UserField.ON_PREMISES_IMMUTABLE_ID, UserField.DEPARTMENT, UserField.USAGE_LOCATION,
                UserField.COMPANY_NAME, UserField.EMPLOYEE_ID, UserField.CITY, UserField.COUNTRY, UserField.STATE,
                UserField.POSTAL_CODE)) {
            text(schema, Schema.Type.TEXT, Reach.SELECTED, field);
        }
        text(schema, Schema.Type.TEXT, Reach.UNFILTERED, UserField.STREET_ADDRESS);
        text(schema, Schema.Type.DATE, Reach.SELECTED, UserField.CREATED);
        text(schema, Schema.Type.DATE, Reach.SELECTED, UserField.DELETED);
        text(schema, Schema.Type.DATE, Reach.UNFILTERED, UserField.PASSWORD_CHANGED);
        text(schema, Schema.Type.DATE, Reach.UNFILTERED, UserField.SESSIONS_VALID_FROM);
        flags(schema);
        texts(schema, Reach.SELECTED, UserField.PROXY_ADDRESSES);
        texts(schema, Reach.SELECTED, UserField.OTHER_MAILS);
        licences(schema);
        schema.add("identities", Schema.Type.OBJECTS, Reach.UNFILTERED, UserSchema::identities);
        EMPTY.forEach(name -> schema.add(name, Schema.Type.OBJECT, Reach.UNFILTERED, user -> null));
        SINGLE.forEach(name -> schema.add(name, Schema.Type.OBJECT, Reach.SINGLE, user -> single(name, user)));
        return schema.ordered(ORDERED).build();
    }

    private static void flags(Schema.Builder<User> schema) {
        schema.add("accountEnabled", Schema.Type.FLAG, Reach.SELECTED, user -> user.value(UserField.ACCOUNT_ENABLED));
        schema.add("onPremisesSyncEnabled", Schema.Type.FLAG, Reach.SELECTED,
                user -> user.value(UserField.ON_PREMISES_SYNC_ENABLED));
        schema.add("isManagementRestricted", Schema.Type.FLAG, Reach.UNFILTERED,
                user -> user.value(UserField.MANAGEMENT_RESTRICTED));
        schema.add("showInAddressList", Schema.Type.FLAG, Reach.UNFILTERED,
                user -> user.value(UserField.SHOW_IN_ADDRESS_LIST));
    }

    private static void licences(Schema.Builder<User> schema) {
        schema.objects("assignedLicenses", Reach.SELECTED, Map.of("skuId", Schema.Type.GUID),
                LicenceViews::assignedLicenses);
        schema.objects("assignedPlans", Reach.SELECTED, Map.of("servicePlanId", Schema.Type.GUID, "capabilityStatus",
                Schema.Type.TEXT, "service", Schema.Type.TEXT, "assignedDateTime", Schema.Type.DATE),
                LicenceViews::assignedPlans);
        schema.objects("provisionedPlans", Reach.SELECTED,
                Map.of("capabilityStatus", Schema.Type.TEXT, "provisioningStatus",
                        Schema.Type.TEXT, "service", Schema.Type.TEXT),
                LicenceViews::provisionedPlans);
        schema.objects("licenseAssignmentStates", Reach.UNFILTERED, Map.of(), LicenceViews::assignmentStates);
    }

    private static Object identities(User user) {
        String name = user.principalName();
        return List.of(Map.of("signInType", "userPrincipalName", "issuer",
                name.substring(name.indexOf('@') + 1), "issuerAssignedId", name));
    }

    private static @org.jspecify.annotations.Nullable Object single(String name, User user) {
        Mailbox mailbox = user.mailbox();
        return name.equals("mailboxSettings") && mailbox != null && mailbox.present()
                ? MailboxReads.settings(mailbox)
                : null;
    }

    private static void text(Schema.Builder<User> schema, Schema.Type type, Reach reach, UserField field) {
        schema.add(field.label(), type, reach, user -> user.text(field));
    }

    private static void texts(Schema.Builder<User> schema, Reach reach, UserField field) {
        schema.add(field.label(), Schema.Type.TEXTS, reach, user -> user.texts(field));
    }
}
