package dev.shisa.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.account.AccountId;
import dev.shisa.account.Observation;
import dev.shisa.sandbox.SandboxDescriptor;
import dev.shisa.sandbox.SandboxServer;
import dev.shisa.sandbox.SandboxSettings;
import dev.shisa.sandbox.Seed;
import dev.shisa.tenant.ListingReport;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantReader;
import dev.shisa.tenant.Waiter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingInPartsTest {
    private static final int ACCOUNTS = 6000;

    @TempDir
    static Path folder;
    private static SandboxServer server;
    private static SandboxDescriptor to;

    /** As if every look at the clock took so long. */
    private record Stepping(Duration step, AtomicLong now) implements Waiter {
        static Stepping by(Duration step) {
            return new Stepping(step, new AtomicLong());
        }

        @Override
        public long nanos() {
            return now.addAndGet(step.toNanos());
        }

        @Override
        public void pause(Duration duration) {
            now.addAndGet(duration.toNanos());
        }
    }

    @BeforeAll
    static void serve() throws Exception {
        server = SandboxServer.start(SandboxSettings.of(Seed.parse("synthetic:" + ACCOUNTS), folder));
        to = server.descriptor();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static GraphTenant tenant(Duration step) {
        ClientCredential reader = new ClientCredential(to.reader().clientId(), to.reader().clientSecret());
        return GraphInNoTime.of(new GraphConnection(to.graph(), to.login(), to.tenantId(), reader, reader,
                Optional.of(to.authority())), Stepping.by(step));
    }

    private static Set<AccountId> ids(List<Observation> accounts) {
        return accounts.stream().map(Observation::id).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aSlowServiceIsListedInPartsAndNobodyIsMissingOrTwice() throws Exception {
        try (GraphTenant tenant = tenant(Duration.ofSeconds(1))) {
            TenantReader reader = tenant.reader();
            List<Observation> single = new ArrayList<>();
            ListingReport alone = reader.listActive(single::add);
            List<Observation> parted = new ArrayList<>();
            ListingReport report = reader.listActiveInParts(parted::add);
            assertEquals(ACCOUNTS, parted.size());
            assertEquals(ids(single), ids(parted));
            assertEquals(ACCOUNTS, report.rows());
            assertTrue(report.finished());
            // Each part ends with a page that is not full.
            assertTrue(report.pages() > alone.pages() + 2, report + " instead of " + alone);
            assertEquals(999, report.largestPage());
            assertFalse(ids(single).stream().toList()
                    .equals(parted.stream().map(Observation::id).toList()), "the parts came one after the other");
        }
    }

    @Test
    void aServiceThatAnswersFastIsListedPageByPage() throws Exception {
        try (GraphTenant tenant = tenant(Duration.ofMillis(1))) {
            List<Observation> single = new ArrayList<>();
            tenant.reader().listActive(single::add);
            List<Observation> listed = new ArrayList<>();
            ListingReport report = tenant.reader().listActiveInParts(listed::add);
            assertEquals(single.stream().map(Observation::id).toList(), listed.stream().map(Observation::id).toList());
            assertEquals(7, report.pages());
        }
    }

    @Test
    void whatCannotBeTakenEndsAllPartsAndIsThrownAsItIs() throws Exception {
        try (GraphTenant tenant = tenant(Duration.ofSeconds(1))) {
            AtomicLong taken = new AtomicLong();
            IllegalStateException full = new IllegalStateException("the disk is full");
            IllegalStateException thrown = assertThrows(IllegalStateException.class,
                    () -> tenant.reader().listActiveInParts(_ -> {
                        if (taken.incrementAndGet() >= 1500) {
                            throw full;
                        }
                    }));
            assertEquals(full, thrown);
            long then = taken.get();
            assertTrue(then <= 1500 + ListingInParts.PARTS, then + " were taken");
        }
    }

    @Test
    void aServiceThatDoesNotCompareNamesIsListedPageByPage() throws TenantFailure {
        for (int status : List.of(400, 501)) {
            try (StubGraph graph = stub(
                    _ -> StubGraph.Reply.json(status, "{\"error\":{\"code\":\"x\",\"message\":\"y\"}}"))) {
                List<Observation> listed = new ArrayList<>();
                assertEquals(2, graph.tenant().reader().listActiveInParts(listed::add).pages());
                assertEquals(4, listed.size());
                assertEquals(1, graph.asked().stream().filter(asked -> asked.path().contains("filter=")).count());
            }
        }
    }

    @Test
    void aWarningBesideThePagesBeforeThePartsIsTold() throws TenantFailure {
        try (StubGraph graph = stub(_ -> StubGraph.Reply.json(200, "{\"value\":[]}"))) {
            ListingReport report = graph.tenant().reader().listActiveInParts(_ -> {
            });
            assertEquals(List.of("First.", "Second."), report.warnings());
        }
    }

    @Test
    void aPartThatIsDeniedFailsTheListing() {
        try (StubGraph graph = stub(_ -> StubGraph.Reply.json(403, "{}"))) {
            TenantFailure failure = assertThrows(TenantFailure.class,
                    () -> graph.tenant().reader().listActiveInParts(_ -> {
                    }));
            assertEquals(TenantFailure.Reason.DENIED, failure.reason());
        }
    }

    /** Four accounts, on two pages that take a second each, and something else for whoever asks with a filter. */
    private static StubGraph stub(Function<StubGraph.Asked, StubGraph.Reply> filtered) {
        StubGraph graph = new StubGraph();
        return graph.answers(asked -> {
            graph.waiter().pass(Duration.ofSeconds(1));
            if (asked.path().contains("filter=")) {
                return filtered.apply(asked);
            }
            boolean second = asked.path().contains("skiptoken");
            return StubGraph.Reply.json(200, second
                    ? "{\"value\":[" + user("d") + "]}"
                    : "{\"@odata.nextLink\":\"" + graph.base() + "/users?$skiptoken=x\",\"value\":[" + user("a") + ","
                            + user("b") + "," + user("c") + "]}")
                    .with("X-Warnings", second ? "Second." : "First.");
        });
    }

    private static String user(String name) {
        return "{\"id\":\"" + name.repeat(8) + "-0000-4000-8000-000000000000\",\"userPrincipalName\":\"" + name
                + "@contoso.example\",\"userType\":null,\"onPremisesSyncEnabled\":null,\"isManagementRestricted\":null}";
    }
}
