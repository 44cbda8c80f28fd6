package dev.shisa.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Archive;
import dev.shisa.account.FacetValue.Holds;
import dev.shisa.account.FacetValue.Licences;
import dev.shisa.account.FacetValue.Mailbox;
import dev.shisa.account.FacetValue.Visibility;
import dev.shisa.account.Observation;
import dev.shisa.account.Reading;
import dev.shisa.account.Traits.Condition;
import dev.shisa.keepsake.MailboxSettings;
import dev.shisa.keepsake.Part;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Two services speak of one account; where they disagree, or one is silent, nobody guesses. It keeps the port's promises, too. */
class JoinedReaderTest extends TenantConformance {
    private static final Set<Facet> TOLD = Set.of(Facet.ARCHIVE, Facet.VISIBILITY, Facet.HOLDS);

    private final FakeTenant directory = new FakeTenant();
    private final FakeMailboxes mailboxes = new FakeMailboxes(directory);
    private final Tenant joined = new JoinedTenant(directory, mailboxes);
    private final List<AccountId> people = directory.addUsers("person", 20);

    JoinedReaderTest() {
        directory.alter(directory.addUser("admin"),
                admin -> admin.withRoles(Set.of("assigned:62e90394-69f5-4237-9190-012177145e10")));
    }

    @Override
    protected Tenant tenant() {
        return joined;
    }

    @Override
    protected String person(int index) {
        return "person" + (index + 1) + "@sgu.example";
    }

    private AccountId first() {
        return people.getFirst();
    }

    private Observation look() throws TenantFailure {
        return joined.reader().observe(List.of(first())).getFirst();
    }

    private MailboxLook told(String guid) {
        return new MailboxLook(Mailbox.present(guid), new Archive(true), new Visibility(true),
                new Holds(new TreeSet<>(Set.of("litigation"))), Set.of(Condition.PENDING_MIGRATION), directory.now());
    }

    @Test
    void whatTheMailboxServiceTellsIsLaidOverWhatTheDirectoryShows() throws TenantFailure {
        String guid = directory.truth(first()).orElseThrow().mailboxGuid();
        mailboxes.say(first(), told(guid));
        Observation look = look();
        assertEquals(Optional.of(Mailbox.present(guid)), look.value(Facet.MAILBOX));
        assertEquals(Optional.of(new Archive(true)), look.value(Facet.ARCHIVE));
        assertEquals(Optional.of(new Visibility(true)), look.value(Facet.VISIBILITY));
        assertEquals(Set.of("litigation"), look.value(Facet.HOLDS, Holds.class).orElseThrow().holds());
        assertEquals(Set.of(Condition.PENDING_MIGRATION), look.traits().orElseThrow().conditions());
        assertTrue(joined.reader().visibleFacets().containsAll(TOLD));
    }

    @Test
    void twoNamesForOneMailboxAreNoMailbox() throws TenantFailure {
        mailboxes.say(first(), told("another-mailbox"));
        Observation look = look();
        assertInstanceOf(Reading.Unseen.class, look.reading(Facet.MAILBOX));
        assertTrue(look.traits().orElseThrow().conditions().contains(Condition.UNTOLD));
    }

    @Test
    void aMailboxThatOnlyTheDirectoryKnowsIsNotFreeOfHolds() throws TenantFailure {
        mailboxes.unlist(first());
        Observation look = look();
        TOLD.forEach(facet -> assertInstanceOf(Reading.Unseen.class, look.reading(facet)));
        assertTrue(look.value(Facet.MAILBOX, Mailbox.class).filter(box -> !box.isEmpty()).isPresent());
        assertEquals(Set.of(Condition.UNTOLD), look.traits().orElseThrow().conditions());
    }

    @Test
    void whereNeitherKnowsAMailboxThereIsNothingToHold() throws TenantFailure {
        directory.alter(first(), account -> account.withLicences(Licences.of(List.of())));
        mailboxes.unlist(first());
        Observation look = look();
        assertEquals(Optional.of(Mailbox.of(Mailbox.State.GONE)), look.value(Facet.MAILBOX));
        assertEquals(Optional.of(new Archive(false)), look.value(Facet.ARCHIVE));
        assertEquals(Optional.of(new Holds(new TreeSet<>())), look.value(Facet.HOLDS));
        assertEquals(Set.of(), look.traits().orElseThrow().conditions());
        assertEquals(List.of("kept 1", "in use 1"), mailboxes.asked());
    }

    @Test
    void withoutTheRightEverythingIsAsTheDirectoryShowsIt() throws TenantFailure {
        mailboxes.forbid();
        assertEquals(directory.reader().visibleFacets(), joined.reader().visibleFacets());
        assertEquals(directory.reader().observe(people), joined.reader().observe(people));
        assertEquals(TenantTrait.unread(), joined.reader().tenantTraits());
        assertEquals(List.of(), mailboxes.asked());
    }

    @Test
    void aSilentServiceIsAFailureAndNotAnAnswer() {
        mailboxes.fallSilent();
        assertTrue(joined.reader().visibleFacets().containsAll(TOLD));
        assertThrows(TenantFailure.class, this::look);
        assertThrows(TenantFailure.class, () -> joined.reader().tenantTraits());
    }

    @Test
    void closingClosesBoth() {
        assertFalse(mailboxes.isClosed());
        joined.close();
        assertTrue(mailboxes.isClosed());
    }

    @Test
    void theMailboxServiceIsAskedForAKeepsakeOnlyWhereThereIsAMailboxAndARight() throws Exception {
        AccountId with = first();
        AccountId without = people.getLast();
        directory.alter(without, account -> account.withLicences(Licences.of(List.of())));
        TenantReader joined = this.joined.reader();
        assertEquals(Optional.of("smtp:elsewhere@sgu.example"),
                joined.keepsake(joined.observe(List.of(with)).getFirst())
                        .mailbox().value().flatMap(MailboxSettings::forwardingSmtpAddress));
        assertInstanceOf(Part.Nothing.class,
                joined.keepsake(joined.observe(List.of(without)).getFirst()).mailbox());
        assertEquals(List.of("keepsake " + with),
                mailboxes.asked().stream().filter(question -> question.startsWith("keepsake")).toList());
        mailboxes.forbid();
        assertInstanceOf(Part.Unreadable.class,
                joined.keepsake(joined.observe(List.of(with)).getFirst()).mailbox());
        mailboxes.fallSilent();
        Observation account = directory.reader().observe(List.of(with)).getFirst();
        assertThrows(TenantFailure.class, () -> joined.keepsake(account));
    }
}
