package dev.shisa.lint;

import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.FacetValue.Mailbox;
import dev.shisa.account.Harm;
import dev.shisa.catalog.Change;
import java.util.List;
import java.util.Optional;

/**
 * One word for what becomes of a facet.
 *
 * @param facet the facet
 * @param word the word
 * @param least the harm that it is at least
 * @param change the declared change of a catalog that it is; empty when the word is vaguer than any
 */
record FacetWord(Facet facet, String word, Harm least, Optional<Change> change) {
    private static final List<FacetWord> WORDS = List.of(
            of(Facet.IDENTITY, "active", Harm.NONE, new Change.ToIdentity(Identity.ACTIVE)),
            of(Facet.IDENTITY, "soft-deleted", Harm.CRITICAL, new Change.ToIdentity(Identity.SOFT_DELETED)),
            of(Facet.IDENTITY, "absent", Harm.CRITICAL, new Change.ToIdentity(Identity.ABSENT)),
            of(Facet.ENABLED, "enabled", Harm.CRITICAL, new Change.ToEnabled(true)),
            of(Facet.ENABLED, "disabled", Harm.CRITICAL, new Change.ToEnabled(false)),
            of(Facet.MAILBOX, "present", Harm.NONE, new Change.ToMailbox(Mailbox.State.PRESENT)),
            of(Facet.MAILBOX, "inactive", Harm.CRITICAL, new Change.ToMailbox(Mailbox.State.INACTIVE)),
            of(Facet.MAILBOX, "tombstone", Harm.CRITICAL, new Change.ToMailbox(Mailbox.State.TOMBSTONE)),
            of(Facet.MAILBOX, "soft-deleted", Harm.CRITICAL, new Change.ToMailbox(Mailbox.State.SOFT_DELETED)),
            of(Facet.MAILBOX, "absent", Harm.CRITICAL, new Change.ToMailbox(Mailbox.State.ABSENT)),
            of(Facet.MAILBOX, "changed", Harm.SOFT), of(Facet.MAILBOX, "fewer-items", Harm.CRITICAL),
            of(Facet.ARCHIVE, "present", Harm.NONE), of(Facet.ARCHIVE, "absent", Harm.CRITICAL),
            of(Facet.VISIBILITY, "hidden", Harm.SOFT), of(Facet.VISIBILITY, "visible", Harm.SOFT),
            of(Facet.HOLDS, "more", Harm.NONE), of(Facet.HOLDS, "fewer", Harm.CRITICAL),
            of(Facet.LICENCES, "more", Harm.NONE), of(Facet.LICENCES, "fewer", Harm.SOFT),
            of(Facet.ADDRESSES, "more", Harm.NONE),
            of(Facet.ADDRESSES, "fewer", Harm.CRITICAL, new Change.MayLoseAddresses()),
            of(Facet.ADDRESSES, "changed", Harm.CRITICAL), of(Facet.ROLES, "more", Harm.SOFT),
            of(Facet.ROLES, "fewer", Harm.CRITICAL), of(Facet.GROUPS, "more", Harm.NONE),
            of(Facet.GROUPS, "fewer", Harm.SOFT), of(Facet.PASSWORD, "changed", Harm.SOFT),
            of(Facet.PROFILE, "changed", Harm.SOFT));

    private static FacetWord of(Facet facet, String word, Harm least) {
        return new FacetWord(facet, word, least, Optional.empty());
    }

    private static FacetWord of(Facet facet, String word, Harm least, Change change) {
        return new FacetWord(facet, word, least, Optional.of(change));
    }

    static Optional<FacetWord> parse(Facet facet, String word) {
        return of(facet).stream().filter(known -> known.word.equals(word)).findFirst();
    }

    static List<FacetWord> of(Facet facet) {
        return WORDS.stream().filter(known -> known.facet == facet).toList();
    }
}
