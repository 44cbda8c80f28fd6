package dev.shisa.keepsake;

import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.catalog.Change;
import dev.shisa.catalog.Contract;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of each part of a keepsake under a contract. What rests on Microsoft's word:
 *
 * <ul>
 * <li>A deleted account is kept for 30 days with its mailbox and licences, and comes back as a member of its groups
 * (learn.microsoft.com/graph/api/user-delete, learn.microsoft.com/graph/api/directory-deleteditems-restore).
 * <li>A licence that is given back within 30 days reconnects the mailbox
 * (learn.microsoft.com/exchange/recipients-in-exchange-online/delete-or-restore-mailboxes).
 * <li>What was deleted for good is recreated by hand, if it can be at all (learn.microsoft.com/entra/architecture/recover-from-deletions).
 * </ul>
 *
 * Nobody promises that the settings of a mailbox come back with it, so they are put back by hand where they did not. What the service does not tie
 * again by itself the undo ties ({@link Restitution}), and after that it looks whether it is tied.
 */
public final class LossTable {
    private LossTable() {
    }

    /** What becomes of a part. */
    public enum Fate {
        /** The undo brings it back, and judges whether it is back. */
        RETURNS("comes back with the undo"),
        /** A person puts it back from the keepsake. */
        BY_HAND("put back by hand from the keepsake"),
        /** Nothing brings it back. */
        LOST("lost");

        private final String label;

        Fate(String label) {
            this.label = label;
        }

        /** The fate as people and files write it. */
        public String label() {
            return label;
        }
    }

    /**
     * One line of the table.
     *
     * @param part what an account may take with it
     * @param fate what becomes of it
     * @param how one phrase: what the fate rests on, or its bound
     */
    public record Row(String part, Fate fate, String how) {
    }

    /** The parts that a contract touches, with what becomes of them; empty where it touches none. */
    public static List<Row> of(Contract contract) {
        if (becomes(contract, Identity.ABSENT)) {
            return forGood();
        }
        if (becomes(contract, Identity.SOFT_DELETED)) {
            return inRecycleBin();
        }
        List<Row> rows = new ArrayList<>();
        if (takes(contract, Facet.LICENCES)) {
            rows.add(new Row("licences with their disabled plans", Fate.RETURNS,
                    "those of the account itself, as they were, if a seat is free; those of groups are not touched"));
        }
        if (takes(contract, Facet.MAILBOX)) {
            rows.addAll(ofMailbox());
        }
        return rows;
    }

    private static boolean becomes(Contract contract, Identity state) {
        return contract.effect(Facet.IDENTITY).filter(effect -> effect.change() instanceof Change.ToIdentity to
                && to.state() == state).isPresent();
    }

    private static boolean takes(Contract contract, Facet facet) {
        return contract.effect(facet).filter(effect -> effect.change().isLoss()).isPresent();
    }

    private static List<Row> inRecycleBin() {
        List<Row> rows = new ArrayList<>(List.of(
                new Row("licences with their disabled plans", Fate.RETURNS,
                        "within 30 days, if a seat is free; those of groups come with the group"),
                new Row("memberships of groups", Fate.RETURNS, "within 30 days, while the group exists"),
                new Row("memberships by rule, on-premises, at Exchange, and of roles", Fate.BY_HAND,
                        "where the service does not bring them back itself"),
                new Row("ownerships of groups", Fate.RETURNS, "within 30 days, while the group exists"),
                new Row("ownerships of applications", Fate.BY_HAND,
                        "where the service does not bring them back itself"),
                new Row("manager", Fate.RETURNS, "within 30 days, unless another one is set by then"),
                new Row("direct reports", Fate.RETURNS, "within 30 days, unless they have another manager by then"),
                new Row("roles of applications", Fate.RETURNS, "within 30 days, while the application exists")));
        rows.addAll(ofMailbox());
        return rows;
    }

    private static List<Row> ofMailbox() {
        String how = "where they do not come back with the mailbox";
        return List.of(new Row("forwarding", Fate.BY_HAND, how), new Row("delegates", Fate.BY_HAND, how),
                new Row("visibility in address lists", Fate.BY_HAND, how), new Row("quotas", Fate.BY_HAND, how));
    }

    /** The account is in the recycle bin when it is purged, where nobody can read its ties any more. */
    private static List<Row> forGood() {
        String how = "the keepsake of the run that deleted the account tells what it was";
        return List.of(new Row("licences, memberships, ownerships, manager, direct reports, roles of applications",
                Fate.LOST, how), new Row("forwarding, delegates, visibility, quotas", Fate.LOST, how),
                new Row("the mailbox and what is in it", Fate.LOST, "unless a hold keeps it"));
    }
}
