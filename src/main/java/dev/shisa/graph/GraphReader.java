package dev.shisa.graph;

import dev.shisa.text.Text;
import com.microsoft.kiota.RequestInformation;
import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Roles;
import dev.shisa.account.Observation;
import dev.shisa.graph.PageWalk.Ended;
import dev.shisa.keepsake.Counterparts;
import dev.shisa.keepsake.Keepsake;
import dev.shisa.keepsake.Link;
import dev.shisa.tenant.AuditRecord;
import dev.shisa.tenant.Drain;
import dev.shisa.tenant.ListingReport;
import dev.shisa.tenant.ServiceHealth;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantFailure.Reason;
import dev.shisa.tenant.TenantIdentity;
import dev.shisa.tenant.TenantReader;
import dev.shisa.tenant.TenantTrait;
import dev.shisa.tenant.Viewpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a tenant over Graph. */
final class GraphReader implements TenantReader {
    private static final Set<Facet> VISIBLE = Collections
            .unmodifiableSet(EnumSet.complementOf(EnumSet.of(Facet.ARCHIVE, Facet.VISIBILITY, Facet.HOLDS)));

    private final PatientWire wire;
    private final GraphRequests requests;
    private final Pages pages;
    private final UserDecoder decoder;
    private final AccountLook look;
    private final AccountLooks looks;
    private final RoleReader roles;
    private final KeepsakeReader keepsakes;
    private final CounterpartReader counterparts;

    GraphReader(PatientWire wire, GraphRequests requests, Pages pages) {
        this.wire = wire;
        this.requests = requests;
        this.pages = pages;
        Batch batch = new Batch(wire, requests);
        this.decoder = new UserDecoder(new LicenceDecoder(new SkuDirectory(pages, requests)));
        this.look = new AccountLook(decoder, wire, requests, pages);
        this.looks = new AccountLooks(look, batch);
        this.roles = new RoleReader(wire, requests, pages, batch);
        this.keepsakes = new KeepsakeReader(batch, pages);
        this.counterparts = new CounterpartReader(batch);
    }

    @Override
    public TenantIdentity identify() throws TenantFailure {
        Answer answer = wire.need(requests::organization);
        JsonNode organizations = answer.json().path("value");
        if (organizations.size() != 1) {
            throw answer.malformed("names " + organizations.size() + " organisations instead of one");
        }
        JsonNode organization = organizations.path(0);
        String id = organization.path("id").asString("");
        for (JsonNode domain : organization.path("verifiedDomains")) {
            String name = domain.path("name").asString("");
            if (domain.path("isDefault").asBoolean(false) && !name.isEmpty() && !id.isEmpty()) {
                return new TenantIdentity(id, name, answer.serverTime());
            }
        }
        throw answer.malformed("names no tenant id or no default domain");
    }

    @Override
    public Viewpoint viewpoint() throws TenantFailure {
        return TokenClaims.viewpoint(wire.token());
    }

    @Override
    public Set<Facet> visibleFacets() {
        return VISIBLE;
    }

    @Override
    public SortedMap<String, String> tenantTraits() {
        return TenantTrait.unread();
    }

    @Override
    public long countActive() throws TenantFailure {
        return count(requests::userCount);
    }

    @Override
    public long countDeleted() throws TenantFailure {
        return count(requests::deletedUserCount);
    }

    private long count(Supplier<RequestInformation> question) throws TenantFailure {
        Answer answer = wire.need(question);
        String text = answer.text().replace("\uFEFF", "").strip();
        if (!text.matches("\\d{1,15}")) {
            throw answer.malformed("is not a number");
        }
        return Long.parseLong(text);
    }

    @Override
    public String deltaCursor() throws TenantFailure {
        Ended walk = pages.walk(requests::deltaFromNow, (_, _) -> {
        });
        return cursor(walk);
    }

    @Override
    public Drain drain(String cursor) throws TenantFailure {
        Set<AccountId> changed = new HashSet<>();
        Set<AccountId> removed = new HashSet<>();
        Ended walk = pages.walkFrom(cursor, (row, page) -> {
            AccountId id = UserDecoder.id(row, page);
            (row.has("@removed") ? removed : changed).add(id);
        });
        cursor(walk);
        return new Drain(changed, removed);
    }

    /** A walk over changes that ends without a link for the next ones has not ended. */
    private static String cursor(Ended walk) throws TenantFailure {
        return walk.deltaLink().orElseThrow(() -> new TenantFailure(Reason.MALFORMED,
                Text.of("The service's list of changes ended without a link for the next changes.")));
    }

    @Override
    public ListingReport listActive(Consumer<Observation> sink) throws TenantFailure {
        return pages.walk(() -> requests.users(UserProperties.forUser(), Optional.empty()), ofPages(),
                (account, _) -> sink.accept(account)).report();
    }

