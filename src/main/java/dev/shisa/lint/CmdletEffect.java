package dev.shisa.lint;

import dev.shisa.account.Facet;
import dev.shisa.account.Harm;
import dev.shisa.catalog.Texts;
import java.util.Optional;

/**
 * One thing that becomes of what a cmdlet hits. Immutable.
 *
 * @param facet the aspect of the account; empty when it is no account, such as a site, a group or a policy
 * @param becomes what becomes of the facet, in the words of docs/lint-cmdlets.md; empty exactly when there is no facet
 * @param harm how bad that is
 * @param irreversible whether no way back exists, from no recycle bin and by no restore
 * @param occasion when it happens
 * @param what one clause for people, beginning with the thing that is hit, without a full stop
 */
public record CmdletEffect(Optional<Facet> facet, String becomes, Harm harm, boolean irreversible, Occasion occasion,
        Texts what) {

    /** The condition under which it happens; empty when there is none. */
    public Optional<Condition> when() {
        return occasion.when();
    }

    /** Whether it happens in that call, as far as can be seen: in doubt it does. */
    public boolean applies(Given given) {
        return occasion.applies(given);
    }
}
