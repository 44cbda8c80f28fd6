package dev.shisa.sandbox.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The products that the sandbox knows, with the identifiers of Microsoft's public list "Product names and service plan
 * identifiers for licensing". Plans that no rule here depends on are left out of the larger products.
 */
public final class Skus {

    private static final ServicePlan EXCHANGE_1 = new ServicePlan("9aaf7827-d63c-4b61-89c3-182f06f82e5c",
            "EXCHANGE_S_STANDARD", "exchange", true);
    private static final ServicePlan EXCHANGE_2 = new ServicePlan("efb87545-963c-4e0d-99df-69c6916d9eb0",
            "EXCHANGE_S_ENTERPRISE", "exchange", true);
    private static final ServicePlan KIOSK = new ServicePlan("4a82b400-a79f-41a4-b4e2-e94f5787b113",
            "EXCHANGE_S_DESKLESS", "exchange", true);
    private static final ServicePlan FOUNDATION = new ServicePlan("113feb6c-3fe4-4440-bddc-54d774bf0318",
            "EXCHANGE_S_FOUNDATION", "exchange", false);
    private static final ServicePlan ARCHIVE = new ServicePlan("176a09a6-7ec5-4039-ac02-b2791c6ba793",
            "EXCHANGE_S_ARCHIVE_ADDON", "exchange", false);
    private static final ServicePlan TEAMS = new ServicePlan("57ff2da0-773e-42df-b2af-ffb7a2317929", "TEAMS1",
            "TeamspaceAPI", false);
    private static final ServicePlan SHAREPOINT_EDU = new ServicePlan("0a4983bb-d3e5-4a09-95d8-b2d0127b3df5",
            "SHAREPOINTSTANDARD_EDU", "SharePoint", false);
    private static final ServicePlan SHAREPOINT = new ServicePlan("5dbe027f-2339-4123-9542-606e4d348a72",
            "SHAREPOINTENTERPRISE", "SharePoint", false);
    private static final ServicePlan WEB_APPS_EDU = new ServicePlan("e03c7e47-402c-463c-ab25-949079bedb21",
            "SHAREPOINTWAC_EDU", "SharePoint", false);
    private static final ServicePlan YAMMER_EDU = new ServicePlan("2078e8df-cff6-4290-98cb-5408261a760a", "YAMMER_EDU",
            "YammerEnterprise", false);
    private static final ServicePlan OFFICE = new ServicePlan("43de0ff5-c92c-492b-9116-175376d08c38",
            "OFFICESUBSCRIPTION", "MicrosoftOffice", false);
    private static final ServicePlan FLOW = new ServicePlan("50e68c76-46c6-4674-81f9-75456511b170", "FLOW_P2_VIRAL",
            "ProcessSimple", false);

    /** Office 365 A1 for students. */
    public static final Sku STUDENT = new Sku("314c4481-f395-4525-be8b-2ec4bb1e9d91", "STANDARDWOFFPACK_STUDENT",
            List.of(EXCHANGE_1, TEAMS, SHAREPOINT_EDU, WEB_APPS_EDU, YAMMER_EDU));
    /** Office 365 A1 for faculty. */
    public static final Sku FACULTY = new Sku("94763226-9b3c-4e75-a931-5c89701abe66", "STANDARDWOFFPACK_FACULTY",
            List.of(EXCHANGE_1, TEAMS, SHAREPOINT_EDU, WEB_APPS_EDU, YAMMER_EDU));
    /** Exchange Online (Plan 1) for alumni with Yammer. */
    public static final Sku ALUMNI = new Sku("aa0f9eb7-eff2-4943-8424-226fb137fcad", "EXCHANGESTANDARD_ALUMNI",
            List.of(EXCHANGE_1, YAMMER_EDU));
    /** Office 365 E3. */
    public static final Sku E3 = new Sku("6fd2c87f-b296-42f0-b197-1e91e994b900", "ENTERPRISEPACK",
            List.of(EXCHANGE_2, SHAREPOINT, TEAMS, OFFICE));
    /** Exchange Online (Plan 1). */
    public static final Sku EXCHANGE = new Sku("4b9405b0-7788-4568-add1-99614e613b69", "EXCHANGESTANDARD",
            List.of(EXCHANGE_1));
    /** Exchange Online Kiosk. */
    public static final Sku DESKLESS = new Sku("80b2d799-d2ba-4d2a-8842-fb0d0f3a4b82", "EXCHANGEDESKLESS",
            List.of(KIOSK));
    /** Power Automate Free: carries the foundation plan, which is no mailbox. */
    public static final Sku FLOW_FREE = new Sku("f30db892-07e9-47e9-837c-80727f46fd3d", "FLOW_FREE",
            List.of(FLOW, FOUNDATION));
    /** Exchange Online Archiving: an archive, no mailbox. */
    public static final Sku ARCHIVING = new Sku("ee02fd1b-340e-4a4b-b355-4a514e4c8943", "EXCHANGEARCHIVE_ADDON",
            List.of(ARCHIVE));

    private static final Map<String, Sku> BY_ID = new LinkedHashMap<>();
    private static final Map<String, ServicePlan> PLANS = new LinkedHashMap<>();

    static {
        for (Sku sku : List.of(STUDENT, FACULTY, ALUMNI, E3, EXCHANGE, DESKLESS, FLOW_FREE, ARCHIVING)) {
            BY_ID.put(sku.id(), sku);
            sku.plans().forEach(plan -> PLANS.put(plan.id(), plan));
        }
    }

    private Skus() {
    }

    /** The product of that id in any letter case, or null. */
    public static @Nullable Sku find(String id) {
        return BY_ID.get(id.toLowerCase(Locale.ROOT));
    }

    /** The product of an id that is known to be one. */
    public static Sku known(String id) {
        Sku sku = find(id);
        if (sku == null) {
            throw new IllegalStateException("no product has the id " + id);
        }
        return sku;
    }

    /** The service plan of that name or id, in any letter case, or null. */
    public static @Nullable ServicePlan planNamed(String nameOrId) {
        for (ServicePlan plan : PLANS.values()) {
            if (plan.name().equalsIgnoreCase(nameOrId) || plan.id().equalsIgnoreCase(nameOrId)) {
                return plan;
            }
        }
        return null;
    }

    /** The part numbers of all products. */
    public static List<String> partNumbers() {
        return BY_ID.values().stream().map(Sku::partNumber).toList();
    }

    public static ServicePlan plan(String id) {
        ServicePlan plan = PLANS.get(id);
        if (plan == null) {
            throw new IllegalStateException("no service plan has the id " + id);
        }
        return plan;
    }
}
