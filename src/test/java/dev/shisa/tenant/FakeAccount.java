package dev.shisa.tenant;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue;
import dev.shisa.account.FacetValue.Addresses;
import dev.shisa.account.FacetValue.Enabled;
import dev.shisa.account.FacetValue.Groups;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.FacetValue.Licences;
import dev.shisa.account.FacetValue.Mailbox;
import dev.shisa.account.FacetValue.Password;
import dev.shisa.account.FacetValue.Profile;
import dev.shisa.account.FacetValue.Roles;
import dev.shisa.account.Observation;
import dev.shisa.account.Reading;
import dev.shisa.account.Traits;
import dev.shisa.account.Traits.Kind;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The truth about one account of the fake tenant. Immutable.
 *
 * @param id the account
 * @param traits as a single read tells them
 * @param identity active or in the recycle bin
 * @param enabled whether it may sign in
 * @param mailboxGuid the GUID its mailbox has whenever a licence gives one
 * @param licences its licences
 * @param addresses its addresses
 * @param roles its roles
 * @param groups its groups
 * @param passwordChanged when its password was changed
 */
public record FakeAccount(AccountId id, Traits traits, Identity identity, boolean enabled, String mailboxGuid,
        Licences licences, Addresses addresses, Roles roles, Groups groups, Instant passwordChanged) {
    private static final List<Facet> LISTED = List.of(Facet.IDENTITY, Facet.ENABLED, Facet.LICENCES, Facet.ADDRESSES,
            Facet.PASSWORD, Facet.PROFILE);

    /** With another identity. */
    public FakeAccount withIdentity(Identity next, Optional<Instant> deletedAt) {
        Traits altered = new Traits(traits.userPrincipalName(), traits.displayName(), traits.kind(), traits.synced(),
                traits.managementRestricted(), deletedAt);
        return new FakeAccount(id, altered, next, enabled, mailboxGuid, licences, addresses, roles, groups,
                passwordChanged);
    }

    /** Enabled or disabled. */
    public FakeAccount withEnabled(boolean next) {
        return new FakeAccount(id, traits, identity, next, mailboxGuid, licences, addresses, roles, groups,
                passwordChanged);
    }

    /** With another mailbox. */
    public FakeAccount withMailboxGuid(String next) {
        return new FakeAccount(id, traits, identity, enabled, next, licences, addresses, roles, groups,
                passwordChanged);
    }

    /** With other licences. */
    public FakeAccount withLicences(Licences next) {
        return new FakeAccount(id, traits, identity, enabled, mailboxGuid, next, addresses, roles, groups,
                passwordChanged);
    }

    /** With other addresses. */
    public FakeAccount withAddresses(Addresses next) {
        return new FakeAccount(id, traits, identity, enabled, mailboxGuid, licences, next, roles, groups,
                passwordChanged);
    }

    /** With other roles. */
    public FakeAccount withRoles(Set<String> next) {
        return new FakeAccount(id, traits, identity, enabled, mailboxGuid, licences, addresses,
                new Roles(new TreeSet<>(next)),
                groups, passwordChanged);
    }

    /** In other groups, and owner of other things. */
    public FakeAccount withGroups(Set<String> memberOf, Set<String> owns) {
        return new FakeAccount(id, traits, identity, enabled, mailboxGuid, licences, addresses, roles,
                new Groups(new TreeSet<>(memberOf), new TreeSet<>(owns)), passwordChanged);
    }

    /** Of another kind. */
    public FakeAccount withKind(Kind kind) {
        Traits altered = new Traits(traits.userPrincipalName(), traits.displayName(), kind, traits.synced(),
                traits.managementRestricted(), traits.deletedAt());
        return new FakeAccount(id, altered, identity, enabled, mailboxGuid, licences, addresses, roles, groups,
                passwordChanged);
    }

    boolean isActive() {
        return identity == Identity.ACTIVE;
    }

    Observation observed(Instant now) {
        Map<Facet, Reading> readings = readings(now);
        for (Facet facet : List.of(Facet.ARCHIVE, Facet.VISIBILITY, Facet.HOLDS)) {
            readings.put(facet,
                    new Reading.Unseen(isActive() ? "only the Exchange service tells" : "in the recycle bin"));
        }
        return new Observation(id, Optional.of(traits), readings);
    }

    Observation listed(Instant now) {
        Map<Facet, Reading> readings = readings(now);
        if (isActive()) {
            readings.keySet().retainAll(LISTED);
        }
        Kind kind = traits.kind() == Kind.GUEST ? Kind.GUEST : Kind.MEMBER;
        return new Observation(id, Optional.of(withKind(kind).traits()), readings);
    }

    private Map<Facet, Reading> readings(Instant now) {
        Map<Facet, Reading> readings = new EnumMap<>(Facet.class);
        List<FacetValue> values = List.of(identity, new Enabled(enabled), mailbox(), licences, addresses, groups,
                new Password(Optional.of(passwordChanged)), new Profile(traits.displayName()));
        for (FacetValue value : values) {
            readings.put(value.facet(), isActive() || value == identity
                    ? new Reading.Seen(value, "fake", now)
                    : new Reading.Unseen("in the recycle bin"));
        }
        return readings;
    }

    private Mailbox mailbox() {
        return licences.giveMailbox() ? Mailbox.present(mailboxGuid) : Mailbox.of(Mailbox.State.GONE);
    }
}
