package dev.shisa.graph;

import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Licences;
import dev.shisa.account.Licence;
import dev.shisa.account.Observation;
import dev.shisa.account.Reading;
import dev.shisa.keepsake.Keepsake;
import dev.shisa.keepsake.Link;
import dev.shisa.keepsake.MailboxKeepsake;
import dev.shisa.keepsake.Part;
import dev.shisa.tenant.TenantFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What an account takes with it, as far as Graph tells: five reads in one batch, and the further pages of long lists. Safe for several threads. */
final class KeepsakeReader {
    /** An account with more ties than this is no person's; it is not worked on rather than kept by halves. */
    static final int LONGEST_LIST = 20_000;

    private final Batch batch;
    private final Pages pages;

    KeepsakeReader(Batch batch, Pages pages) {
        this.batch = batch;
        this.pages = pages;
    }

    Keepsake read(Observation account) throws TenantFailure {
        if (!account.isActive()) {
            return Keepsake.unreadable(account.id(), account.name(), readAt(account),
                    "the account is not active, and Graph shows this of active accounts only");
        }
        String user = "/users/" + account.id().value();
        List<Batch.Part> parts = batch.ask(List.of(user + "/memberOf?$select=" + LinkDecoder.GROUP + "&$top=999",
                user + "/ownedObjects?$select=" + LinkDecoder.GROUP + "&$top=999",
                user + "/manager?$select=" + LinkDecoder.PERSON,
                user + "/directReports?$select=" + LinkDecoder.PERSON + "&$top=999",
                user + "/appRoleAssignments?$top=999"));
        MailboxKeepsake mailbox = MailboxKeepsake.unreadable("only the Exchange service tells");
        return new Keepsake(account.id(), account.name(), parts.getFirst().batch().serverTime(), licences(account),
                all(parts.get(0), LinkDecoder::link), all(parts.get(1), LinkDecoder::link), manager(parts.get(2)),
                all(parts.get(3), LinkDecoder::link), all(parts.get(4), LinkDecoder::appRole), mailbox.settings(),
                mailbox.access(), mailbox.sendAs());
    }

    private static Instant readAt(Observation account) {
        return account.reading(Facet.IDENTITY) instanceof Reading.Seen seen ? seen.readAt() : Instant.EPOCH;
    }

    private static Part<List<Licence>> licences(Observation account) {
        if (account.reading(Facet.LICENCES) instanceof Reading.Unseen unseen) {
            return new Part.Unreadable<>(unseen.reason());
        }
        return account.value(Facet.LICENCES, Licences.class)
                .<Part<List<Licence>>>map(held -> new Part.Read<>(List.copyOf(held.licences())))
                .orElseGet(() -> new Part.Unreadable<>("the licences were not read"));
    }

    private static Part<Link> manager(Batch.Part part) throws TenantFailure {
        if (part.status() == 404) {
            return new Part.Nothing<>("no manager");
        }
        if (!part.isSuccess()) {
            throw part.failure();
        }
        return new Part.Read<>(LinkDecoder.link(part.body(), part.batch()));
    }

    /** Makes a value of one row. */
    private interface Decoder<T> {
        T read(JsonNode row, Answer page) throws TenantFailure;
    }

    /** A list to its end. One that stops half-way, or that this application may not see, is no keepsake. */
    private <T> Part<List<T>> all(Batch.Part part, Decoder<T> decoder) throws TenantFailure {
        if (!part.isSuccess()) {
            throw part.failure();
        }
        if (!part.body().path("value").isArray()) {
            throw part.batch().malformed("has a part without its list of values");
        }
        List<T> values = new ArrayList<>();
        PageWalk.Sink<JsonNode> sink = (row, page) -> {
            if (values.size() == LONGEST_LIST) {
                throw page.malformed("has more than " + LONGEST_LIST + " objects for one account");
            }
            T value = decoder.read(row, page);
            if (!values.contains(value)) {
                values.add(value);
            }
        };
        for (JsonNode row : part.body().path("value")) {
            sink.accept(row, part.batch());
        }
        JsonNode next = part.body().path("@odata.nextLink");
        if (!next.isMissingNode()) {
            pages.walkFrom(next.asString(""), sink);
        }
        return new Part.Read<>(values);
    }
}
