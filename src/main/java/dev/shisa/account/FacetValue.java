package dev.shisa.account;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a facet was seen to be. Immutable; equality is what "unchanged" means. */
public sealed interface FacetValue {

    /** The facet this is a value of. */
    Facet facet();

    /**
     * Whether there is nothing here to lose. A rehearsal on an account whose facet is empty has not exercised that facet.
     */
    boolean isEmpty();

    /** A short text for people: what it is, without personal content beyond the account's own names. */
    String describe();

    /** The identity: down the list is the harmful direction. */
    enum Identity implements FacetValue {
        ACTIVE,
        SOFT_DELETED,
        ABSENT;

        @Override
        public Facet facet() {
            return Facet.IDENTITY;
        }

        @Override
        public boolean isEmpty() {
            return this == ABSENT;
        }

        @Override
        public String describe() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * The flag that lets the account sign in.
     *
     * @param enabled the accountEnabled flag
     */
    record Enabled(boolean enabled) implements FacetValue {
        @Override
        public Facet facet() {
            return Facet.ENABLED;
        }

        @Override
        public boolean isEmpty() {
            return !enabled;
        }

        @Override
        public String describe() {
            return enabled ? "enabled" : "disabled";
        }
    }

    /**
     * A mailbox as its source tells of it.
     *
     * @param state what was seen of the mailbox
     * @param guid the mailbox GUID, where the source tells it
     */
    record Mailbox(State state, Optional<String> guid) implements FacetValue {

        /** What can be seen of a mailbox. */
        public enum State {
            /** It answers. */
            PRESENT,
            /** Kept after the account is gone, because of a hold. */
            INACTIVE,
            /** Disconnected by the loss of its licence; kept for 30 days. */
            TOMBSTONE,
            /** Deleted with its account; kept for 30 days. */
            SOFT_DELETED,
            /** The service says only that no mailbox answers. It may be any of the states around this one but PRESENT. */
            GONE,
            /** There is none, and none is kept. */
            ABSENT;

            /** The name in files and output. */
            public String label() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }

        /** A mailbox that answers, with its GUID. */
        public static Mailbox present(String guid) {
            return new Mailbox(State.PRESENT, Optional.of(guid));
        }

        /** A mailbox in that state, its GUID unknown. */
        public static Mailbox of(State state) {
            return new Mailbox(state, Optional.empty());
        }

        @Override
        public Facet facet() {
            return Facet.MAILBOX;
        }

        @Override
        public boolean isEmpty() {
            return state != State.PRESENT;
        }

        @Override
        public String describe() {
            return state.label() + guid.map(g -> " (" + g + ")").orElse("");
        }
    }

    /**
     * Whether an archive mailbox was seen.
     *
     * @param present whether there is an archive mailbox
     */
    record Archive(boolean present) implements FacetValue {
        @Override
        public Facet facet() {
            return Facet.ARCHIVE;
        }

        @Override
        public boolean isEmpty() {
            return !present;
        }

        @Override
        public String describe() {
            return present ? "present" : "none";
        }
    }

    /**
     * Whether address lists show the mailbox.
     *
     * @param hidden whether the mailbox is hidden from address lists
     */
    record Visibility(boolean hidden) implements FacetValue {
        @Override
        public Facet facet() {
            return Facet.VISIBILITY;
        }

        @Override
        public boolean isEmpty() {
            return false;
        }

        @Override
        public String describe() {
            return hidden ? "hidden" : "visible";
        }
    }

    /**
     * The holds on a mailbox.
     *
     * @param holds names of the holds on the mailbox
     */
    record Holds(SortedSet<String> holds) implements FacetValue {
        public Holds {
            holds = FrozenSet.of(holds);
        }

        @Override
        public Facet facet() {
            return Facet.HOLDS;
        }

        @Override
        public boolean isEmpty() {
            return holds.isEmpty();
        }

        @Override
        public String describe() {
            return holds.toString();
        }
    }

    /**
     * The licences of an account.
     *
     * @param licences every assigned SKU, once
     */
    record Licences(SortedSet<Licence> licences) implements FacetValue {
        public Licences {
            licences = FrozenSet.of(licences);
        }

        /** Those licences. */
        public static Licences of(Collection<Licence> licences) {
            return new Licences(FrozenSet.of(licences));
        }

