package dev.shisa.keepsake;

import dev.shisa.keepsake.MailboxSettings.Quotas;
import dev.shisa.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of a mailbox's settings is not as it was. No request of this program sets them, so all of it is left for people. */
public final class MailboxDifference {
    private MailboxDifference() {
    }

    /** One sentence for each thing that was there before and is not now, or is not as it was. */
    public static List<String> left(Keepsake before, Keepsake now) {
        List<String> left = new ArrayList<>();
        if (before.mailbox() instanceof Part.Read<MailboxSettings> was) {
            now.mailbox().reason().ifPresentOrElse(
                    why -> left.add(Text.of("how the mailbox is set up could not be read again: {0}", why).toString()),
                    () -> now.mailbox().value().ifPresent(is -> settings(was.read(), is, left)));
        }
        grants(before.access(), now.access(), "rights in the mailbox", left);
        grants(before.sendAs(), now.sendAs(), "rights to send", left);
        return left;
    }

    private static void settings(MailboxSettings was, MailboxSettings is, List<String> left) {
        lost(was.forwardingAddress(), is.forwardingAddress(), "its forwarding address", left);
        lost(was.forwardingSmtpAddress(), is.forwardingSmtpAddress(), "its forwarding SMTP address", left);
        boolean forwards = was.forwardingAddress().isPresent() || was.forwardingSmtpAddress().isPresent();
        if (forwards && was.deliverAndForward() != is.deliverAndForward()) {
            left.add("forwarded mail is " + (is.deliverAndForward() ? "" : "not ") + "kept any more as it was");
        }
        was.sendOnBehalf().stream().filter(who -> !is.sendOnBehalf().contains(who))
                .forEach(who -> left.add(Text.of("{0} may not send on its behalf any more", who).toString()));
        if (was.hidden() && !is.hidden()) {
            left.add(Text.of("address lists show the mailbox, before they did not").toString());
        }
        if (!was.quotas().equals(is.quotas())) {
            left.add(Text.of("its quotas are {0}, before {1}", text(is.quotas()), text(was.quotas())).toString());
        }
    }

    private static void lost(Optional<String> was, Optional<String> is, String what, List<String> left) {
        if (was.isPresent() && !was.equals(is)) {
            left.add(what + " was " + was.get() + ", now " + is.orElse("none"));
        }
    }

    private static void grants(Part<List<Grant>> before, Part<List<Grant>> now, String what, List<String> left) {
        if (!(before instanceof Part.Read<List<Grant>> was)) {
            return;
        }
        if (!(now instanceof Part.Read<List<Grant>> is)) {
            left.add(Text.of("{0} could not be read again: {1}", what, now.reason().orElse("")).toString());
            return;
        }
        was.read().stream().filter(grant -> !is.read().contains(grant)).forEach(
                grant -> left
                        .add(grant.right() + (grant.denied() ? " denied to " : " for ") + grant.who() + " is gone"));
    }

    private static String text(Quotas quotas) {
        return quotas.warning() + " / " + quotas.send() + " / " + quotas.sendReceive();
    }
}
