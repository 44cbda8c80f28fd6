package dev.shisa.plan;

import dev.shisa.text.Text;
import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.Observation;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The accounts a selection speaks of, before anybody looked at them one by one.
 *
 * @param ids the accounts, exclusions taken out
 * @param excluded the accounts that were taken out
 * @param mistakes every line that is blank, unknown, ambiguous or given twice; while there is one, nothing is planned
 */
public record Candidates(SortedSet<AccountId> ids, SortedSet<AccountId> excluded, List<Diagnostic> mistakes) {

    public Candidates {
        ids = new TreeSet<>(ids);
        excluded = new TreeSet<>(excluded);
        mistakes = List.copyOf(mistakes);
    }

    /**
     * Resolves a selection.
     *
     * @param selection what was asked for
     * @param accounts every account of the tenant, recycle bin included; walked through once, and not kept
     * @param state the identity state the command works on
     */
    public static Candidates of(Selection selection, Collection<Observation> accounts, Identity state) {
        List<Selection.Line> lines = new ArrayList<>(selection.excluded());
        TreeSet<AccountId> ids = new TreeSet<>();
        Predicate<AccountId> picked = switch (selection.source()) {
            case Selection.Source.All _ -> _ -> true;
            case Selection.Source.Picked some -> some.ids()::contains;
            case Selection.Source.Named named -> {
                lines.addAll(named.lines());
                yield _ -> false;
            }
        };
        AccountIndex index = new AccountIndex(lines.stream().map(Selection.Line::text).toList());
        for (Observation account : accounts) {
            if (account.value(Facet.IDENTITY).filter(state::equals).isPresent()) {
                index.add(account);
                if (picked.test(account.id())) {
                    ids.add(account.id());
                }
            }
        }
        List<Diagnostic> mistakes = new ArrayList<>();
        if (selection.source() instanceof Selection.Source.Named named) {
            ids.addAll(resolve(named.lines(), index, mistakes));
        }
        TreeSet<AccountId> excluded = new TreeSet<>(resolve(selection.excluded(), index, mistakes));
        ids.removeAll(excluded);
        return new Candidates(ids, excluded, mistakes);
    }

    private static Set<AccountId> resolve(List<Selection.Line> lines, AccountIndex index, List<Diagnostic> mistakes) {
        Map<AccountId, Selection.Line> resolved = new LinkedHashMap<>();
        for (Selection.Line line : lines) {
            Set<AccountId> found = index.find(line.text());
            Optional<Text> mistake = mistake(line, found, resolved);
            mistake.ifPresent(sentence -> mistakes.add(Diagnostic.refusal(ExitStatus.NOTHING_MATCHED, sentence)
                    .remedy(Text.of("Write a sign-in name, an address or an object id as the tenant has it."))));
            if (mistake.isEmpty()) {
                resolved.put(found.iterator().next(), line);
            }
        }
        return resolved.keySet();
    }

    private static Optional<Text> mistake(Selection.Line line, Set<AccountId> found,
            Map<AccountId, Selection.Line> resolved) {
        if (line.text().isBlank()) {
            return Optional.of(Text.of("{0} is blank.", line.origin()));
        }
        String shown = "\"" + Visible.escape(line.text()) + "\"";
        if (found.isEmpty()) {
            return Optional.of(Text.of("{0}: {1} names no account.{2}", line.origin(), shown, hint(line.text())));
        }
        if (found.size() > 1) {
            return Optional
                    .of(Text.of("{0}: {1} names {2} accounts: {3}. Write the object id.", line.origin(), shown,
                            found.size(), new TreeSet<>(found)));
        }
        Selection.Line earlier = resolved.get(found.iterator().next());
        return earlier == null
                ? Optional.empty()
                : Optional.of(
                        Text.of("{0}: {1} is the account that {2} names already.", line.origin(), shown,
                                earlier.origin()));
    }

    private static Text hint(String text) {
        String folded = Visible.folded(text);
        return folded.equals(text)
                ? Visible.hint(text)
                : Text.of(" It holds characters that look like \"{0}\" and are not.", Visible.escape(folded));
    }
}
