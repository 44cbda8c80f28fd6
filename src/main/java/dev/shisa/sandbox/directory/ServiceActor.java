package dev.shisa.sandbox.directory;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who changes a directory besides administrators and registered applications, as the directory's log names them. */
public enum ServiceActor {
    /** An application of the organisation that carries joiners and leavers over from personnel records. */
    HR("hr-provisioning", "HR Provisioning", "6d1b2f0c-91d4-4c55-9d0c-5a15a0000001"),
    /** Privileged Identity Management. */
    PIM("ms-pim", "MS-PIM", null),
    /** The service that recalculates dynamic groups; the name is Microsoft's. */
    DYNAMIC_GROUPS("dynamic-groups", "Microsoft Approval Management", null),
    /** The service that gives and takes licences by group. */
    GROUP_LICENSING("group-licensing", "Microsoft Azure AD Group-Based Licensing", null),
    /** The account with which a directory on premises is synchronised; a user. */
    SYNC("sync", "On-Premises Directory Synchronization Service Account", null);

    /** How {@link Change#by} begins for a user. */
    public static final String USER = "user:";

    private final String label;
    private final String displayName;
    private final @Nullable String appId;

    ServiceActor(String label, String displayName, @Nullable String appId) {
        this.label = label;
        this.displayName = displayName;
        this.appId = appId;
    }

    public String label() {
        return label;
    }

    public String displayName() {
        return displayName;
    }

    /** The application's id where the directory's log tells it; for Microsoft's own services it does not. */
    public @Nullable String appId() {
        return appId;
    }

    /** Object id of the service principal, or of the account. */
    public String objectId() {
        return UUID.nameUUIDFromBytes(label.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The sign-in name of the synchronisation account. */
    public static String syncName(String defaultDomain) {
        return "Sync_SRV01_" + SYNC.objectId().replace("-", "").substring(0, 12) + "@" + defaultDomain;
    }

    /** The actor of that label, or null. */
    public static @Nullable ServiceActor labelled(String label) {
        for (ServiceActor actor : values()) {
            if (actor.label.equals(label)) {
                return actor;
            }
        }
        return null;
    }
}