        /** Whether any licence entitles to a mailbox. */
        public boolean giveMailbox() {
            return licences.stream().anyMatch(Licence::givesMailbox);
        }

        /** Whether everything the other set gives is given by this one too. */
        public boolean covers(Licences other) {
            return other.licences.stream().allMatch(wanted -> licences.stream().anyMatch(held -> held.covers(wanted)));
        }

        @Override
        public Facet facet() {
            return Facet.LICENCES;
        }

        @Override
        public boolean isEmpty() {
            return licences.isEmpty();
        }

        @Override
        public String describe() {
            return licences.stream()
                    .map(l -> l.sku() + (l.disabledPlans().isEmpty() ? "" : " without " + l.disabledPlans()))
                    .toList().toString();
        }
    }

    /**
     * Addresses compare without regard to case, so they are kept folded.
     *
     * @param userPrincipalName the sign-in name
     * @param mail the primary address, empty when there is none
     * @param proxies every proxy address with its prefix
     */
    record Addresses(String userPrincipalName, String mail, SortedSet<String> proxies) implements FacetValue {
        public Addresses {
            userPrincipalName = userPrincipalName.toLowerCase(Locale.ROOT);
            mail = mail.toLowerCase(Locale.ROOT);
            proxies = FrozenSet.of(proxies.stream().map(proxy -> proxy.toLowerCase(Locale.ROOT)).toList());
        }

        /** Everything somebody can be reached or can sign in by. */
        public SortedSet<String> all() {
            TreeSet<String> all = new TreeSet<>(proxies);
            all.add("upn:" + userPrincipalName);
            if (!mail.isEmpty()) {
                all.add("mail:" + mail);
            }
            return all;
        }

        @Override
        public Facet facet() {
            return Facet.ADDRESSES;
        }

        @Override
        public boolean isEmpty() {
            return mail.isEmpty() && proxies.isEmpty();
        }

        @Override
        public String describe() {
            return all().toString();
        }
    }

    /**
     * The directory roles of an account.
     *
     * @param roles one text per role held, such as {@code assigned:ROLE}, {@code eligible:ROLE}, {@code assigned:ROLE@SCOPE}
     */
    record Roles(SortedSet<String> roles) implements FacetValue {
        /** The same in every tenant (Microsoft Entra built-in roles). */
        private static final String GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";

        public Roles {
            roles = FrozenSet.of(roles);
        }

        /** Whether the account is a global administrator now, for the whole tenant. */
        public boolean isGlobalAdministrator() {
            return roles.contains("assigned:" + GLOBAL_ADMINISTRATOR);
        }

        @Override
        public Facet facet() {
            return Facet.ROLES;
        }

        @Override
        public boolean isEmpty() {
            return roles.isEmpty();
        }

        @Override
        public String describe() {
            return roles.toString();
        }
    }

    /**
     * Memberships and ownerships.
     *
     * @param memberOf ids of the groups the account is a direct member of
     * @param owns ids of the objects the account owns
     */
    record Groups(SortedSet<String> memberOf, SortedSet<String> owns) implements FacetValue {
        public Groups {
            memberOf = FrozenSet.of(memberOf);
            owns = FrozenSet.of(owns);
        }

        @Override
        public Facet facet() {
            return Facet.GROUPS;
        }

        @Override
        public boolean isEmpty() {
            return memberOf.isEmpty() && owns.isEmpty();
        }

        @Override
        public String describe() {
            return "member of " + memberOf + ", owner of " + owns;
        }
    }

    /**
     * The last password change.
     *
     * @param changed when the password was last changed, by the service's clock; empty when the service keeps none
     */
    record Password(Optional<Instant> changed) implements FacetValue {
        @Override
        public Facet facet() {
            return Facet.PASSWORD;
        }

        @Override
        public boolean isEmpty() {
            return changed.isEmpty();
        }

        @Override
        public String describe() {
            return changed.map(at -> "changed " + at).orElse("none");
        }
    }

    /**
     * A digest that changes with any named property.
     *
     * @param digest SHA-256 over the named properties, in hexadecimal
     */
    record Profile(String digest) implements FacetValue {
        @Override
        public Facet facet() {
            return Facet.PROFILE;
        }

        @Override
        public boolean isEmpty() {
            return false;
        }

        @Override
        public String describe() {
            return digest.substring(0, Math.min(12, digest.length()));
        }
    }
}
