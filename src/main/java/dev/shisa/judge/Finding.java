package dev.shisa.judge;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue;
import dev.shisa.account.Harm;
import dev.shisa.account.Reading;
import dev.shisa.text.Text;
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
 * @param by who did it, where that decided the outcome; otherwise {@link Attribution.NotAsked}
 */
public record Finding(AccountId account, Facet facet, Outcome outcome, Harm harm, Optional<Instant> until,
        Reading before, Reading after, Attribution by) {

    /** One phrase for people: from what to what, and by whom where the audit log names somebody else. */
    public String describe() {
        return by instanceof Attribution.Other other
                ? Text.of("{0}: {1} -> {2}, by {3}", facet.label(), text(before), text(after), other.actor()).toString()
                : facet.label() + ": " + text(before) + " -> " + text(after);
    }

    /** Whether this is a loss, small ones included, that nobody else is known to have caused. */
    boolean isUnclaimedLoss() {
        return harm != Harm.NONE && !(by instanceof Attribution.Other)
                && (outcome == Outcome.EXTRA || outcome == Outcome.BACKGROUND);
    }

    private static String text(Reading reading) {
        return switch (reading) {
            case Reading.Seen seen -> describe(seen.seen());
            case Reading.Unseen unseen -> Text.of("unseen ({0})", unseen.reason()).toString();
        };
    }

    private static String describe(FacetValue value) {
        return value.describe();
    }
}
