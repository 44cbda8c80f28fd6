package dev.shisa.exchange;

import dev.shisa.text.Text;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantFailure.Reason;
import dev.shisa.tenant.TenantTrait;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What holds for all mailboxes of a tenant.
 *
 * @param delayedDelicensing whether a mailbox outlives its licence by 30 days
 * @param holds the holds on every mailbox
 */
record Organisation(boolean delayedDelicensing, SortedSet<String> holds) {

    /** Asks the service; empty when this application has no right to ask. */
    static Optional<Organisation> read(ExchangeWire wire) throws TenantFailure {
        List<Organisation> found = new ArrayList<>();
        try {
            wire.all(Cmdlet.organization(), (node, page) -> found.add(of(new Row(node, page))));
        } catch (TenantFailure e) {
            if (e.reason() == Reason.DENIED || e.reason() == Reason.SIGN_IN_REFUSED) {
                return Optional.empty();
            }
            throw e;
        }
        if (found.size() != 1) {
            throw new TenantFailure(Reason.MALFORMED,
                    Text.of("The Exchange service tells of {0} organisations instead of one.", found.size()));
        }
        return Optional.of(found.getFirst());
    }

    /** Of an organisation's holds only those of mailboxes count, and of these not those that only delete. */
    private static Organisation of(Row row) throws TenantFailure {
        TreeSet<String> holds = new TreeSet<>();
        for (String hold : row.texts("InPlaceHolds")) {
            if (hold.startsWith("mbx") && !hold.endsWith(":1")) {
                holds.add(hold);
            }
        }
        return new Organisation(row.flag("DelayedDelicensingEnabled"), Collections.unmodifiableSortedSet(holds));
    }

    /** The same as traits of the tenant. */
    SortedMap<String, String> traits() {
        TreeMap<String, String> traits = new TreeMap<>();
        traits.put(TenantTrait.DELAYED_DELICENSING, delayedDelicensing ? "on" : "off");
        traits.put(TenantTrait.ORGANISATION_HOLDS, holds.isEmpty() ? "none" : String.join(",", holds));
        return traits;
    }
}
