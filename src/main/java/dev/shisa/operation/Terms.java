package dev.shisa.operation;

import dev.shisa.text.Text;
import dev.shisa.account.Facet;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.plan.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What somebody said aloud before a run: how many accounts of which tenant, and what is lost by it.
 *
 * @param expectedCount how many targets were expected, where that was said
 * @param confirmation {@code COUNT@DOMAIN}, as typed
 * @param acceptedLoss facet names, as typed; empty where nothing was typed
 */
public record Terms(Optional<Long> expectedCount, Optional<String> confirmation, Optional<List<String>> acceptedLoss) {

    /** Nothing was said. */
    public static Terms none() {
        return new Terms(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The refusal when another number was expected; a plan that is only looked at is held to it too. */
    public Optional<Diagnostic> countRefusal(int targets) {
        return expectedCount.filter(expected -> expected != targets)
                .map(expected -> Diagnostic
                        .refusal(ExitStatus.LIMIT, Text.of("The number of accounts is not the expected one."))
                        .contrast(Text.of("{0} accounts (--expect-count)", expected), Text.of("{0} accounts", targets))
                        .remedy(Text.of("Find out which accounts are too many or too few: shisa plan show.")));
    }

    /**
     * Every refusal of these terms; the expected count is the business of a policy.
     *
     * @param targets how many accounts remain
     * @param domain the tenant's default domain
     * @param loss what would be lost
     */
    public List<Diagnostic> refusals(int targets, String domain, SortedSet<Facet> loss) {
        List<Diagnostic> refusals = new ArrayList<>();
        String wanted = targets + "@" + domain;
        if (confirmation.isEmpty()) {
            refusals.add(Diagnostic
                    .refusal(ExitStatus.CONFIRMATION,
                            Text.of("Nobody confirmed how many accounts of which tenant are meant."))
                    .remedy(Text.of("Say it: --confirm {0}", wanted)));
        } else if (!confirmation.get().equalsIgnoreCase(wanted)) {
            refusals.add(Diagnostic
                    .refusal(ExitStatus.CONFIRMATION,
                            Text.of("The confirmation does not fit the plan.{0}", lookAlike(wanted)))
                    .contrast(Text.verbatim("--confirm " + Visible.escape(confirmation.get())),
                            Text.of("the plan is --confirm {0}", wanted))
                    .remedy(Text.of("Look at the plan again before you say another number.")));
        }
        lossRefusal(loss).ifPresent(refusals::add);
        return refusals;
    }

    private Text lookAlike(String wanted) {
        boolean same = confirmation.map(Visible::folded).filter(wanted::equalsIgnoreCase).isPresent();
        return same
                ? Text.of(" It is written with full-width or other look-alike characters.")
                : confirmation.map(Visible::hint).orElse(Text.of(""));
    }

    private Optional<Diagnostic> lossRefusal(SortedSet<Facet> loss) {
        SortedSet<String> wanted = loss.stream().map(Facet::label).collect(Collectors.toCollection(TreeSet::new));
        SortedSet<String> said = acceptedLoss.orElse(List.of()).stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        boolean saidTwice = acceptedLoss.filter(names -> names.size() != said.size()).isPresent();
        if (said.equals(wanted) && !saidTwice) {
            return Optional.empty();
        }
        Text option = wanted.isEmpty()
                ? Text.of("leave --accept-loss out")
                : Text.verbatim("--accept-loss " + String.join(",", wanted));
        if (acceptedLoss.isEmpty()) {
            return Optional.of(Diagnostic
                    .refusal(ExitStatus.CONFIRMATION,
                            Text.of("Nobody accepted what is lost: {0}.", String.join(", ", wanted)))
                    .remedy(Text.of("Say it: {0}", option)));
        }
        return Optional.of(Diagnostic
                .refusal(ExitStatus.CONFIRMATION,
                        Text.of("The accepted loss is not the loss of the plan.{0}",
                                Visible.hint(String.join(",", said))))
                .contrast(Text.verbatim("--accept-loss " + Visible.escape(String.join(",", said))),
                        wanted.isEmpty()
                                ? Text.of("the plan loses nothing")
                                : Text.of("the plan loses {0}", String.join(", ", wanted)))
                .remedy(wanted.isEmpty()
                        ? Text.of("Leave --accept-loss out.")
                        : Text.of("Read what each means, then: {0}", option)));
    }
}
