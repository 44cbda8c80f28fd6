package dev.shisa.sandbox.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of the directory's log.
 *
 * @param change   number of the change that left it
 * @param index    which record of that change, from 0
 * @param activity the name of what was done, and how Entra sorts it
 */
public record AuditRecord(long change, int index, Instant moment, Activity activity, Initiator by,
        List<Target> targets) {

    /**
     * What was done.
     *
     * @param operation Add, Assign, Update, Unassign or Delete
     * @param service   which service logged it
     */
    public record Activity(String name, String category, String operation, String service) {
    }

    /** Who did it. */
    public sealed interface Initiator {

        /** An application or a service; what the log does not tell is null. */
        record OfApplication(@Nullable String appId, String displayName, @Nullable String principalId)
                implements
                    Initiator {
        }

        /** A person, or a service that the log shows as one. */
        record OfUser(String id, @Nullable String displayName, @Nullable String principalName,
                @Nullable String address) implements Initiator {
        }
    }

    /**
     * What it was done to.
     *
     * @param type User, Group, Role or ServicePrincipal
     */
    public record Target(String id, @Nullable String displayName, String type, @Nullable String principalName,
            @Nullable String groupType, List<Modified> modified) {
    }

    /** A property that changed; values are JSON in a text, as Entra writes them. */
    public record Modified(String name, @Nullable String before, @Nullable String after) {
    }
}
