package dev.shisa.plan;

import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue;
import dev.shisa.account.Observation;
import dev.shisa.store.Digest;
import java.util.List;

/**
 * A digest over what decides how an account is treated. The service has no entity tags for users (m365.md §2.10), so this is what tells at
 * the moment of writing that the account is still the one that was planned for.
 */
public final class Fingerprint {
    private static final List<Facet> DECIDING = List.of(Facet.IDENTITY, Facet.ENABLED, Facet.MAILBOX, Facet.ARCHIVE,
            Facet.HOLDS,
            Facet.LICENCES, Facet.ADDRESSES);

    private Fingerprint() {
    }

    /** The fingerprint of a single observation. */
    public static String of(Observation account) {
        StringBuilder text = new StringBuilder(account.id().value());
        for (Facet facet : DECIDING) {
            text.append('\n').append(facet.label()).append('=')
                    .append(account.value(facet).map(FacetValue::toString).orElse("unseen"));
        }
        account.traits().ifPresent(traits -> text.append('\n').append(traits.kind()).append(traits.synced())
                .append(traits.managementRestricted()).append(traits.deletedAt()).append(traits.conditions()));
        return Digest.of(text.toString());
    }
}
