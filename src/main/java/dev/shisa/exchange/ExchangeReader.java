package dev.shisa.exchange;

import dev.shisa.text.Text;
import dev.shisa.account.AccountId;
import dev.shisa.keepsake.MailboxKeepsake;
import dev.shisa.tenant.MailboxLook;
import dev.shisa.tenant.MailboxService;
import dev.shisa.tenant.SignIn;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantFailure.Reason;
import dev.shisa.tenant.TenantTrait;
import dev.shisa.tenant.Waiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads mailboxes from the Exchange service: few of them one by one, many of them by one sweep over all mailboxes. Making one touches neither
 * the network nor the sign-in. Safe for several threads.
 */
public final class ExchangeReader implements MailboxService {
    /** Up to so many accounts single questions are always cheaper than a sweep. */
    static final int FEW = 50;
    /** A page of a thousand mailboxes is taken to cost as much as twenty single questions. */
    static final int SWEPT_PER_QUESTION = 50;
    /** Who is on the move changes slowly, and nobody can be asked for it for one account alone. */
    private static final Duration MIGRATIONS_HOLD = Duration.ofMinutes(1);

    private final ExchangeWire wire;
    private final Waiter waiter;
    private boolean organisationAsked;
    private Optional<Organisation> organisation = Optional.empty();
    private @Nullable Migrations migrations;
    private long migrationsReadAt;
    /** How many mailboxes a sweep gave the last time. */
    private final Map<String, Long> sweeps = new ConcurrentHashMap<>();

    /**
     * A reader.
     *
     * @param connection where the service is
     * @param signIn gives tokens for it
     * @throws UncheckedIOException when the file of certificates cannot be read
     */
    public ExchangeReader(ExchangeConnection connection, SignIn signIn) {
        this(connection, signIn, Waiter.real());
    }

    ExchangeReader(ExchangeConnection connection, SignIn signIn, Waiter waiter) {
        try {
            this.wire = new ExchangeWire(connection, signIn, waiter);
        } catch (IOException e) {
            throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
        }
        this.waiter = waiter;
    }

    @Override
    public boolean mayRead() throws TenantFailure {
        return organisation().isPresent();
    }

    @Override
    public SortedMap<String, String> tenantTraits() throws TenantFailure {
        return organisation().map(Organisation::traits).orElseGet(TenantTrait::unread);
    }

    @Override
    public Map<AccountId, MailboxLook> inUse(Collection<AccountId> ids) throws TenantFailure {
        return looks(ids, Cmdlet::mailbox, Cmdlet.mailboxes());
    }

    @Override
    public Map<AccountId, MailboxLook> kept(Collection<AccountId> ids) throws TenantFailure {
        return looks(ids, Cmdlet::keptMailbox, Cmdlet.keptMailboxes());
    }

    @Override
    public MailboxKeepsake keepsake(AccountId id) throws TenantFailure {
        return KeepsakeQuestions.of(wire, id);
    }

    private Map<AccountId, MailboxLook> looks(Collection<AccountId> ids, Function<String, Cmdlet> single,
            Cmdlet sweep) throws TenantFailure {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Found found = new Found(Set.copyOf(ids), organisation().map(Organisation::holds).orElseGet(TreeSet::new),
                migrations());
        if (ids.size() > Math.max(FEW, sweeps.getOrDefault(sweep.body(), 0L) / SWEPT_PER_QUESTION)) {
            sweeps.put(sweep.body(), wire.all(sweep, found::take));
            return found.looks;
        }
        for (AccountId id : found.wanted) {
            Cmdlet cmdlet = single.apply(id.value());
            Optional<Reply> reply = wire.one(cmdlet);
            if (reply.isPresent()) {
                List<JsonNode> rows = ExchangeWire.rows(reply.get(), cmdlet);
                for (JsonNode row : rows) {
                    found.take(row, reply.get());
                }
                if (rows.isEmpty() || !found.looks.containsKey(id)) {
                    throw reply.get().malformed("tells of another mailbox than the one asked for, or of none");
                }
            }
        }
        return found.looks;
    }

    /** What a question has found so far. */
    private static final class Found {
        private final Set<AccountId> wanted;
        private final Set<String> everywhere;
        private final Migrations migrations;
        private final Map<AccountId, MailboxLook> looks = new HashMap<>();
        private final Map<AccountId, String> since = new HashMap<>();
        private final Set<String> mailboxes = new HashSet<>();

        Found(Set<AccountId> wanted, Set<String> everywhere, Migrations migrations) {
            this.wanted = wanted;
            this.everywhere = everywhere;
            this.migrations = migrations;
        }

        /** Of several kept mailboxes of one account the last one counts; a mailbox that comes twice shows a list that is not one. */
        void take(JsonNode node, Reply page) throws TenantFailure {
            MailboxDecoder decoder = new MailboxDecoder(new Row(node, page));
            Optional<AccountId> owner = decoder.owner();
            if (owner.isEmpty() || !wanted.contains(owner.get())) {
                return;
            }
            MailboxLook look = decoder.look(everywhere, migrations);
            if (!mailboxes.add(look.mailbox().guid().orElseThrow())) {
                throw page.malformed("lists a mailbox twice");
            }
            String out = decoder.outOfUseSince();
            String earlier = since.get(owner.get());
            if (earlier != null && (out.isEmpty() || earlier.isEmpty() || out.equals(earlier))) {
                throw new TenantFailure(Reason.MALFORMED,
                        Text.of("The Exchange service lists two mailboxes for {0}.", owner.get()));
            }
            if (earlier == null || out.compareTo(earlier) > 0) {
                since.put(owner.get(), out);
                looks.put(owner.get(), look);
            }
        }
    }

    private synchronized Optional<Organisation> organisation() throws TenantFailure {
        if (!organisationAsked) {
            organisation = Organisation.read(wire);
            organisationAsked = true;
        }
        return organisation;
    }

    private synchronized Migrations migrations() throws TenantFailure {
        Migrations known = migrations;
        if (known == null || waiter.nanos() - migrationsReadAt > MIGRATIONS_HOLD.toNanos()) {
            known = Migrations.read(wire);
            migrations = known;
            migrationsReadAt = waiter.nanos();
        }
        return known;
    }

    @Override
    public void close() {
        wire.close();
    }
}
