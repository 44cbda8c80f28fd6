package dev.shisa.bench;

import dev.shisa.account.AccountId;
import dev.shisa.exchange.ExchangeConnection;
import dev.shisa.exchange.ExchangeInNoTime;
import dev.shisa.execute.Timer;
import dev.shisa.graph.ClientCredential;
import dev.shisa.graph.GraphConnection;
import dev.shisa.graph.GraphInNoTime;
import dev.shisa.graph.GraphTenant;
import dev.shisa.sandbox.SandboxRefused;
import dev.shisa.site.Site;
import dev.shisa.tenant.JoinedTenant;
import dev.shisa.tenant.Tenant;
import dev.shisa.tenant.Waiter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/** A served tenant, reached as the program reaches one; only its time is nobody's. */
final class ServedStage implements FailStage {
    private static final int OTHERS = 12;
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    private final BenchTenant tenant;
    private final GraphConnection connection;
    private final SortedMap<String, JsonNode> before;
    private final Targets targets;
    private final long begin;
    private final AtomicLong passed = new AtomicLong();
    private long struck;

    private final Timer timer = new Timer() {
        @Override
        public Instant now() {
            return START.plusNanos(passed.get());
        }

        @Override
        public Duration elapsed() {
            return Duration.ofNanos(passed.get());
        }

        @Override
        public void await(Duration time) {
            pass(time);
        }
    };

    private final Waiter waiter = new Waiter() {
        @Override
        public long nanos() {
            return passed.get();
        }

        @Override
        public void pause(Duration duration) {
            pass(duration);
        }
    };

    ServedStage(int accounts) throws IOException, SandboxRefused {
        tenant = BenchTenant.still("synthetic:" + (accounts + accounts / 4 + OTHERS));
        JsonNode to = tenant.descriptor();
        connection = new GraphConnection(URI.create(text(to, "plain")), URI.create(text(to, "login")),
                text(to, "tenant_id"), credential(to.path("reader")), credential(to.path("writer")),
                Optional.of(Path.of(text(to, "ca"))));
        before = tenant.accounts();
        targets = Targets.of(tenant, before, accounts);
        if (targets.ids().size() != accounts) {
            throw new IOException("only " + targets.ids().size() + " accounts fit");
        }
        begin = tenant.last();
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).asString();
    }

    private static ClientCredential credential(JsonNode node) {
        return new ClientCredential(text(node, "client_id"), text(node, "client_secret"));
    }

    private void pass(Duration time) {
        if (time.isPositive()) {
            passed.addAndGet(time.toNanos());
            tenant.advance(time);
        }
    }

    @Override
    public Tenant reach() {
        GraphTenant directory = GraphInNoTime.of(connection, waiter);
        ExchangeConnection exchange = ExchangeConnection
                .beside(connection.graph(), connection.tenantId(), connection.authority()).orElseThrow();
        return new JoinedTenant(directory,
                ExchangeInNoTime.of(exchange, directory.readerSignIn(exchange.scope()), waiter));
    }

    @Override
    public Site site() {
        return FailStage.oneByOne();
    }

    @Override
    public Timer timer() {
        return timer;
    }

    @Override
    public List<String> targets() {
        return targets.names();
    }

    @Override
    public List<AccountId> targetIds() {
        return targets.ids().stream().map(AccountId::new).toList();
    }

    @Override
    public Map<AccountId, Fate> fates() {
        SortedMap<String, JsonNode> after = tenant.accounts();
        Truth truth = new Truth(before, after);
        Map<AccountId, Fate> fates = new TreeMap<>();
        before.forEach((id, was) -> {
            boolean done = truth.isDone(id, false) && !truth.harmed(Set.of(id), false).containsKey(id);
            fates.put(new AccountId(id),
                    was.equals(after.get(id)) ? Fate.AS_BEFORE : done ? Fate.DONE : Fate.OTHERWISE);
        });
        return fates;
    }

    @Override
    public List<Write> writes() {
        return tenant.writes(begin).stream().filter(write -> write.path("applied").asBoolean())
                .map(write -> new Write(new AccountId(text(write, "account")),
                        UUID.fromString(text(write, "client_request_id"))))
                .toList();
    }

    @Override
    public void strike(FailCase one) {
        struck = tenant.last();
        String effect = switch (one.failure()) {
            case CUT_BEFORE -> "{\"drop\":\"before\"}";
            case CUT_AFTER -> "{\"drop\":\"after\"}";
            case UNAVAILABLE -> "{\"status\":503,\"when\":\"before\"}";
            case TIMEOUT_AFTER -> "{\"status\":504,\"when\":\"after\"}";
            case FULL, TORN, DONE_AND_FAILED -> throw new IllegalStateException("files do not fail here");
        };
        demand("[{\"match\":{\"" + (one.lasting() ? "from" : "nth") + "\":" + one.nth() + "},\"effect\":" + effect
                + "}]");
    }

    @Override
    public void heal() {
        demand("[]");
    }

    private void demand(String faults) {
        tenant.faults(faults).ifPresent(sentence -> {
            throw new IllegalStateException(sentence);
        });
    }

    @Override
    public int requests() {
        return (int) (tenant.last() - struck);
    }

    @Override
    public boolean isWrite(int nth) {
        return tenant.requests(struck).stream().skip(Math.max(0, nth - 2)).limit(3)
                .anyMatch(request -> text(request, "path").endsWith("/assignLicense"));
    }

    @Override
    public void close() throws IOException {
        tenant.close();
    }
}
