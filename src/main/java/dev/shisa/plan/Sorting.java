package dev.shisa.plan;

import dev.shisa.text.Spoken;
import dev.shisa.text.Sentence;
import dev.shisa.text.Text;
import java.util.Locale;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Enabled;
import dev.shisa.account.FacetValue.Mailbox;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.Observation;
import dev.shisa.account.Reading;
import dev.shisa.account.Shape;
import dev.shisa.account.Traits;
import dev.shisa.catalog.Command;
import dev.shisa.catalog.Decision;
import dev.shisa.catalog.Effect;
import dev.shisa.catalog.Impact;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Candidates, looked at one by one and put apart: targets, accounts left out with the reason, refusals.
 *
 * @param targets what the plan would change, least harm first
 * @param leftOut what a broad selection does not take, by reason
 * @param refusals why a named account is not a target; while there is one, nothing is planned
 */
public record Sorting(List<Target> targets, SortedMap<String, Integer> leftOut, List<Diagnostic> refusals) {
    /** Every other reason for being left out is a {@link Protection}. */
    public static final String ALREADY = "already as declared";

    private static final Duration WAITING_TIME = Duration.ofDays(7);

    public Sorting {
        targets = List.copyOf(targets);
        refusals = List.copyOf(refusals);
    }

    /**
     * Puts candidates apart.
     *
     * @param candidates observed one by one, with roles
     * @param decision what would be done
     * @param site what the tenant's owners pin
     * @param named whether each was named; then one that is not acceptable refuses the whole
     */
    public static Sorting of(Collection<Observation> candidates, Decision decision, Site site, boolean named) {
        List<Observation> accepted = new ArrayList<>();
        TreeMap<String, Integer> leftOut = new TreeMap<>();
        List<Diagnostic> refusals = new ArrayList<>();
        for (Observation candidate : candidates) {
            Optional<Diagnostic> wrongKind = wrongKind(candidate, decision.command().targets());
            Optional<Reason> reason = wrongKind.isPresent() ? Optional.empty() : reason(candidate, decision, site);
            if (wrongKind.isPresent()) {
                wrongKind.filter(_ -> named).ifPresent(refusals::add);
            } else if (reason.isPresent() && named) {
                refusals.add(reason.get().refusal(candidate));
            } else if (reason.isPresent()) {
                leftOut.merge(reason.get().label().in(Locale.ENGLISH), 1, Integer::sum);
            } else {
                accepted.add(candidate);
            }
        }
        accepted.sort(Comparator.comparing(Sorting::isEnabled).thenComparing(Observation::id));
        return new Sorting(accepted.stream().map(account -> target(account, decision)).toList(), leftOut, refusals);
    }

    /** The target that an observed account makes. */
    public static Target target(Observation account, Decision decision) {
        return new Target(account.id(), account.name(), Shape.of(account, decision.command().shapedBy()).label(),
                Fingerprint.of(account));
    }

    /** Why an account is not of the sort the command works on. */
    public static Optional<Diagnostic> wrongKind(Observation account, Command.Targets accepts) {
        String name = Visible.escape(account.name());
        if (account.value(Facet.IDENTITY).filter(accepts.identity()::equals).isEmpty()) {
            return Optional
                    .of(Diagnostic
                            .refusal(ExitStatus.NOTHING_MATCHED,
                                    Text.of("{0} is not what this command works on.", name))
                            .contrast(Text.of("an account that is {0}", accepts.identity().describe()),
                                    described(account, Facet.IDENTITY)));
        }
        Optional<Mailbox> box = account.value(Facet.MAILBOX, Mailbox.class);
        boolean present = box.filter(mailbox -> mailbox.state() == Mailbox.State.PRESENT).isPresent();
        if (accepts.mailboxPresent().filter(wanted -> box.isEmpty() || wanted != present).isPresent()) {
            return Optional.of(Diagnostic
                    .refusal(ExitStatus.NOTHING_MATCHED, Text.of("{0} is not what this command works on.", name))
                    .contrast(
                            accepts.mailboxPresent().get()
                                    ? Text.of("an account with a mailbox")
                                    : Text.of("an account without a mailbox"),
                            Text.of("mailbox {0}", described(account, Facet.MAILBOX))));
        }
        return Optional.empty();
    }

    private static Optional<Reason> reason(Observation account, Decision decision, Site site) {
        Optional<Protection> protection = Protection.of(account, site);
        if (protection.isPresent()) {
            return Optional.of(new Reason(protection.get().reason(), protection.get().way()));
        }
        Optional<Reason> tooYoung = tooYoung(account, decision.command());
        if (tooYoung.isPresent()) {
            return tooYoung;
        }
        Optional<String> precondition = decision.refusals(account).stream().findFirst();
        if (precondition.isPresent()) {
            return Optional.of(new Reason(Text.of("{0}", new Sentence(precondition.get())),
                    Text.of("choose another way, or leave the account out")));
        }
        return isAlready(account, decision)
                ? Optional.of(new Reason(Text.word(ALREADY), Text.of("leave it out; there is nothing to do")))
                : Optional.empty();
    }

    /**
     * What is deleted for good must have lain in the recycle bin for a while by the service's own dates, so that whoever misses it has had
     * time to say so. Microsoft's own protection against hard deletion lasts as long (m365.md §2.5).
     */
    private static Optional<Reason> tooYoung(Observation account, Command command) {
        boolean forGood = command.impact() == Impact.IRREVERSIBLE
                && command.targets().identity() == Identity.SOFT_DELETED;
        if (!forGood || !(account.reading(Facet.IDENTITY) instanceof Reading.Seen seen)) {
            return Optional.empty();
        }
        Optional<Instant> ripe = account.traits().flatMap(Traits::deletedAt).map(at -> at.plus(WAITING_TIME));
        boolean waited = ripe.filter(at -> !at.isAfter(seen.readAt())).isPresent();
        return waited
                ? Optional.empty()
                : Optional.of(new Reason(
                        Text.of("in the recycle bin for less than {0} days", WAITING_TIME.toDays()),
                        ripe.map(at -> Text.of("wait until {0}", at))
                                .orElse(Text.of("wait until the service tells when it was deleted"))));
    }

    /** Whether everything that the decision declares holds on the account as it is. */
    public static boolean isAlready(Observation account, Decision decision) {
        return decision.contract().effects().stream().allMatch(effect -> holdsAlready(account, effect));
    }

    private static boolean holdsAlready(Observation account, Effect effect) {
        return account.value(effect.change().facet()).filter(effect.change()::holdsAlready).isPresent();
    }

    private static boolean isEnabled(Observation account) {
        return account.value(Facet.ENABLED, Enabled.class).map(Enabled::enabled).orElse(true);
    }

    private static Text described(Observation account, Facet facet) {
        return account.value(facet).map(value -> Text.verbatim(value.describe())).orElse(Text.of("not readable"));
    }

    private record Reason(Spoken label, Text way) {
        Diagnostic refusal(Observation account) {
            return Diagnostic.refusal(ExitStatus.REFUSED, Text.of("{0}: {1}.", Visible.escape(account.name()), label))
                    .remedy(Text.of("{0}.", way));
        }
    }
}
