package dev.shisa.site;

import dev.shisa.tenant.Quota;
import java.net.URI;
import java.time.Duration;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the owners of a tenant pin about it. No option and no user file loosens it.
 *
 * @param kind what is at stake
 * @param source where it is pinned, for people
 * @param store the folder in which everything about this tenant is kept; empty where any may be named
 * @param contacts whom to ask or to wake
 * @param rehearsal accounts that rehearsals may touch
 * @param sentinels accounts that are watched and never touched
 * @param breakGlass accounts that must always work
 * @param probes what the owners want tried at every gate
 * @param waits upper bounds of waiting
 * @param exposureAbsolute how many accounts may at most be written and not yet judged
 * @param exposurePercent the same in percent of the active accounts
 * @param concurrency how many accounts are written at a time
 * @param writesPerSecond the pace of writes; 0: as fast as the service answers
 * @param quota how many writes the service takes, a ceiling for everything that this program sends; empty: nobody says so, and the documented one holds
 * once the service has refused a request
 * @param governance who may decide what
 */
public record Site(TenantKind kind, String source, Optional<Path> store, List<String> contacts, Listing rehearsal,
        Listing sentinels, Listing breakGlass, List<Probe> probes,
        Waits waits,
        int exposureAbsolute,
        int exposurePercent, int concurrency, double writesPerSecond, Optional<Quota> quota,
        Governance governance) {
    public Site {
        contacts = List.copyOf(contacts);
        probes = List.copyOf(probes);
    }

    /** The tenant id of every sandbox tenant, whatever its seed. */
    public static final String SANDBOX_TENANT = "5a15a000-c0de-4a7e-8000-00000000feed";

    /** How many accounts, named one by one, are planned for without listing the tenant. */
    public static final int NAMED_LANE = 10;

    /** An account waits for that many answers before and after its request, one after the other. */
    private static final int LOOKS_PER_WRITE = 6;

    private static final Waits REAL = new Waits(Duration.ofMinutes(60), Duration.ofSeconds(30),
            Duration.ofMinutes(15));

    /**
     * What is built in for a tenant. Only a tenant that answers on this machine with the sandbox's own id is a sandbox; what no bundle
     * names is production.
     *
     * @param tenantId the id the live tenant answered with
     * @param graph where it answered
     */
    public static Site of(String tenantId, URI graph) {
        return isSandbox(tenantId, graph) ? sandbox() : unnamed();
    }

    /** Whether whoever answers there with that id is a sandbox tenant, whatever any bundle says. */
    public static boolean isSandbox(String tenantId, URI graph) {
        return tenantId.equals(SANDBOX_TENANT) && isLoopback(graph);
    }

    /** The built-in bundle of the sandbox tenant: no cap, no pace and no quota, so that the founding job may run. */
    public static Site sandbox() {
        return new Site(TenantKind.SANDBOX, "built in", Optional.empty(), List.of(), Listing.startingWith("rehearsal-"),
                Listing.startingWith("sentinel-"), Listing.startingWith("breakglass-"), List.of(),
                new Waits(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(5)), 500, 2, 8, 0,
                Optional.empty(), Governance.none());
    }

    static Site unnamed() {
        return new Site(TenantKind.PRODUCTION, "no site bundle names it", Optional.empty(), List.of(),
                Listing.nobody(), Listing.nobody(), Listing.nobody(), List.of(), REAL, 500, 2, 4, 5,
                Optional.of(Quota.WRITES), Governance.none());
    }

    /** The same with at most so many writes a second. */
    public Site atMost(double perSecond) {
        double pace = writesPerSecond > 0 ? Math.min(writesPerSecond, perSecond) : perSecond;
        return new Site(kind, source, store, contacts, rehearsal, sentinels, breakGlass, probes, waits,
                exposureAbsolute, exposurePercent, concurrency, pace, quota, governance);
    }

    /**
     * How many accounts are in hand at a time: looked at, waiting for their request, or looked at after it. So many more than are written at a time that
     * requests need not wait for looks; never more than a second of the pace, because what waits grows old. Where one account is worked on at a time it is
     * one in every way.
     */
    public int lanes() {
        int ahead = writesPerSecond > 0 ? (int) Math.ceil(writesPerSecond) : Integer.MAX_VALUE;
        return concurrency == 1 ? 1 : Math.max(concurrency, Math.min(concurrency * LOOKS_PER_WRITE, ahead));
    }

    /** How many accounts of a tenant of that size may be written and not yet judged; at least one. */
    public int exposure(long activeAccounts) {
        return (int) Math.max(1, Math.min(exposureAbsolute, activeAccounts * exposurePercent / 100));
    }

    /** Whether a rehearsal may touch the account of that sign-in name. */
    public boolean isRehearsal(String userPrincipalName) {
        return rehearsal.contains(userPrincipalName);
    }

    /** Whether the account of that sign-in name is watched and never touched. */
    public boolean isSentinel(String userPrincipalName) {
        return sentinels.contains(userPrincipalName);
    }

    /** Whether the account of that sign-in name must always work. */
    public boolean isBreakGlass(String userPrincipalName) {
        return breakGlass.contains(userPrincipalName);
    }

    /** Whether an address is one of this machine's loopback addresses. */
    public static boolean isLoopback(URI address) {
        return List.of("127.0.0.1", "localhost", "[::1]", "::1").contains(String.valueOf(address.getHost()));
    }
}
