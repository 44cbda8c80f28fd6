package dev.shisa.graph;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue;
import dev.shisa.account.FacetValue.Groups;
import dev.shisa.account.FacetValue.Mailbox;
import dev.shisa.account.Observation;
import dev.shisa.account.Reading;
import dev.shisa.account.Traits;
import dev.shisa.account.Traits.Kind;
import dev.shisa.graph.Batch.Part;
import dev.shisa.tenant.TenantFailure;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** All that Graph tells of one account: five reads, and a sixth for an account that is not active. Safe for several threads. */
final class AccountLook {
    /** The reads per account. */
    static final int READS = 5;
    /** Those of them that the mailbox answers. */
    static final int READS_OF_MAILBOX = 2;
    /** The code that says: no mailbox answers here. */
    private static final String NO_MAILBOX = "MailboxNotEnabledForRESTAPI";
    private static final Pattern MAILBOX_ID = Pattern.compile("MBX:([0-9a-fA-F-]{36})@.+");

    private final UserDecoder decoder;
    private final PatientWire wire;
    private final GraphRequests requests;
    private final Pages pages;

    AccountLook(UserDecoder decoder, PatientWire wire, GraphRequests requests, Pages pages) {
        this.decoder = decoder;
        this.wire = wire;
        this.requests = requests;
        this.pages = pages;
    }

    /** The addresses of the reads for one account, in the order in which {@link #assemble} wants their answers. */
    static List<String> urls(AccountId id) {
        String user = "/users/" + id.value();
        return List.of(user + "?$select=" + String.join(",", UserProperties.forUser()), user + "/settings/exchange",
                user + "/mailboxSettings/userPurpose", user + "/memberOf?$select=id&$top=999",
                user + "/ownedObjects?$select=id&$top=999");
    }

    /** The account from the answers to its reads. */
    Observation assemble(AccountId id, List<Part> parts) throws TenantFailure {
        Part user = parts.getFirst();
        if (user.status() == 404) {
            return notActive(id);
        }
        if (!user.isSuccess()) {
            throw user.failure();
        }
        Instant readAt = user.batch().serverTime();
        Observation own = decoder.active(user.body(), user.batch(), readAt);
        if (!own.id().equals(id)) {
            throw user.batch().malformed("tells of another account than the one asked for");
        }
        Map<Facet, Reading> readings = new EnumMap<>(own.readings());
        readings.put(Facet.MAILBOX, mailbox(parts.get(1), readAt));
        readings.put(Facet.GROUPS, groups(parts.get(3), parts.get(4), readAt));
        for (Facet facet : List.of(Facet.ARCHIVE, Facet.VISIBILITY, Facet.HOLDS)) {
            readings.put(facet, new Reading.Unseen("only the Exchange service tells"));
        }
        return new Observation(id, own.traits().map(t -> withKind(t, parts.get(2))), readings);
    }

    /** The account's own object only. */
    Observation glance(AccountId id) throws TenantFailure {
        Answer answer = wire.ask(() -> requests.user(id));
        if (answer.status() == 404) {
            return notActive(id);
        }
        if (!answer.isSuccess()) {
            throw answer.failure();
        }
        return decoder.active(answer.json(), answer, answer.serverTime());
    }

    private Observation notActive(AccountId id) throws TenantFailure {
        Answer answer = wire.ask(() -> requests.deletedUser(id));
        if (answer.status() == 404) {
            return decoder.absent(id, answer.serverTime());
        }
        if (!answer.isSuccess()) {
            throw answer.failure();
        }
        return decoder.deleted(answer.json(), answer, answer.serverTime());
    }

    private static Reading mailbox(Part part, Instant readAt) {
        if (part.status() == 404 && part.fault().code().equals(NO_MAILBOX)) {
            return new Reading.Seen(Mailbox.of(Mailbox.State.GONE), "graph:exchange-settings", readAt);
        }
        if (!part.isSuccess()) {
            return new Reading.Unseen("the mailbox could not be asked for: " + part.fault().sentence());
        }
        Matcher matcher = MAILBOX_ID.matcher(part.body().path("primaryMailboxId").asString(""));
        if (!matcher.matches()) {
            return new Reading.Unseen("the service gave a mailbox id of an unknown form");
        }
        return seen(Mailbox.present(matcher.group(1)), "graph:exchange-settings", readAt);
    }

    private Reading groups(Part memberships, Part ownerships, Instant readAt) {
        try {
            Optional<SortedSet<String>> memberOf = ids(memberships);
            Optional<SortedSet<String>> owns = ids(ownerships);
            if (memberOf.isPresent() && owns.isPresent()) {
                return seen(new Groups(memberOf.get(), owns.get()), "graph:memberships", readAt);
            }
            Part failed = memberOf.isEmpty() ? memberships : ownerships;
            return new Reading.Unseen("memberships could not be read: " + failed.fault().sentence());
        } catch (TenantFailure e) {
            return new Reading.Unseen("memberships could not be read: " + e.sentence());
        }
    }

    /** Directory roles stand among the memberships too, but they are a facet of their own. */
    private Optional<SortedSet<String>> ids(Part part) throws TenantFailure {
        if (!part.isSuccess() || !part.body().path("value").isArray()) {
            return Optional.empty();
        }
        SortedSet<String> ids = new TreeSet<>();
        PageWalk.Sink<JsonNode> sink = (row, page) -> {
            if (!row.path("@odata.type").asString("").endsWith("directoryRole")) {
                ids.add(UserDecoder.id(row, page).value());
            }
        };
        for (JsonNode row : part.body().path("value")) {
            sink.accept(row, part.batch());
        }
        JsonNode next = part.body().path("@odata.nextLink");
        if (next.isString()) {
            pages.walkFrom(next.asString(), sink);
        }
        return Optional.of(ids);
    }

    /** A guest stays a guest whatever its mailbox is, and without an answer of the mailbox service a member stays no more than that. */
    private static Traits withKind(Traits traits, Part purpose) {
        if (traits.kind() != Kind.MEMBER) {
            return traits;
        }
        return new Traits(traits.userPrincipalName(), traits.displayName(), kind(purpose), traits.synced(),
                traits.managementRestricted(), traits.deletedAt(), traits.conditions());
    }

    private static Kind kind(Part purpose) {
        if (purpose.status() == 404 && purpose.fault().code().equals(NO_MAILBOX)) {
            return Kind.USER;
        }
        if (!purpose.isSuccess()) {
            return Kind.MEMBER;
        }
        return switch (purpose.body().path("value").asString("")) {
            case "user", "linked" -> Kind.USER;
            case "shared" -> Kind.SHARED;
            case "room" -> Kind.ROOM;
            case "equipment" -> Kind.EQUIPMENT;
            default -> Kind.OTHER;
        };
    }

    private static Reading seen(FacetValue value, String source, Instant readAt) {
        return new Reading.Seen(value, source, readAt);
    }
}
