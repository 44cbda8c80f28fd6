package dev.shisa.catalog;

import dev.shisa.account.Facet;

/** One thing that a request does at least, whatever its catalog entry says of it. */
public sealed interface LeastHarm {

    /** The facet that is hit. */
    Facet facet();

    /** Whether a declared change admits at least this. A change of another facet never does. */
    boolean isAdmittedBy(Change declared);

    /** One phrase for people: the facet and what becomes of it. */
    String describe();

    /**
     * The facet goes at least as far as this change.
     *
     * @param change the mildest change that is honest
     */
    record Becomes(Change change) implements LeastHarm {
        @Override
        public Facet facet() {
            return change.facet();
        }

        @Override
        public boolean isAdmittedBy(Change declared) {
            if (change instanceof Change.ToIdentity least && declared instanceof Change.ToIdentity said) {
                return said.state().compareTo(least.state()) >= 0;
            }
            if (change instanceof Change.ToMailbox least && declared instanceof Change.ToMailbox said) {
                return said.state().compareTo(least.state()) >= 0;
            }
            return declared.equals(change);
        }

        @Override
        public String describe() {
            return facet().label() + ": " + change.describe();
        }
    }

    /** The account, or one whose manager it was, is tied to something. Only a way back may do that, so no catalog entry admits it. */
    record Ties() implements LeastHarm {
        @Override
        public Facet facet() {
            return Facet.GROUPS;
        }

        @Override
        public boolean isAdmittedBy(Change declared) {
            return declared instanceof Change.ToTies;
        }

        @Override
        public String describe() {
            return facet().label() + ": tied to something";
        }
    }

    /**
     * Something of the facet is lost; what exactly depends on the account.
     *
     * @param facet the facet
     */
    record Loses(Facet facet) implements LeastHarm {
        @Override
        public boolean isAdmittedBy(Change declared) {
            return declared.facet() == facet && (declared.isLoss() || declared instanceof Change.ToLicences);
        }

        @Override
        public String describe() {
            return facet.label() + ": something is lost";
        }
    }
}
