package dev.shisa.account;

import dev.shisa.account.FacetValue.Addresses;
import dev.shisa.account.FacetValue.Archive;
import dev.shisa.account.FacetValue.Enabled;
import dev.shisa.account.FacetValue.Groups;
import dev.shisa.account.FacetValue.Holds;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.FacetValue.Licences;
import dev.shisa.account.FacetValue.Mailbox;
import dev.shisa.account.FacetValue.Password;
import dev.shisa.account.FacetValue.Profile;
import dev.shisa.account.FacetValue.Roles;
import dev.shisa.account.FacetValue.Visibility;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** One person's cloud account with everything it can have, and the ways in which a test wants it to differ. Immutable. */
public final class AnAccount {
    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    public static final String SKU = "05e9a617-0261-4cee-bb44-138d3ef5d965";
    public static final String OTHER_SKU = "66b55226-6b4f-492c-910c-a3b7a3c9d993";
    public static final String MAILBOX_PLAN = "efb87545-963c-4e0d-99df-69c6916d9eb0";
    public static final String TEAMS_PLAN = "57ff2da0-773e-42df-b2af-ffb7a2317929";
    public static final Licence LICENCE = Licence.direct(SKU, Set.of(), Set.of(MAILBOX_PLAN));

    private final AccountId id;
    private final Optional<Traits> traits;
    private final Map<Facet, Reading> readings;

    private AnAccount(AccountId id, Optional<Traits> traits, Map<Facet, Reading> readings) {
        this.id = id;
        this.traits = traits;
        this.readings = readings;
    }

    /** The account of that number, as complete as can be, read at noon. */
    public static AnAccount number(int number) {
        String name = "user-" + number + "@sgu.example";
        AnAccount account = new AnAccount(id(number),
                Optional.of(new Traits(name, "User " + number, Traits.Kind.USER, false, false, Optional.empty())),
                new EnumMap<>(Facet.class));
        return account.with(Identity.ACTIVE).with(new Enabled(true)).with(Mailbox.present("box-" + number))
                .with(new Archive(true)).with(new Visibility(false)).with(new Holds(set()))
                .with(Licences.of(List.of(LICENCE))).with(new Addresses(name, name, set("SMTP:" + name)))
                .with(new Roles(set())).with(new Groups(set("group-1"), set()))
                .with(new Password(Optional.of(NOON.minusSeconds(86_400)))).with(new Profile("0123456789abcdef"));
    }

    /** The id of the account of that number. */
    public static AccountId id(int number) {
        return new AccountId(String.format(Locale.ROOT, "00000000-0000-4000-8000-%012d", number));
    }

    /** A sorted set of those texts. */
    public static SortedSet<String> set(String... texts) {
        return new TreeSet<>(List.of(texts));
    }

    /** With that value, seen when the identity was. */
    public AnAccount with(FacetValue value) {
        Instant at = readings.get(Facet.IDENTITY) instanceof Reading.Seen seen ? seen.readAt() : NOON;
        return with(value.facet(), new Reading.Seen(value, "test", at));
    }

    /** With that reading. */
    public AnAccount with(Facet facet, Reading reading) {
        EnumMap<Facet, Reading> changed = new EnumMap<>(readings.isEmpty() ? new EnumMap<>(Facet.class) : readings);
        changed.put(facet, reading);
        return new AnAccount(id, traits, changed);
    }

    /** With that facet looked for and not seen. */
    public AnAccount unseen(Facet... facets) {
        AnAccount account = this;
        for (Facet facet : facets) {
            account = account.with(facet, new Reading.Unseen("test"));
        }
        return account;
    }

    /** With nobody having asked for that facet. */
    public AnAccount notRead(Collection<Facet> facets) {
        EnumMap<Facet, Reading> changed = new EnumMap<>(readings);
        changed.keySet().removeAll(facets);
        return new AnAccount(id, traits, changed);
    }

    /** Everything seen at that time. */
    public AnAccount at(Instant time) {
        EnumMap<Facet, Reading> changed = new EnumMap<>(Facet.class);
        readings.forEach((facet, reading) -> changed.put(facet, reading instanceof Reading.Seen seen
                ? new Reading.Seen(seen.seen(), seen.source(), time)
                : reading));
        return new AnAccount(id, traits, changed);
    }

    /** With that sign-in name as its only address. */
    public AnAccount named(String name) {
        return named(name, name, "SMTP:" + name);
    }

    /** With that sign-in name and those addresses. */
    public AnAccount named(String name, String mail, String... proxies) {
        Traits was = traits.orElseThrow();
        return new AnAccount(id, Optional.of(new Traits(name, was.displayName(), was.kind(), was.synced(),
                was.managementRestricted(), was.deletedAt())), readings)
                .with(new Addresses(name, mail, set(proxies)));
    }

    /** With those traits. */
    public AnAccount with(Traits changed) {
        return new AnAccount(id, Optional.of(changed), readings);
    }

    /** Of that kind. */
    public AnAccount kind(Traits.Kind kind) {
        Traits was = traits.orElseThrow();
        return with(new Traits(was.userPrincipalName(), was.displayName(), kind, was.synced(),
                was.managementRestricted(), was.deletedAt()));
    }

    /** Owned by a directory on premises. */
    public AnAccount synced() {
        Traits was = traits.orElseThrow();
        return with(new Traits(was.userPrincipalName(), was.displayName(), was.kind(), true,
                was.managementRestricted(), was.deletedAt()));
    }

    /** In a restricted management unit. */
    public AnAccount restricted() {
        Traits was = traits.orElseThrow();
        return with(new Traits(was.userPrincipalName(), was.displayName(), was.kind(), was.synced(), true,
                was.deletedAt()));
    }

    /** With a mailbox of which that is said. */
    public AnAccount with(Traits.Condition condition) {
        return with(traits.orElseThrow().with(Set.of(condition)));
    }

    /** An object the service knows nowhere. */
    public AnAccount absent() {
        return new AnAccount(id, Optional.empty(), new EnumMap<>(Facet.class)).with(Identity.ABSENT);
    }

    /** In the recycle bin, where only a part can be read. */
    public AnAccount deleted() {
        return with(Identity.SOFT_DELETED).unseen(Facet.MAILBOX, Facet.ARCHIVE, Facet.VISIBILITY, Facet.HOLDS,
                Facet.ROLES, Facet.GROUPS);
    }

    /** The observation. */
    public Observation seen() {
        return new Observation(id, traits, readings);
    }
}
