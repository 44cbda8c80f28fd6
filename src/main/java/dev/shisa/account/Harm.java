package dev.shisa.account;

import dev.shisa.account.FacetValue.Addresses;
import dev.shisa.account.FacetValue.Archive;
import dev.shisa.account.FacetValue.Enabled;
import dev.shisa.account.FacetValue.Groups;
import dev.shisa.account.FacetValue.Holds;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.FacetValue.Licences;
import dev.shisa.account.FacetValue.Mailbox;
import dev.shisa.account.FacetValue.Password;
import dev.shisa.account.FacetValue.Profile;
import dev.shisa.account.FacetValue.Roles;
import dev.shisa.account.FacetValue.Visibility;

/** How bad a change of one facet is for the person behind the account. */
public enum Harm {
    /** Nothing was lost. */
    NONE,
    /** Something was lost that is put back by hand in minutes. */
    SOFT,
    /** The identity, the sign-in, the mailbox, an address, or a right was lost or gained. */
    CRITICAL;

    /**
     * The harm of a change.
     *
     * @param before the value before
     * @param after the value after, of the same facet
     * @throws IllegalArgumentException when the two are values of different facets
     */
    public static Harm of(FacetValue before, FacetValue after) {
        if (before.facet() != after.facet()) {
            throw new IllegalArgumentException("two facets: " + before.facet() + ", " + after.facet());
        }
        if (before.equals(after)) {
            return NONE;
        }
        return switch (before) {
            case Identity from -> from.compareTo((Identity) after) < 0 ? CRITICAL : NONE;
            case Enabled _ -> CRITICAL;
            case Mailbox from -> ofMailbox(from, (Mailbox) after);
            case Archive from -> from.present() ? CRITICAL : NONE;
            case Visibility from -> from.hidden() ? CRITICAL : SOFT;
            case Holds from -> ((Holds) after).holds().containsAll(from.holds()) ? NONE : CRITICAL;
            case Licences from -> ofLicences(from, (Licences) after);
            case Addresses from -> ((Addresses) after).all().containsAll(from.all()) ? NONE : CRITICAL;
            case Roles from -> from.roles().containsAll(((Roles) after).roles()) ? SOFT : CRITICAL;
            case Groups from -> ofGroups(from, (Groups) after);
            case Password _,Profile _ -> SOFT;
        };
    }

    private static Harm ofMailbox(Mailbox from, Mailbox to) {
        boolean sameBox = from.guid().isEmpty() || to.guid().isEmpty() || from.guid().equals(to.guid());
        if (!sameBox) {
            return CRITICAL;
        }
        return from.state().compareTo(to.state()) < 0 ? CRITICAL : NONE;
    }

    private static Harm ofLicences(Licences from, Licences to) {
        if (from.giveMailbox() && !to.giveMailbox()) {
            return CRITICAL;
        }
        return to.covers(from) ? NONE : SOFT;
    }

    private static Harm ofGroups(Groups from, Groups to) {
        return to.memberOf().containsAll(from.memberOf()) && to.owns().containsAll(from.owns()) ? NONE : SOFT;
    }
}
