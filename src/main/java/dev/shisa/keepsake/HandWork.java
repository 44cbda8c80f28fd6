package dev.shisa.keepsake;

import dev.shisa.account.Licence;
import dev.shisa.catalog.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing of a keepsake that a person can put back, with the line that does it.
 *
 * @param part which part of the keepsake it is of
 * @param what one phrase: what is put back; may hold names that others chose
 * @param line the exact request of Graph v1.0 or cmdlet of Exchange Online; empty where no line does it
 */
public record HandWork(String part, String what, Optional<String> line) {
    private static final String ROOT = "https://graph.microsoft.com/v1.0";
    private static final Pattern BYTES = Pattern.compile(".*\\(([0-9,]+) bytes\\)");

    /** Everything of a keepsake that can be put back, in the order in which it is best done. */
    public static List<HandWork> of(Keepsake keepsake) {
        return new Collected(keepsake).all();
    }

    /** Goes through a keepsake. */
    private static final class Collected {
        private final List<HandWork> all = new ArrayList<>();
        private final Keepsake kept;
        private final String id;

        Collected(Keepsake kept) {
            this.kept = kept;
            this.id = kept.account().value();
        }

        List<HandWork> all() {
            part("licences", kept.licences(), licences -> licences.forEach(this::licence));
            part("memberships", kept.memberships(), links -> links.forEach(this::membership));
            part("ownerships", kept.ownerships(), links -> links.forEach(this::ownership));
            part("manager", kept.manager(), manager -> add("manager", named(manager),
                    reference("PUT", "/users/" + id + "/manager/$ref", manager.id())));
            part("reports", kept.reports(), links -> links.forEach(this::report));
            part("app roles", kept.appRoles(), roles -> roles.forEach(this::appRole));
            part("mailbox", kept.mailbox(), this::mailbox);
            part("access", kept.access(), grants -> grants.forEach(this::access));
            part("send as", kept.sendAs(), grants -> grants.forEach(this::sendAs));
            return all;
        }

        private <T> void part(String name, Part<T> part, Consumer<T> take) {
            switch (part) {
                case Part.Read<T> read -> take.accept(read.read());
                case Part.Unreadable<T> unreadable ->
                    all.add(new HandWork(name, "not readable here: " + unreadable.why(), Optional.empty()));
                case Part.Nothing<T> _ -> {
                    // Nothing was there, so nothing is put back.
                }
            }
        }

        private void add(String part, String what, String line) {
            all.add(new HandWork(part, what, Optional.of(line)));
        }

        private void nobody(String part, String what) {
            all.add(new HandWork(part, what, Optional.empty()));
        }

        private void licence(Licence licence) {
            licence.groups()
                    .forEach(group -> nobody("licences", "SKU " + licence.sku() + " comes with group " + group));
            if (licence.direct()) {
                add("licences", "SKU " + licence.sku(), "POST " + ROOT + "/users/" + id + "/assignLicense "
                        + "{\"addLicenses\":" + Decision.addLicenses(List.of(licence)) + ",\"removeLicenses\":[]}");
            }
        }

        private void membership(Link link) {
            String what = "member of " + named(link);
            switch (link.kind()) {
                case GROUP, ROLE_GROUP -> add("memberships", what,
                        reference("POST", "/groups/" + link.id() + "/members/$ref", id));
                case ROLE -> add("memberships", what,
                        reference("POST", "/directoryRoles/" + link.id() + "/members/$ref", id));
                case ADMINISTRATIVE_UNIT -> add("memberships", what, reference("POST",
                        "/directory/administrativeUnits/" + link.id() + "/members/$ref", id));
                case MAIL_GROUP -> add("memberships", what, "Add-DistributionGroupMember -Identity "
                        + PowerShell.quoted(link.id()) + " -Member " + PowerShell.quoted(id));
                case DYNAMIC_GROUP -> nobody("memberships", what + ": its rule decides that");
                case SYNCED_GROUP -> nobody("memberships", what + ": set on-premises");
                default -> nobody("memberships", what);
            }
        }

        private void ownership(Link link) {
            String what = "owner of " + named(link);
            switch (link.kind()) {
                case GROUP, ROLE_GROUP, DYNAMIC_GROUP -> add("ownerships", what,
                        reference("POST", "/groups/" + link.id() + "/owners/$ref", id));
                case APPLICATION -> add("ownerships", what,
                        reference("POST", "/applications/" + link.id() + "/owners/$ref", id));
                case SERVICE_PRINCIPAL -> add("ownerships", what,
                        reference("POST", "/servicePrincipals/" + link.id() + "/owners/$ref", id));
                case SYNCED_GROUP -> nobody("ownerships", what + ": set on-premises");
                default -> nobody("ownerships", what);
            }
        }

