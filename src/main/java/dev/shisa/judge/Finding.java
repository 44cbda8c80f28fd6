package dev.shisa.judge;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue;
import dev.shisa.account.Harm;
import dev.shisa.account.Reading;
import java.time.Instant;
import java.util.Optional;

/**
 * The outcome of one facet of one account, with what it rests on.
 *
 * @param account the account
 * @param facet the facet
 * @param outcome what became of it
 * @param harm how bad the change is, whoever made it
 * @param until when a pending or deferred outcome falls due, by the service's clock
 * @param before the reading before
 * @param after the reading after
 */
public record Finding(AccountId account, Facet facet, Outcome outcome, Harm harm, Optional<Instant> until,
        Reading before,
        Reading after) {

    /** One phrase for people: from what to what. */
    public String describe() {
        return facet.label() + ": " + text(before) + " -> " + text(after);
    }

    private static String text(Reading reading) {
        return switch (reading) {
            case Reading.Seen seen -> describe(seen.seen());
            case Reading.Unseen unseen -> "unseen (" + unseen.reason() + ")";
        };
    }

    private static String describe(FacetValue value) {
        return value.describe();
    }
}
