package dev.shisa.catalog;

import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue;
import dev.shisa.account.FacetValue.Addresses;
import dev.shisa.account.FacetValue.Enabled;
import dev.shisa.account.FacetValue.Groups;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.FacetValue.Licences;
import dev.shisa.account.FacetValue.Mailbox;
import dev.shisa.account.Licence;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a command declares to do to one facet. A declared change is checked against the value before, never against a wish. */
public sealed interface Change {

    /** The facet that changes. */
    Facet facet();

    /** Whether the change takes something away from the person behind the account. */
    boolean isLoss();

    /** Whether the value after is what this change makes of the value before. */
    boolean isMet(FacetValue before, FacetValue after);

    /** Whether an account with this value before can show the change at all; otherwise it holds already. */
    default boolean holdsAlready(FacetValue before) {
        return isMet(before, before);
    }

    /**
     * Whether a service on its way to the declared state may look like this for a moment, so that it is no harm before the bound.
     */
    default boolean mayPass(FacetValue before, FacetValue after) {
        return false;
    }

    /** One phrase for people. */
    String describe();

    /**
     * The identity goes to that state.
     *
     * @param state the state afterwards
     */
    record ToIdentity(Identity state) implements Change {
        @Override
        public Facet facet() {
            return Facet.IDENTITY;
        }

        @Override
        public boolean isLoss() {
            return state != Identity.ACTIVE;
        }

        @Override
        public boolean isMet(FacetValue before, FacetValue after) {
            return after == state;
        }

        /** The recycle bin is known to list an account later than the directory stops to. */
        @Override
        public boolean mayPass(FacetValue before, FacetValue after) {
            return state == Identity.SOFT_DELETED && after == Identity.ABSENT;
        }

        @Override
        public String describe() {
            return state.describe();
        }
    }

    /**
     * The account is enabled or disabled.
     *
     * @param enabled the flag afterwards
     */
    record ToEnabled(boolean enabled) implements Change {
        @Override
        public Facet facet() {
            return Facet.ENABLED;
        }

        @Override
        public boolean isLoss() {
            return !enabled;
        }

        @Override
        public boolean isMet(FacetValue before, FacetValue after) {
            return after instanceof Enabled flag && flag.enabled() == enabled;
        }

        @Override
        public String describe() {
            return enabled ? "enabled" : "disabled";
        }
    }

    /**
     * The mailbox goes to that state. A source that can say only that no mailbox answers does not contradict a state in which none
     * answers; it does contradict {@code PRESENT}.
     *
     * @param state the state afterwards
     */
    record ToMailbox(Mailbox.State state) implements Change {
        @Override
        public Facet facet() {
            return Facet.MAILBOX;
        }

        @Override
        public boolean isLoss() {
            return state != Mailbox.State.PRESENT;
        }

        @Override
        public boolean isMet(FacetValue before, FacetValue after) {
            if (!(before instanceof Mailbox from && after instanceof Mailbox to) || otherBox(from, to)) {
                return false;
            }
            return to.state() == state || (state != Mailbox.State.PRESENT && to.state() == Mailbox.State.GONE);
        }

        private static boolean otherBox(Mailbox from, Mailbox to) {
            return from.guid().isPresent() && to.guid().isPresent() && !from.guid().equals(to.guid());
        }

        @Override
        public String describe() {
            return state.label();
        }
    }

    /** Every licence assigned to the account itself has its mailbox plans switched off; all else of it stays. */
    record WithoutMailboxPlans() implements Change {
        @Override
        public Facet facet() {
            return Facet.LICENCES;
        }

        @Override
        public boolean isLoss() {
            return true;
        }

        @Override
        public boolean isMet(FacetValue before, FacetValue after) {
            return before instanceof Licences from && after.equals(each(from, true));
        }

        @Override
        public String describe() {
            return "without their mailbox plans";
        }
    }

    /** Every licence assigned to the account itself has its mailbox plans switched on; all else of it stays. */
    record WithMailboxPlans() implements Change {
        @Override
        public Facet facet() {
            return Facet.LICENCES;
        }

        @Override
        public boolean isLoss() {
            return false;
        }

        @Override
        public boolean isMet(FacetValue before, FacetValue after) {
            return before instanceof Licences from && after.equals(each(from, false));
        }

