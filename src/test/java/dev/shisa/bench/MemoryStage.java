package dev.shisa.bench;

import dev.shisa.account.AccountId;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.execute.Timer;
import dev.shisa.site.Site;
import dev.shisa.tenant.FakeAccount;
import dev.shisa.tenant.FakeMailboxes;
import dev.shisa.tenant.FakeTenant;
import dev.shisa.tenant.JoinedTenant;
import dev.shisa.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A tenant in memory: for what fails on the disk alone. */
final class MemoryStage implements FailStage {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");
    private static final int OTHERS = 5;

    private final FakeTenant tenant = new FakeTenant();
    private final List<AccountId> targets;
    private final Map<AccountId, FakeAccount> before = new TreeMap<>();
    private final Timer timer = new Timer() {
        @Override
        public Instant now() {
            return tenant.now();
        }

        @Override
        public Duration elapsed() {
            return Duration.between(Instant.EPOCH, tenant.now());
        }

        @Override
        public void await(Duration time) {
            tenant.pass(time);
        }
    };

    MemoryStage(int accounts) {
        targets = tenant.addUsers("user", accounts);
        List<AccountId> all = new ArrayList<>(targets);
        all.addAll(tenant.addUsers("other", OTHERS));
        all.addAll(tenant.addUsers("rehearsal-", 2));
        all.add(tenant.addUser("sentinel-1"));
        all.forEach(id -> before.put(id, truth(id)));
        tenant.pass(Duration.ofHours(1));
    }

    /** The tenant itself. */
    FakeTenant tenant() {
        return tenant;
    }

    private FakeAccount truth(AccountId id) {
        return tenant.truth(id).orElseThrow();
    }

    @Override
    public Tenant reach() {
        return new JoinedTenant(tenant, new FakeMailboxes(tenant));
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
        return targets.stream().map(id -> Optional.ofNullable(before.get(id)).orElseThrow())
                .map(account -> account.traits().userPrincipalName()).toList();
    }

    @Override
    public List<AccountId> targetIds() {
        return targets;
    }

    @Override
    public Map<AccountId, Fate> fates() {
        Map<AccountId, Fate> fates = new TreeMap<>();
        before.forEach((id, was) -> fates.put(id, fate(was, truth(id))));
        return fates;
    }

    private static Fate fate(FakeAccount was, FakeAccount is) {
        if (was.equals(is)) {
            return Fate.AS_BEFORE;
        }
        boolean done = is.identity() == Identity.ACTIVE && !is.licences().giveMailbox()
                && is.withLicences(was.licences()).equals(was);
        return done ? Fate.DONE : Fate.OTHERWISE;
    }

    @Override
    public List<Write> writes() {
        return tenant.writes().stream().map(sent -> {
            Matcher id = ID.matcher(sent.call().path());
            if (!id.find()) {
                throw new IllegalStateException("a write on nobody: " + sent.call().path());
            }
            return new Write(new AccountId(id.group()), sent.requestId());
        }).toList();
    }

    @Override
    public void strike(FailCase one) {
        throw new IllegalStateException("requests do not fail here");
    }

    @Override
    public void heal() {
        tenant.behave();
    }

    @Override
    public int requests() {
        return 0;
    }

    @Override
    public boolean isWrite(int nth) {
        return false;
    }

    @Override
    public void close() {
        tenant.close();
    }
}
