package dev.shisa.keepsake;

import dev.shisa.account.AccountId;
import dev.shisa.account.Licence;
import java.time.Instant;
import java.util.List;

/**
 * What an account takes with it when it goes, as it stood right before the first request of a run for it.
 *
 * @param account the account
 * @param name its sign-in name
 * @param readAt when, by the service's clock
 * @param licences each with its disabled plans and where it comes from
 * @param memberships the groups and whatever else it belongs to directly
 * @param ownerships what it owns
 * @param manager its manager
 * @param reports the accounts whose manager it is
 * @param appRoles the roles of applications that are assigned to it directly
 * @param mailbox how its mailbox is set up
 * @param access who else has rights inside its mailbox
 * @param sendAs who may send as it
 */
public record Keepsake(AccountId account, String name, Instant readAt, Part<List<Licence>> licences,
        Part<List<Link>> memberships, Part<List<Link>> ownerships, Part<Link> manager, Part<List<Link>> reports,
        Part<List<AppRole>> appRoles, Part<MailboxSettings> mailbox, Part<List<Grant>> access,
        Part<List<Grant>> sendAs) {

    public Keepsake {
        licences = licences.map(list -> list.stream().sorted().toList());
        memberships = memberships.map(list -> list.stream().sorted().toList());
        ownerships = ownerships.map(list -> list.stream().sorted().toList());
        reports = reports.map(list -> list.stream().sorted().toList());
        appRoles = appRoles.map(list -> list.stream().sorted().toList());
        access = access.map(list -> list.stream().sorted().toList());
        sendAs = sendAs.map(list -> list.stream().sorted().toList());
    }

    /** A keepsake of an account of which nothing can be read, for that reason. */
    public static Keepsake unreadable(AccountId account, String name, Instant readAt, String why) {
        return new Keepsake(account, name, readAt, new Part.Unreadable<>(why), new Part.Unreadable<>(why),
                new Part.Unreadable<>(why), new Part.Unreadable<>(why), new Part.Unreadable<>(why),
                new Part.Unreadable<>(why), new Part.Unreadable<>(why), new Part.Unreadable<>(why),
                new Part.Unreadable<>(why));
    }

    /** The same keepsake with what the mailbox service tells. */
    public Keepsake with(MailboxKeepsake told) {
        return new Keepsake(account, name, readAt, licences, memberships, ownerships, manager, reports, appRoles,
                told.settings(), told.access(), told.sendAs());
    }
}
