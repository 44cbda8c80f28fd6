package dev.shisa.evidence;

import dev.shisa.account.Facet;
import dev.shisa.account.Harm;

/**
 * A difference between before the rehearsal and after its undo: what does not come back.
 *
 * @param facet the facet
 * @param before what it was
 * @param after what it is
 * @param harm how bad that is
 */
public record Residue(Facet facet, String before, String after, Harm harm) {
}
