package dev.shisa.text;

import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue;
import dev.shisa.account.Traits;
import dev.shisa.catalog.Change;
import dev.shisa.catalog.Contract;
import dev.shisa.catalog.Effect;
import dev.shisa.catalog.Impact;
import dev.shisa.diag.ExitStatus;
import dev.shisa.journal.RecoveryTable;
import dev.shisa.journal.RunKind;
import dev.shisa.journal.RunStatus;
import dev.shisa.journal.TargetState;
import dev.shisa.judge.Outcome;
import dev.shisa.judge.Verdict;
import dev.shisa.keepsake.Link;
import dev.shisa.keepsake.LossTable;
import dev.shisa.notify.Event;
import dev.shisa.plan.Protection;
import dev.shisa.plan.Sorting;
import dev.shisa.policy.Ruling;
import dev.shisa.report.FacetChange;
import dev.shisa.report.RunView;
import dev.shisa.site.TenantKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The words of files and outputs that screens and reports say in the language of the reader. */
final class WordTexts {
    private WordTexts() {
    }

    static Set<String> all() {
        // The statuses of results that no state of a run has.
        Set<String> words = new TreeSet<>(Set.of("planned", "refused"));
        Arrays.stream(Facet.values()).map(Facet::label).forEach(words::add);
        Arrays.stream(Traits.Kind.values()).map(Traits.Kind::label).forEach(words::add);
        Arrays.stream(RunKind.values()).map(RunKind::label).forEach(words::add);
        Arrays.stream(RunStatus.values()).map(RunStatus::label).forEach(words::add);
        Arrays.stream(TargetState.values()).map(TargetState::label).forEach(words::add);
        Arrays.stream(Outcome.values()).map(Outcome::label).forEach(words::add);
        Arrays.stream(Verdict.values()).map(Verdict::label).forEach(words::add);
        Arrays.stream(LossTable.Fate.values()).map(LossTable.Fate::label).forEach(words::add);
        Arrays.stream(ExitStatus.values()).map(ExitStatus::meaning).forEach(words::add);
        Arrays.stream(TenantKind.values()).map(TenantKind::label).forEach(words::add);
        Arrays.stream(Protection.values()).map(protection -> protection.way().english()).forEach(words::add);
        Arrays.stream(Protection.values()).map(protection -> protection.reason().english()).forEach(words::add);
        words.addAll(Set.of(RunView.Person.WRITTEN, RunView.Person.NOT_TOUCHED));
        Arrays.stream(Event.values()).map(Event::label).forEach(words::add);
        words.add(Sorting.ALREADY);
        words.addAll(Set.of("not-applicable", "passed", "refused", "waived", "unevaluable"));
        Arrays.stream(Ruling.Demand.values()).map(Ruling.Demand::label).forEach(words::add);
        Arrays.stream(Link.Kind.values()).map(Link.Kind::label).forEach(words::add);
        words.addAll(Set.of("licences", "memberships", "ownerships", "manager", "reports", "app roles", "mailbox",
                "access", "send as", "forwarding", "delegates", "visibility", "quotas"));
        Arrays.stream(Impact.values()).map(Impact::label).forEach(words::add);
        RecoveryTable.cells().stream().map(RecoveryTable.Cell::label).forEach(words::add);
        Arrays.stream(FacetValue.Identity.values()).map(FacetValue::describe).forEach(words::add);
        Arrays.stream(FacetValue.Mailbox.State.values()).map(FacetValue.Mailbox.State::label).forEach(words::add);
        Stream.of(new Change.WithoutMailboxPlans(), new Change.WithMailboxPlans(), new Change.MayLoseAddresses(),
                new Change.MayGainMailbox(), new Change.ToTies(new FacetValue.Groups(new TreeSet<>(), new TreeSet<>())))
                .map(Change::describe).forEach(words::add);
        // A person's finding is told behind its outcome.
        Stream.of(Outcome.EXTRA, Outcome.COLLATERAL, Outcome.UNEXPLAINED).map(outcome -> outcome.label() + " {0}")
                .forEach(words::add);
        // The flag has the name of its facet, so that word for word it could not be said.
        words.addAll(Set.of("enabled: enabled -> disabled", "enabled: disabled -> enabled"));
        Contract licences = contract(new Change.WithoutMailboxPlans(),
                new Change.ToMailbox(FacetValue.Mailbox.State.TOMBSTONE));
        Stream.of(licences, contract(new Change.ToIdentity(FacetValue.Identity.SOFT_DELETED)),
                contract(new Change.ToIdentity(FacetValue.Identity.ABSENT))).map(LossTable::of).flatMap(List::stream)
                .flatMap(row -> Stream.of(row.part(), row.how())).forEach(words::add);
        words.addAll(Set.of(FacetChange.UNCHANGED, FacetChange.VARIOUS, FacetChange.UNSEEN,
                new FacetValue.Visibility(true).describe(), new FacetValue.Visibility(false).describe()));
        return words;
    }

    private static Contract contract(Change... changes) {
        return new Contract(Stream.of(changes).map(change -> new Effect(change, Duration.ZERO, Optional.empty()))
                .toList());
    }
}
