package dev.shisa.sandbox.seed;

import dev.shisa.sandbox.directory.AppRoleAssignment;
import dev.shisa.sandbox.directory.Group;
import dev.shisa.sandbox.directory.MailboxProperties;
import dev.shisa.sandbox.directory.MailboxProperties.Delegate;
import dev.shisa.sandbox.directory.MailboxProperties.Quota;
import dev.shisa.sandbox.directory.MailboxProperties.Right;
import dev.shisa.sandbox.directory.ServicePrincipal;
import dev.shisa.sandbox.directory.User;
import java.util.List;

/** Managers, owners, application roles, delegates and forwarding in the small tenant: one account of each kind. */
final class SmallTies {

    private static final String CREATED = "2019-04-01T00:00:00Z";

    private final Ties ties;
    private final Group dynamic;
    private final Group synced;
    private final ServicePrincipal.Role approver;
    private final ServicePrincipal.Role submitter;
    private final ServicePrincipal expenses;
    private final ServicePrincipal wiki;

    /** For these users; they are changed in place. */
    SmallTies(List<User> users, IdSource ids) {
        this.ties = new Ties(users);
        this.dynamic = Group.of(ids.next(), "Reports", "reports", "Reports (by rule)", List.of(),
                Group.Kind.DYNAMIC, CREATED).ruledBy("(user.displayName -contains \"Report\")");
        this.synced = Group.of(ids.next(), "Head office", "head-office", "Head office (on premises)", List.of(),
                Group.Kind.SYNCED, CREATED);
        this.approver = new ServicePrincipal.Role(ids.next(), "Expenses.Approve", "Approver");
        this.submitter = new ServicePrincipal.Role(ids.next(), "Expenses.Submit", "Submitter");
        this.expenses = new ServicePrincipal(ids.next(), ids.next(), "Expenses", List.of(approver, submitter));
        this.wiki = new ServicePrincipal(ids.next(), ids.next(), "Wiki", List.of());
    }

    List<Group> groups() {
        return List.of(dynamic, synced);
    }

    List<ServicePrincipal> applications() {
        return List.of(expenses, wiki);
    }

    /** Ties the users. */
    void tie(String sales) {
        ties.owner("head", sales);
        ties.owner("person1", sales);
        ties.member("report1", dynamic.id());
        ties.member("report2", dynamic.id());
        ties.member("synced1", synced.id());
        ties.manager("report1", "head");
        ties.manager("report2", "head");
        ties.manager("head", "admin2");
        ties.manager("synced1", "head");
        ties.assigned("head", expenses, approver.id(), CREATED);
        ties.assigned("report1", expenses, submitter.id(), CREATED);
        ties.assigned("report1", wiki, AppRoleAssignment.DEFAULT_ROLE, CREATED);
        mailboxes();
    }

    private void mailboxes() {
        String assistant = ties.id("report1");
        ties.arranged("head", new MailboxProperties(assistant, null, true, null,
                List.of(new Delegate(assistant, Right.FULL_ACCESS), new Delegate(assistant, Right.SEND_ON_BEHALF))));
        ties.arranged("report2", new MailboxProperties(null, "kim@fabrikam.example", false, null, List.of()));
        ties.arranged("twin1", new MailboxProperties(null, null, false, Quota.ofGigabytes(10), List.of()));
        ties.arranged("shared1",
                new MailboxProperties(null, null, false, null, List.of(new Delegate(assistant, Right.FULL_ACCESS),
                        new Delegate(assistant, Right.SEND_AS), new Delegate(ties.id("head"), Right.FULL_ACCESS))));
    }
}
