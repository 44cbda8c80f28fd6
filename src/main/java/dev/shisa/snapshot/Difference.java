package dev.shisa.snapshot;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue;
import dev.shisa.account.Harm;
import dev.shisa.account.Observation;

/** One thing that differs between two snapshots. */
public sealed interface Difference {

    /** The account. */
    AccountId id();

    /** What people call it. */
    String name();

    /** How bad it is for the person behind the account. */
    Harm harm();

    /**
     * An account that the earlier snapshot does not have.
     *
     * @param after as the later one has it
     */
    record Added(Observation after) implements Difference {
        @Override
        public AccountId id() {
            return after.id();
        }

        @Override
        public String name() {
            return after.name();
        }

        @Override
        public Harm harm() {
            return Harm.NONE;
        }
    }

    /**
     * An account that the later snapshot does not have, not even in the recycle bin.
     *
     * @param before as the earlier one has it
     */
    record Removed(Observation before) implements Difference {
        @Override
        public AccountId id() {
            return before.id();
        }

        @Override
        public String name() {
            return before.name();
        }

        @Override
        public Harm harm() {
            return Harm.CRITICAL;
        }
    }

    /**
     * A facet with another value.
     *
     * @param id the account
     * @param name what people call it
     * @param before the earlier value
     * @param after the later value
     */
    record Changed(AccountId id, String name, FacetValue before, FacetValue after) implements Difference {

        /** The facet. */
        public Facet facet() {
            return before.facet();
        }

        @Override
        public Harm harm() {
            return Harm.of(before, after);
        }
    }

    /**
     * A facet that only one of the two snapshots has seen, so that nobody can say whether it changed.
     *
     * @param id the account
     * @param name what people call it
     * @param facet the facet
     * @param reason why the other one has not
     */
    record Unseen(AccountId id, String name, Facet facet, String reason) implements Difference {
        /** Soft: nothing is known to be lost. It is a difference all the same, so that it is not taken for "unchanged". */
        @Override
        public Harm harm() {
            return Harm.SOFT;
        }
    }
}
