package dev.shisa.sandbox.directory;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Built-in directory roles with their real template ids. */
public enum Role {
    GLOBAL_ADMINISTRATOR("62e90394-69f5-4237-9190-012177145e10", "Global Administrator",
            "Can manage all aspects of Microsoft Entra ID and Microsoft services that use Microsoft Entra identities."),
    USER_ADMINISTRATOR("fe930be7-5e62-47db-91af-98c3a49a38b1", "User Administrator",
            "Can manage all aspects of users and groups, including resetting passwords for limited admins."),
    EXCHANGE_ADMINISTRATOR("29232cdf-9323-42fd-ade2-1d097af3e4de", "Exchange Administrator",
            "Can manage all aspects of the Exchange product."),
    HELPDESK_ADMINISTRATOR("729827e3-9c14-49f7-bb1b-9608f156bbb8", "Helpdesk Administrator",
            "Can reset passwords for non-administrators and Helpdesk Administrators."),
    GLOBAL_READER("f2ef992c-3afb-46b9-b7cf-a126ee74c451", "Global Reader",
            "Can read everything that a Global Administrator can, but not update anything.");

    private final String templateId;
    private final String displayName;
    private final String description;

    Role(String templateId, String displayName, String description) {
        this.templateId = templateId;
        this.displayName = displayName;
        this.description = description;
    }

    public String templateId() {
        return templateId;
    }

    public String displayName() {
        return displayName;
    }

    public String description() {
        return description;
    }

    /** The id of the activated role in this tenant: the template's with other first digits, as ids differ in Graph. */
    public String roleId() {
        return "5a15a0" + templateId.substring(6);
    }

    /** The role whose template has that id in any letter case, or null. */
    public static @Nullable Role template(String id) {
        String wanted = id.toLowerCase(Locale.ROOT);
        for (Role role : values()) {
            if (role.templateId.equals(wanted)) {
                return role;
            }
        }
        return null;
    }
}