        private void report(Link link) {
            if (link.kind() == Link.Kind.SYNCED_PERSON) {
                nobody("reports", named(link) + ": set on-premises");
            } else {
                add("reports", named(link), reference("PUT", "/users/" + link.id() + "/manager/$ref", id));
            }
        }

        private void appRole(AppRole role) {
            add("app roles", "role " + role.role() + " of " + role.resourceName() + " (" + role.resource() + ")",
                    "POST " + ROOT + "/users/" + id + "/appRoleAssignments {\"principalId\":\"" + id
                            + "\",\"resourceId\":\"" + role.resource() + "\",\"appRoleId\":\"" + role.role() + "\"}");
        }

        private void mailbox(MailboxSettings settings) {
            String both = " -DeliverToMailboxAndForward $" + settings.deliverAndForward();
            settings.forwardingAddress().ifPresent(
                    to -> setMailbox("forwarding", "forwarded to " + to, " -ForwardingAddress ", List.of(to), both));
            settings.forwardingSmtpAddress().ifPresent(to -> setMailbox("forwarding", "forwarded to " + to,
                    " -ForwardingSmtpAddress ", List.of(to), both));
            settings.sendOnBehalf().forEach(who -> cmdlet("delegates", "on its behalf sends " + who,
                    "Set-Mailbox -Identity " + PowerShell.quoted(id) + " -GrantSendOnBehalfTo @{Add=", List.of(who),
                    "}"));
            if (settings.hidden()) {
                setMailbox("visibility", "hidden from address lists", " -HiddenFromAddressListsEnabled $true",
                        List.of(), "");
            }
            MailboxSettings.Quotas quotas = settings.quotas();
            cmdlet("quotas", quotas.warning() + ", " + quotas.send() + ", " + quotas.sendReceive(),
                    "Set-Mailbox -Identity " + PowerShell.quoted(id) + " -IssueWarningQuota ",
                    List.of(bytes(quotas.warning()), bytes(quotas.send()), bytes(quotas.sendReceive())), "",
                    " -ProhibitSendQuota ", " -ProhibitSendReceiveQuota ");
        }

        private void setMailbox(String part, String what, String option, List<String> values, String rest) {
            cmdlet(part, what, "Set-Mailbox -Identity " + PowerShell.quoted(id) + option, values, rest);
        }

        private void access(Grant grant) {
            cmdlet("access", grant.right() + (grant.denied() ? " denied to " : " for ") + grant.who(),
                    "Add-MailboxPermission -Identity " + PowerShell.quoted(id) + " -User ",
                    List.of(grant.who(), grant.right()), grant.denied() ? " -Deny" : "", " -AccessRights ");
        }

        private void sendAs(Grant grant) {
            if (grant.denied()) {
                nobody("send as", grant.right() + " denied to " + grant.who());
            } else {
                cmdlet("send as", grant.right() + " for " + grant.who(),
                        "Add-RecipientPermission -Identity " + PowerShell.quoted(id) + " -Trustee ",
                        List.of(grant.who(), grant.right()), "", " -AccessRights ");
            }
        }

        /** A line with values in it, each quoted, with these words between them. A value that no line can hold leaves the line out. */
        private void cmdlet(String part, String what, String begin, List<String> values, String end,
                String... between) {
            StringBuilder line = new StringBuilder(begin);
            for (int i = 0; i < values.size(); i++) {
                if (!PowerShell.canHold(values.get(i))) {
                    nobody(part, what + ": no line can hold these characters; they stand in the keepsake");
                    return;
                }
                line.append(i > 0 ? between[i - 1] : "").append(PowerShell.quoted(values.get(i)));
            }
            add(part, what, line.append(end).toString());
        }

        private static String bytes(String quota) {
            Matcher matcher = BYTES.matcher(quota);
            return matcher.matches() ? matcher.group(1).replace(",", "") : quota;
        }

        private static String reference(String method, String path, String object) {
            return method + " " + ROOT + path + " {\"@odata.id\":\"" + ROOT + "/directoryObjects/" + object + "\"}";
        }

        private static String named(Link link) {
            return link.kind().label() + " " + link.name() + " (" + link.id() + ")";
        }
    }
}
