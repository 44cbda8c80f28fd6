package dev.shisa.run;

import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantReader;

/**
 * How many accounts there are, as two requests tell. What leaves the active ones must be what we took, and must be in the recycle bin.
 *
 * @param active active accounts
 * @param deleted accounts in the recycle bin
 */
public record Conservation(long active, long deleted) {

    /** Asks the service. */
    public static Conservation count(TenantReader reader) throws TenantFailure {
        return new Conservation(reader.countActive(), reader.countDeleted());
    }

    /**
     * Whether the numbers are what our own removals explain.
     *
     * @param start the numbers before the first write
     * @param removed how many accounts we moved into the recycle bin since; negative when we took accounts out of it
     */
    public boolean isExplained(Conservation start, long removed) {
        return start.active - active == removed && deleted - start.deleted == removed;
    }
}
