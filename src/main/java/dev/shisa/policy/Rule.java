package dev.shisa.policy;

import dev.shisa.catalog.Texts;
import dev.shisa.diag.ExitStatus;

/** What a policy demands. Of several that speak of the same, the strictest counts. */
sealed interface Rule {
    /** The expression that is evaluated. */
    Expression expression();

    /**
     * Something has to hold.
     *
     * @param expression true where it holds
     * @param status what a refusal ends with
     * @param message why it refuses, with {@code {name}} for values
     * @param waivable whether a signed waiver can let a plan pass
     */
    record Require(Expression expression, ExitStatus status, Texts message, boolean waivable) implements Rule {
    }

    /**
     * So many other people have to approve; the largest number counts.
     *
     * @param expression how many
     */
    record Approvals(Expression expression) implements Rule {
    }

    /**
     * No more than so many accounts may be written and not yet judged; the smallest number counts.
     *
     * @param expression how many
     */
    record Exposure(Expression expression) implements Rule {
    }

    /**
     * No more than so many writes a second; the smallest number counts.
     *
     * @param expression how many
     */
    record Pace(Expression expression) implements Rule {
    }
}
