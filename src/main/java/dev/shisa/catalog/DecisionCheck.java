package dev.shisa.catalog;

import dev.shisa.yaml.Findings;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Identity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Checks a command under every combination of its options: exactly one request, effects that contradict nothing and admit at least what the
 * request does, an impact that is not played down, a way back where something is lost.
 */
final class DecisionCheck {
    private final Command command;
    private final String pointer;
    private final Findings findings;

    DecisionCheck(Command command, String pointer, Findings findings) {
        this.command = command;
        this.pointer = pointer;
        this.findings = findings;
    }

    void check() {
        boolean undoUnderstood = !findings.isTouched(pointer + "/undo");
        for (SortedSet<String> options : combinations(command)) {
            List<Change> changes = changes(options);
            checkStep(options, changes);
            checkImpact(options, changes);
            if (undoUnderstood) {
                checkUndo(options, changes);
            }
        }
    }

    /** Every way to decide all choices. */
    static List<SortedSet<String>> combinations(Command command) {
        List<SortedSet<String>> combinations = new ArrayList<>();
        combinations.add(new TreeSet<>());
        for (Choice choice : command.choices()) {
            List<SortedSet<String>> longer = new ArrayList<>();
            for (SortedSet<String> combination : combinations) {
                for (Choice.Option option : choice.options()) {
                    SortedSet<String> one = new TreeSet<>(combination);
                    one.add(option.name());
                    longer.add(one);
                }
            }
            combinations = longer;
        }
        return combinations;
    }

    private List<Change> changes(SortedSet<String> options) {
        Map<Facet, Change> changes = new EnumMap<>(Facet.class);
        for (int i = 0; i < command.effects().size(); i++) {
            Command.DeclaredEffect effect = command.effects().get(i);
            Change change = effect.change();
            if (applies(effect.option(), options) && changes.putIfAbsent(change.facet(), change) != null) {
                findings.at(pointer + "/effects/" + i, "a second effect on " + change.facet().label() + under(options));
            }
        }
        if (changes.isEmpty()) {
            findings.at(pointer + "/effects", "no effect" + under(options));
        }
        return List.copyOf(changes.values());
    }

    private void checkStep(SortedSet<String> options, List<Change> changes) {
        int found = 0;
        for (int i = 0; i < command.steps().size(); i++) {
            Step step = command.steps().get(i);
            String place = pointer + "/steps/" + i;
            if (!applies(step.option(), options)) {
                continue;
            }
            found++;
            if (found > 1) {
                findings.at(place, "a second writing step" + under(options) + ": one request decides what was done");
            }
            checkFloor(step, place, options, changes);
        }
        if (found == 0) {
            findings.at(pointer + "/steps", "no step" + under(options));
        }
    }

    private void checkFloor(Step step, String place, SortedSet<String> options, List<Change> changes) {
        String call = "step '" + step.name() + "', " + step.method() + " " + step.path();
        switch (EffectFloor.of(step, Set.copyOf(command.preconditions(options)))) {
            case Floor.Unknown unknown -> findings.at(place + "/graph", call
                    + ": shisa does not know what this request destroys (" + unknown.why() + ")");
            case Floor.Known known -> known.harms().stream()
                    .filter(harm -> changes.stream().noneMatch(harm::isAdmittedBy))
                    .forEach(harm -> findings.at(place, call + ": this request does at least: " + harm.describe()
                            + "; the effects" + under(options) + " say " + said(harm.facet(), changes)));
        }
    }

    private static String said(Facet facet, List<Change> changes) {
        return changes.stream().filter(c -> c.facet() == facet).findFirst()
                .map(c -> "only: " + facet.label() + ": " + c.describe())
                .orElse("nothing of " + facet.label());
    }

    private void checkImpact(SortedSet<String> options, List<Change> changes) {
        boolean forGood = changes.contains(new Change.ToIdentity(Identity.ABSENT));
        Impact least = forGood ? Impact.IRREVERSIBLE : loss(changes).isEmpty() ? Impact.RESTORING : Impact.DESTRUCTIVE;
        if (command.impact().compareTo(least) < 0) {
            findings.at(pointer + "/impact", "the impact is at least " + least.label() + under(options));
        }
    }

    private void checkUndo(SortedSet<String> options, List<Change> changes) {
        int found = 0;
        for (int i = 0; i < command.undo().size(); i++) {
            if (applies(command.undo().get(i).option(), options) && ++found > 1) {
                findings.at(pointer + "/undo/" + i, "a second undo" + under(options));
            }
        }
        if (command.impact() == Impact.IRREVERSIBLE && found > 0) {
            findings.at(pointer + "/undo", "what is irreversible has no undo");
        } else if (command.impact() != Impact.IRREVERSIBLE && found == 0 && !loss(changes).isEmpty()) {
            findings.at(pointer,
                    "no undo" + under(options) + ", though this is lost: " + loss(changes).stream().map(Facet::label)
                            .collect(Collectors.joining(", ")) + "; if for good, the impact is irreversible");
        }
    }

    private static SortedSet<Facet> loss(List<Change> changes) {
        return changes.stream().filter(Change::isLoss).map(Change::facet)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean applies(Optional<String> option, Set<String> options) {
        return option.isEmpty() || options.contains(option.get());
    }

    private static String under(SortedSet<String> options) {
        return options.isEmpty()
                ? ""
                : " under " + options.stream().map(o -> "--" + o).collect(Collectors.joining(" "));
    }
}
