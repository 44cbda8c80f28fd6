package dev.shisa.text;

import dev.shisa.account.Facet;
import dev.shisa.account.Traits;
import dev.shisa.diag.ExitStatus;
import dev.shisa.journal.RunKind;
import dev.shisa.journal.RunStatus;
import dev.shisa.journal.TargetState;
import dev.shisa.judge.Outcome;
import dev.shisa.judge.Verdict;
import dev.shisa.keepsake.LossTable;
import dev.shisa.notify.Event;
import dev.shisa.plan.Protection;
import dev.shisa.plan.Sorting;
import dev.shisa.report.RunView;
import dev.shisa.site.TenantKind;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

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
        return words;
    }
}
