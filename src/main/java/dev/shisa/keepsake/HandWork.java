package dev.shisa.keepsake;

import dev.shisa.account.Licence;
import dev.shisa.catalog.Decision;
import dev.shisa.text.Text;
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
public record HandWork(String part, Text what, Optional<String> line) {
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
                    all.add(new HandWork(name, Text.of("not readable here: {0}", unreadable.why()), Optional.empty()));
                case Part.Nothing<T> _ -> {
                    // Nothing was there, so nothing is put back.
                }
            }
        }

        private void add(String part, Text what, String line) {
            all.add(new HandWork(part, what, Optional.of(line)));
        }

        private void nobody(String part, Text what) {
            all.add(new HandWork(part, what, Optional.empty()));
        }

        private void licence(Licence licence) {
            licence.groups()
                    .forEach(
                            group -> nobody("licences", Text.of("SKU {0} comes with group {1}", licence.sku(), group)));
            if (licence.direct()) {
                add("licences", Text.of("SKU {0}", licence.sku()), "POST " + ROOT + "/users/" + id + "/assignLicense "
                        + "{\"addLicenses\":" + Decision.addLicenses(List.of(licence)) + ",\"removeLicenses\":[]}");
            }
        }

        private void membership(Link link) {
            Text what = Text.of("member of {0}", named(link));
            switch (link.kind()) {
                case GROUP, ROLE_GROUP -> add("memberships", what,
                        reference("POST", "/groups/" + link.id() + "/members/$ref", id));
                case ROLE -> add("memberships", what,
                        reference("POST", "/directoryRoles/" + link.id() + "/members/$ref", id));
                case ADMINISTRATIVE_UNIT -> add("memberships", what, reference("POST",
                        "/directory/administrativeUnits/" + link.id() + "/members/$ref", id));
                case MAIL_GROUP -> add("memberships", what, "Add-DistributionGroupMember -Identity "
                        + PowerShell.quoted(link.id()) + " -Member " + PowerShell.quoted(id));
                case DYNAMIC_GROUP -> nobody("memberships", Text.of("{0}: its rule decides that", what));
                case SYNCED_GROUP -> nobody("memberships", Text.of("{0}: set on-premises", what));
                default -> nobody("memberships", what);
            }
        }

        private void ownership(Link link) {
            Text what = Text.of("owner of {0}", named(link));
            switch (link.kind()) {
                case GROUP, ROLE_GROUP, DYNAMIC_GROUP -> add("ownerships", what,
                        reference("POST", "/groups/" + link.id() + "/owners/$ref", id));
                case APPLICATION -> add("ownerships", what,
                        reference("POST", "/applications/" + link.id() + "/owners/$ref", id));
                case SERVICE_PRINCIPAL -> add("ownerships", what,
                        reference("POST", "/servicePrincipals/" + link.id() + "/owners/$ref", id));
                case SYNCED_GROUP -> nobody("ownerships", Text.of("{0}: set on-premises", what));
                default -> nobody("ownerships", what);
            }
        }

        private void report(Link link) {
            if (link.kind() == Link.Kind.SYNCED_PERSON) {
                nobody("reports", Text.of("{0}: set on-premises", named(link)));
            } else {
                add("reports", named(link), reference("PUT", "/users/" + link.id() + "/manager/$ref", id));
            }
        }

        private void appRole(AppRole role) {
            add("app roles", Text.of("role {0} of {1} ({2})", role.role(), role.resourceName(), role.resource()),
                    "POST " + ROOT + "/users/" + id + "/appRoleAssignments {\"principalId\":\"" + id
                            + "\",\"resourceId\":\"" + role.resource() + "\",\"appRoleId\":\"" + role.role() + "\"}");
        }

        private void mailbox(MailboxSettings settings) {
            String both = " -DeliverToMailboxAndForward $" + settings.deliverAndForward();
            settings.forwardingAddress().ifPresent(
                    to -> setMailbox("forwarding", Text.of("forwarded to {0}", to), " -ForwardingAddress ", List.of(to),
                            both));
            settings.forwardingSmtpAddress().ifPresent(to -> setMailbox("forwarding", Text.of("forwarded to {0}", to),
                    " -ForwardingSmtpAddress ", List.of(to), both));
            settings.sendOnBehalf().forEach(who -> cmdlet("delegates", Text.of("on its behalf sends {0}", who),
                    "Set-Mailbox -Identity " + PowerShell.quoted(id) + " -GrantSendOnBehalfTo @{Add=", List.of(who),
                    "}"));
            if (settings.hidden()) {
                setMailbox("visibility", Text.of("hidden from address lists"), " -HiddenFromAddressListsEnabled $true",
                        List.of(), "");
            }
            MailboxSettings.Quotas quotas = settings.quotas();
            cmdlet("quotas", Text.verbatim(quotas.warning() + ", " + quotas.send() + ", " + quotas.sendReceive()),
                    "Set-Mailbox -Identity " + PowerShell.quoted(id) + " -IssueWarningQuota ",
                    List.of(bytes(quotas.warning()), bytes(quotas.send()), bytes(quotas.sendReceive())), "",
                    " -ProhibitSendQuota ", " -ProhibitSendReceiveQuota ");
        }

        private void setMailbox(String part, Text what, String option, List<String> values, String rest) {
            cmdlet(part, what, "Set-Mailbox -Identity " + PowerShell.quoted(id) + option, values, rest);
        }

        private void access(Grant grant) {
            cmdlet("access", granted(grant),
                    "Add-MailboxPermission -Identity " + PowerShell.quoted(id) + " -User ",
                    List.of(grant.who(), grant.right()), grant.denied() ? " -Deny" : "", " -AccessRights ");
        }

        private void sendAs(Grant grant) {
            if (grant.denied()) {
                nobody("send as", granted(grant));
            } else {
                cmdlet("send as", granted(grant),
                        "Add-RecipientPermission -Identity " + PowerShell.quoted(id) + " -Trustee ",
                        List.of(grant.who(), grant.right()), "", " -AccessRights ");
            }
        }

        /** A line with values in it, each quoted, with these words between them. A value that no line can hold leaves the line out. */
        private void cmdlet(String part, Text what, String begin, List<String> values, String end,
                String... between) {
            StringBuilder line = new StringBuilder(begin);
            for (int i = 0; i < values.size(); i++) {
                if (!PowerShell.canHold(values.get(i))) {
                    nobody(part, Text.of("{0}: no line can hold these characters; they stand in the keepsake", what));
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

        private static Text named(Link link) {
            return Text.of("{0} {1} ({2})", Text.word(link.kind().label()), link.name(), link.id());
        }

        private static Text granted(Grant grant) {
            return grant.denied()
                    ? Text.of("{0} denied to {1}", grant.right(), grant.who())
                    : Text.of("{0} for {1}", grant.right(), grant.who());
        }
    }
}