        @Override
        public String describe() {
            return "with their mailbox plans";
        }
    }

    /**
     * One SKU is no longer assigned to the account itself; every other licence stays.
     *
     * @param sku the SKU id
     */
    record WithoutSku(String sku) implements Change {
        @Override
        public Facet facet() {
            return Facet.LICENCES;
        }

        @Override
        public boolean isLoss() {
            return true;
        }

        @Override
        public boolean isMet(FacetValue before, FacetValue after) {
            return before instanceof Licences from && after instanceof Licences to
                    && others(from, sku).equals(others(to, sku))
                    && of(to, sku).filter(Licence::direct).isEmpty();
        }

        @Override
        public String describe() {
            return "without " + sku;
        }
    }

    /**
     * One SKU is assigned to the account itself with all its plans; every other licence stays.
     *
     * @param sku the SKU id
     */
    record WithSku(String sku) implements Change {
        @Override
        public Facet facet() {
            return Facet.LICENCES;
        }

        @Override
        public boolean isLoss() {
            return false;
        }

        @Override
        public boolean isMet(FacetValue before, FacetValue after) {
            return before instanceof Licences from && after instanceof Licences to
                    && others(from, sku).equals(others(to, sku))
                    && of(to, sku).filter(l -> l.direct() && l.disabledPlans().isEmpty()).isPresent();
        }

        @Override
        public String describe() {
            return "with " + sku;
        }
    }

    /**
     * The licences become exactly these. No catalog entry can say so, because it speaks of no account; an undo does.
     *
     * @param licences the licences afterwards
     */
    record ToLicences(Licences licences) implements Change {
        @Override
        public Facet facet() {
            return Facet.LICENCES;
        }

        @Override
        public boolean isLoss() {
            return false;
        }

        @Override
        public boolean isMet(FacetValue before, FacetValue after) {
            return after.equals(licences);
        }

        @Override
        public String describe() {
            return "as they were";
        }
    }

    /**
     * The account is tied again to what it was tied to. No catalog entry can say so; an undo does.
     *
     * @param groups what it belonged to and owned before
     */
    record ToTies(Groups groups) implements Change {
        @Override
        public Facet facet() {
            return Facet.GROUPS;
        }

        @Override
        public boolean isLoss() {
            return false;
        }

        @Override
        public boolean isMet(FacetValue before, FacetValue after) {
            return after.equals(groups);
        }

        @Override
        public String describe() {
            return "as they were";
        }
    }

    /** Addresses that somebody else has taken meanwhile are lost; nothing else changes. */
    record MayLoseAddresses() implements Change {
        @Override
        public Facet facet() {
            return Facet.ADDRESSES;
        }

        @Override
        public boolean isLoss() {
            return true;
        }

        @Override
        public boolean isMet(FacetValue before, FacetValue after) {
            return before instanceof Addresses from && after instanceof Addresses to
                    && from.userPrincipalName().equals(to.userPrincipalName()) && from.all().containsAll(to.all());
        }

        @Override
        public String describe() {
            return "without those that somebody else holds by now";
        }
    }

    /** A mailbox may come, back or new; one that is there stays. What a licence brings depends on the SKU. */
    record MayGainMailbox() implements Change {
        @Override
        public Facet facet() {
            return Facet.MAILBOX;
        }

        @Override
        public boolean isLoss() {
            return false;
        }

        @Override
        public boolean isMet(FacetValue before, FacetValue after) {
            return after.equals(before) || new ToMailbox(Mailbox.State.PRESENT).isMet(before, after);
        }

        @Override
        public String describe() {
            return "present where the licence gives one";
        }
    }

    private static Licences each(Licences from, boolean off) {
        return Licences.of(from.licences().stream()
                .map(l -> l.direct() ? (off ? l.withoutMailbox() : l.withMailbox()) : l).toList());
    }

    private static Set<Licence> others(Licences licences, String sku) {
        TreeSet<Licence> others = new TreeSet<>(licences.licences());
        others.removeIf(l -> l.sku().equals(sku));
        return others;
    }

    private static Optional<Licence> of(Licences licences, String sku) {
        return licences.licences().stream().filter(l -> l.sku().equals(sku)).findFirst();
    }
}