    @Override
    public ListingReport listActiveInParts(Consumer<Observation> sink) throws TenantFailure {
        return new ListingInParts(wire, requests, pages, this::ofPages, sink).list();
    }

    /** Decodes the pages of one walk. */
    private PageWalk.Decoder<Observation> ofPages() {
        PageTime time = new PageTime();
        return (row, page) -> decoder.active(row, page, time.of(page));
    }

    @Override
    public ListingReport listDeleted(Consumer<Observation> sink) throws TenantFailure {
        PageTime time = new PageTime();
        return pages.walk(requests::deletedUsers, (row, page) -> decoder.deleted(row, page, time.of(page)),
                (account, _) -> sink.accept(account)).report();
    }

    /** The service's time of the page at hand, which is the same for all its rows. Pages are decoded one after the other. */
    @SuppressWarnings("ReferenceEquality") // two pages may be equal to the last byte
    private static final class PageTime {
        private @Nullable Answer page;
        private Instant at = Instant.EPOCH;

        synchronized Instant of(Answer asked) throws TenantFailure {
            if (page != asked) {
                at = asked.serverTime();
                page = asked;
            }
            return at;
        }
    }

    @Override
    public Map<AccountId, Roles> roles() throws TenantFailure {
        return roles.read();
    }

    @Override
    public List<Observation> observe(Collection<AccountId> ids) throws TenantFailure {
        return looks.at(List.copyOf(ids));
    }

    @Override
    public Observation glance(AccountId id) throws TenantFailure {
        return look.glance(id);
    }

    @Override
    public Keepsake keepsake(Observation account) throws TenantFailure {
        return keepsakes.read(account);
    }

    @Override
    public Keepsake ties(Observation account) throws TenantFailure {
        return keepsakes.read(account);
    }

    @Override
    public Counterparts counterparts(Collection<Link> links) throws TenantFailure {
        return counterparts.of(links);
    }

    @Override
    public List<AuditRecord> audits(Instant since) throws TenantFailure {
        List<AuditRecord> records = new ArrayList<>();
        pages.walk(() -> requests.audits(since), (row, page) -> AuditDecoder.record(row, page).ifPresent(records::add));
        return records;
    }

    @Override
    public List<ServiceHealth> health() throws TenantFailure {
        List<ServiceHealth> health = new ArrayList<>();
        Answer answer = wire.need(requests::health);
        pages.walk(answer, (row, page) -> HealthDecoder.health(row, page).ifPresent(health::add));
        Set<String> told = health.stream().map(ServiceHealth::service).collect(Collectors.toSet());
        if (!told.equals(HealthDecoder.WATCHED)) {
            throw answer.malformed("says nothing about a part that accounts depend on: it tells of " + told);
        }
        return health;
    }

    @Override
    public List<Observation> find(String text) throws TenantFailure {
        Optional<AccountId> id = AccountId.parse(text);
        if (id.isPresent()) {
            Observation account = look.glance(id.get());
            return account.isActive() ? List.of(account) : List.of();
        }
        String name = literal(text);
        return active("userPrincipalName eq " + name + " or mail eq " + name + " or proxyAddresses/any(p:p eq "
                + literal("smtp:" + text) + ")");
    }

    @Override
    public List<Observation> startingWith(String prefix) throws TenantFailure {
        return active("startswith(userPrincipalName," + literal(prefix) + ")");
    }

    private List<Observation> active(String filter) throws TenantFailure {
        List<Observation> found = new ArrayList<>();
        pages.walk(() -> requests.users(UserProperties.forUser(), Optional.of(filter)),
                (row, page) -> found.add(decoder.active(row, page, page.serverTime())));
        return found;
    }

    /** A text as a filter writes it: a quote inside it must not end it. */
    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public Set<AccountId> matching(String filter) throws TenantFailure {
        if (filter.isBlank()) {
            throw new TenantFailure(Reason.BAD_REQUEST,
                    Text.of("A blank filter matches nothing; it would have meant everybody."));
        }
        Set<AccountId> ids = new HashSet<>();
        pages.walk(() -> requests.matching(filter), (row, page) -> ids.add(UserDecoder.id(row, page)));
        return ids;
    }

    @Override
    public Set<AccountId> membersOf(String groupId) throws TenantFailure {
        if (AccountId.parse(groupId).isEmpty()) {
            throw new TenantFailure(Reason.BAD_REQUEST, Text.of("'{0}' is not the object id of a group.", groupId));
        }
        return roles.members(groupId);
    }

    @Override
    public Set<AccountId> ownersOf(String objectId) throws TenantFailure {
        return roles.owners(objectId);
    }
}
