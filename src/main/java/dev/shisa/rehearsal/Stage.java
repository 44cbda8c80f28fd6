package dev.shisa.rehearsal;

import dev.shisa.text.Sentence;
import dev.shisa.text.Text;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.Observation;
import dev.shisa.catalog.Decision;
import dev.shisa.catalog.Impact;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.evidence.Coverage;
import dev.shisa.plan.Protection;
import dev.shisa.plan.Sorting;
import dev.shisa.plan.Target;
import dev.shisa.site.Site;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which rehearsal account stands for which shape.
 *
 * @param scenes the account to rehearse on, by shape label
 * @param refusals shapes for which there is none that would prove enough
 */
public record Stage(SortedMap<String, Scene> scenes, List<Diagnostic> refusals) {

    public Stage {
        refusals = List.copyOf(refusals);
    }

    /**
     * One rehearsal account.
     *
     * @param account the account as it is now
     * @param preparation what brings it into the state that the rehearsed command works on; empty when it is in that state
     */
    public record Scene(Target account, Optional<Decision> preparation) {
    }

    /**
     * Finds an account for every shape that lacks evidence.
     *
     * @param shapes the shapes, each with the facets that its targets hold
     * @param candidates rehearsal accounts, observed singly with their roles
     * @param decision what is rehearsed
     * @param preparation the command that this one brings back, for when no account is in the right state
     * @param site what the tenant's owners pin
     * @param watched facets that can be read
     */
    public static Stage set(Map<String, Set<Facet>> shapes, Collection<Observation> candidates, Decision decision,
            Optional<Decision> preparation, Site site, Set<Facet> watched) {
        TreeMap<String, Scene> scenes = new TreeMap<>();
        List<Diagnostic> refusals = new ArrayList<>();
        List<Observation> usable = usable(candidates, decision, site);
        Optional<Scene> prepared = preparation.flatMap(before -> usable(candidates, before, site).stream().findFirst()
                .map(account -> new Scene(Sorting.target(account, before), Optional.of(before))));
        shapes.forEach((shape, held) -> {
            List<Observation> sameShape = usable.stream()
                    .filter(account -> Sorting.target(account, decision).shape().equals(shape)).toList();
            sameShape.stream().filter(account -> gaps(account, held, watched).isEmpty()).findFirst()
                    .map(account -> new Scene(Sorting.target(account, decision), Optional.empty())).or(() -> prepared)
                    .ifPresentOrElse(scene -> scenes.put(shape, scene),
                            () -> refusals.add(refusal(shape, held, sameShape, watched)));
        });
        return new Stage(scenes, refusals);
    }

    /**
     * Finds an account on which a decision can go there and back, whatever the account's shape. What gives something, or works on what was deleted,
     * is prepared by taking it first: its way back then ends where it began.
     *
     * @param candidates rehearsal accounts, observed singly with their roles
     * @param decision what is rehearsed
     * @param preparations the commands that this one brings back, the best first
     * @param site what the tenant's owners pin
     * @return empty when there is no such account
     */
    public static Optional<Scene> any(Collection<Observation> candidates, Decision decision,
            List<Decision> preparations, Site site) {
        Optional<Scene> prepared = preparations.stream()
                .flatMap(before -> usable(candidates, before, site).stream()
                        .map(account -> new Scene(Sorting.target(account, before), Optional.of(before))))
                .findFirst();
        boolean takes = decision.command().impact() == Impact.DESTRUCTIVE
                && decision.command().targets().identity() == Identity.ACTIVE;
        return takes
                ? usable(candidates, decision, site).stream().findFirst()
                        .map(account -> new Scene(Sorting.target(account, decision), Optional.empty()))
                : prepared;
    }

    private static List<Observation> usable(Collection<Observation> candidates, Decision decision, Site site) {
        return candidates.stream().filter(account -> isUsable(account, decision, site))
                .sorted(Comparator.comparing(Observation::name))
                .toList();
    }

    private static boolean isUsable(Observation account, Decision decision, Site site) {
        return account.traits().filter(_ -> site.isRehearsal(account.name()))
                .filter(traits -> Protection.byNature(account, traits).isEmpty()).isPresent()
                && Sorting.wrongKind(account, decision.command().targets()).isEmpty()
                && decision.refusals(account).isEmpty()
                && !Sorting.isAlready(account, decision);
    }

    private static Set<Facet> gaps(Observation account, Set<Facet> held, Set<Facet> watched) {
        return Coverage.gaps(held, Coverage.held(account, watched));
    }

    private static Diagnostic refusal(String shape, Set<Facet> held, List<Observation> sameShape, Set<Facet> watched) {
        if (sameShape.isEmpty()) {
            return Diagnostic.refusal(ExitStatus.REHEARSAL, Text.of("No rehearsal account has the shape {0}.", shape))
                    .remedy(Text
                            .of("Make a test account of that shape and list it for rehearsals, or leave these accounts "
                                    + "out."));
        }
        List<String> found = sameShape.stream()
                .map(account -> account.name() + " has nothing in " + labels(gaps(account, held, watched))).toList();
        return Diagnostic
                .refusal(ExitStatus.REHEARSAL,
                        Text.of("No rehearsal account of the shape {0} exercises all that is at stake.", shape))
                .contrast(Text.of("an account that has something in {0}", labels(held)),
                        Text.of("{0}", Sentence.several(found)));
    }

    private static String labels(Set<Facet> facets) {
        return String.join(", ", facets.stream().sorted().map(Facet::label).toList());
    }
}
