package dev.shisa.tenant;

import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The names of what {@link TenantReader#tenantTraits} tells. */
public final class TenantTrait {
    /** Whether a licence that is taken away leaves the mailbox alone for 30 days: {@code on} or {@code off}. */
    public static final String DELAYED_DELICENSING = "delayed-delicensing";
    /** By how long mailboxes outlive their licences under delayed delicensing (m365.md §1). */
    public static final Duration DELICENSING_DELAY = Duration.ofDays(30);
    /** The holds that are on every mailbox: their names, or {@code none}. */
    public static final String ORGANISATION_HOLDS = "organisation-holds";
    /** What stands for a value that cannot be seen. */
    public static final String UNREAD = "unread";

    private TenantTrait() {
    }

    /** The traits where nobody can see any. */
    public static SortedMap<String, String> unread() {
        TreeMap<String, String> traits = new TreeMap<>();
        traits.put(DELAYED_DELICENSING, UNREAD);
        traits.put(ORGANISATION_HOLDS, UNREAD);
        return Collections.unmodifiableSortedMap(traits);
    }
}
