package dev.shisa.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nobody pins is production; who types the command pins nothing for a tenant in which people work. */
class SitesTest {
    private static final URI MICROSOFT = URI.create("https://graph.microsoft.com/v1.0");
    private static final URI HERE = URI.create("https://127.0.0.1:8443/v1.0");
    private static final Sites BUILT_IN = new Sites(Optional.empty(), Optional.empty());
    private static final String ID = "11111111-2222-4333-8444-555555555555";

    private static Optional<Bundle.Intact> bundle(String tenant, TenantKind kind) {
        Site site = kind == TenantKind.SANDBOX ? Site.sandbox() : Site.unnamed();
        return Optional.of(new Bundle.Intact(Map.of(tenant,
                new Site(kind, "site.yaml", site.store(), site.contacts(), site.rehearsal(), site.sentinels(),
                        site.breakGlass(), site.probes(), site.waits(), 7, 1, 1, 1, site.quota(), site.governance()))));
    }

    private static TenantKind kind(Sites sites, String tenant, URI graph) {
        return assertInstanceOf(Sites.Answer.Held.class, sites.of(tenant, graph)).site().kind();
    }

    @Test
    void whatNoBundleNamesIsProduction() {
        assertEquals(TenantKind.PRODUCTION, kind(BUILT_IN, ID, MICROSOFT));
        assertEquals(TenantKind.PRODUCTION, kind(BUILT_IN, ID, HERE));
        assertEquals(TenantKind.PRODUCTION, kind(BUILT_IN, Site.SANDBOX_TENANT, MICROSOFT));
        assertEquals(TenantKind.SANDBOX, kind(BUILT_IN, Site.SANDBOX_TENANT, HERE));
        Sites other = new Sites(bundle("22222222-2222-4333-8444-555555555555", TenantKind.TEST), Optional.empty());
        assertEquals(TenantKind.PRODUCTION, kind(other, ID, MICROSOFT));
    }

    @Test
    void theMachinesBundlePins() {
        Sites sites = new Sites(bundle(ID, TenantKind.TEST), Optional.empty());
        assertEquals(TenantKind.TEST, kind(sites, ID, MICROSOFT));
        Sites sandbox = new Sites(bundle(Site.SANDBOX_TENANT, TenantKind.PRODUCTION), Optional.empty());
        assertEquals(TenantKind.PRODUCTION, kind(sandbox, Site.SANDBOX_TENANT, HERE));
    }

    @Test
    void aBundleOfTheEnvironmentCountsForASandboxOnly() {
        Sites sites = new Sites(bundle(Site.SANDBOX_TENANT, TenantKind.TEST),
                bundle(Site.SANDBOX_TENANT, TenantKind.PRODUCTION));
        assertEquals(TenantKind.PRODUCTION, kind(sites, Site.SANDBOX_TENANT, HERE));
        assertInstanceOf(Sites.Answer.Contradicted.class, sites.of(Site.SANDBOX_TENANT, MICROSOFT));
        assertInstanceOf(Sites.Answer.Contradicted.class,
                new Sites(Optional.empty(), bundle(ID, TenantKind.TEST)).of(ID, MICROSOFT));
        assertEquals(TenantKind.SANDBOX,
                kind(new Sites(Optional.empty(), bundle(ID, TenantKind.TEST)), Site.SANDBOX_TENANT, HERE));
    }

    @Test
    void nothingElsewhereIsASandboxWhateverABundleSays() {
        Sites sites = new Sites(bundle(Site.SANDBOX_TENANT, TenantKind.SANDBOX), Optional.empty());
        assertInstanceOf(Sites.Answer.Contradicted.class, sites.of(Site.SANDBOX_TENANT, MICROSOFT));
        assertEquals(TenantKind.SANDBOX, kind(sites, Site.SANDBOX_TENANT, HERE));
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 1", "1, 100, 1", "4, 0, 24", "4, 5, 5", "4, 1, 4", "4, 2.5, 4", "8, 1000, 48"})
    void moreAreInHandThanAreWrittenButNeverMoreThanASecondOfThePace(int concurrency, double pace, int lanes) {
        Site site = Site.unnamed();
        assertEquals(lanes,
                new Site(site.kind(), "", site.store(), site.contacts(), site.rehearsal(), site.sentinels(),
                        site.breakGlass(), site.probes(), site.waits(), 7, 1, concurrency, pace, site.quota(),
                        site.governance()).lanes());
    }
}
