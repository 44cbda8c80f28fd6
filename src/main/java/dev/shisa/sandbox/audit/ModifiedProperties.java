package dev.shisa.sandbox.audit;

import dev.shisa.sandbox.audit.AuditRecord.Modified;
import dev.shisa.sandbox.directory.AppRoleAssignment;
import dev.shisa.sandbox.directory.Assignment;
import dev.shisa.sandbox.directory.Group;
import dev.shisa.sandbox.directory.Role;
import dev.shisa.sandbox.directory.ServicePlan;
import dev.shisa.sandbox.directory.ServicePrincipal;
import dev.shisa.sandbox.directory.Sku;
import dev.shisa.sandbox.directory.Skus;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import dev.shisa.sandbox.wire.JsonValues;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What changed, under the names of the directory's own schema. Pure. */
final class ModifiedProperties {

    /** What "Update user" tells of. The usage location is not told, in Entra either. */
    private static final Map<UserField, String> NAMES = names();

    private ModifiedProperties() {
    }

    private static Map<UserField, String> names() {
        Map<UserField, String> names = new LinkedHashMap<>();
        names.put(UserField.USER_PRINCIPAL_NAME, "UserPrincipalName");
        names.put(UserField.DISPLAY_NAME, "DisplayName");
        names.put(UserField.GIVEN_NAME, "GivenName");
        names.put(UserField.SURNAME, "Surname");
        names.put(UserField.MAIL, "Mail");
        names.put(UserField.MAIL_NICKNAME, "MailNickname");
        names.put(UserField.PROXY_ADDRESSES, "ProxyAddresses");
        names.put(UserField.OTHER_MAILS, "OtherMail");
        names.put(UserField.USER_TYPE, "UserType");
        names.put(UserField.ON_PREMISES_IMMUTABLE_ID, "SourceAnchor");
        names.put(UserField.DEPARTMENT, "Department");
        names.put(UserField.JOB_TITLE, "JobTitle");
        names.put(UserField.COMPANY_NAME, "CompanyName");
        names.put(UserField.EMPLOYEE_ID, "EmployeeId");
        names.put(UserField.OFFICE_LOCATION, "PhysicalDeliveryOfficeName");
        names.put(UserField.MOBILE_PHONE, "Mobile");
        names.put(UserField.BUSINESS_PHONES, "TelephoneNumber");
        names.put(UserField.PREFERRED_LANGUAGE, "PreferredLanguage");
        names.put(UserField.CITY, "City");
        names.put(UserField.COUNTRY, "Country");
        names.put(UserField.STATE, "State");
        names.put(UserField.STREET_ADDRESS, "StreetAddress");
        names.put(UserField.POSTAL_CODE, "PostalCode");
        names.put(UserField.SHOW_IN_ADDRESS_LIST, "ShowInAddressList");
        names.put(UserField.MANAGER, "Manager");
        return names;
    }

    /** Plain properties that differ. */
    static List<Modified> plain(@Nullable User before, User after) {
        List<Modified> modified = new ArrayList<>();
        NAMES.forEach((field, name) -> one(name, field, before, after, modified));
        return modified;
    }

    static List<Modified> one(String name, UserField field, @Nullable User before, User after) {
        List<Modified> modified = new ArrayList<>();
        one(name, field, before, after, modified);
        return modified;
    }

    private static void one(String name, UserField field, @Nullable User before, User after, List<Modified> into) {
        Object old = before == null ? null : before.value(field);
        Object now = after.value(field);
        if (!Objects.equals(old, now)) {
            into.add(new Modified(name, array(old), array(now)));
        }
    }

    /** The list of the names that stands at the end of "Update user". */
    static Modified included(List<Modified> modified) {
        return new Modified("Included Updated Properties", null,
                text(String.join(", ", modified.stream().map(Modified::name).toList())));
    }

    static List<Modified> licences(@Nullable User before, User after) {
        return List.of(
                new Modified("AssignedLicense", json(before == null ? List.of() : licences(before)),
                        json(licences(after))),
                new Modified("AssignedPlan", json(before == null ? List.of() : plans(before)), json(plans(after))));
    }

    private static List<Object> licences(User user) {
        List<Object> list = new ArrayList<>();
        for (Assignment assignment : user.assignments()) {
            Sku sku = Skus.known(assignment.skuId());
            list.add("[SkuName=" + sku.partNumber() + ", SkuId=" + sku.id() + ", DisabledPlans="
                    + assignment.disabledPlans() + "]");
        }
        return list;
    }

    private static List<Object> plans(User user) {
        List<Object> list = new ArrayList<>();
        for (Assignment assignment : user.assignments()) {
            for (ServicePlan plan : Skus.known(assignment.skuId()).plans()) {
                if (!assignment.disabledPlans().contains(plan.id())) {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("ServiceInstance", plan.service() + "/SHISA-0000");
                    fields.put("CapabilityStatus", 0);
                    fields.put("AssignedTimestamp", assignment.since());
                    fields.put("ServicePlanId", plan.id());
                    list.add(fields);
                }
            }
        }
        return list;
    }

    static List<Modified> group(String id, @Nullable Group group, boolean joined) {
        return List.of(member("Group.ObjectID", id, joined),
                member("Group.DisplayName", group == null ? null : group.displayName(), joined),
                new Modified("Group.WellKnownObjectName", null, null));
    }

    static List<Modified> appRole(AppRoleAssignment assignment, ServicePrincipal.@Nullable Role role, User user,
            boolean granted) {
        return List.of(member("AppRole.Id", assignment.role(), granted),
                member("AppRole.Value", role == null ? null : role.value(), granted),
                member("AppRole.DisplayName", role == null ? null : role.displayName(), granted),
                member("AppRoleAssignment.CreatedDateTime", assignment.since(), granted),
                member("User.ObjectID", user.id(), granted), member("User.UPN", user.principalName(), granted));
    }

    static List<Modified> role(Role role, boolean granted) {
        return List.of(member("Role.ObjectID", role.roleId(), granted),
                member("Role.DisplayName", role.displayName(), granted),
                member("Role.TemplateId", role.templateId(), granted),
                member("Role.WellKnownObjectName", role.displayName().replace(" ", "") + "s", granted));
    }

    private static Modified member(String name, @Nullable String value, boolean added) {
        String text = value == null ? null : text(value);
        return added ? new Modified(name, null, text) : new Modified(name, text, null);
    }

    static String text(String value) {
        return json(value);
    }

    private static String array(@Nullable Object value) {
        return json(value == null ? List.of() : value instanceof List<?> ? value : List.of(value));
    }

    private static String json(Object value) {
        return new String(JsonValues.bytes(value), StandardCharsets.UTF_8);
    }
}
