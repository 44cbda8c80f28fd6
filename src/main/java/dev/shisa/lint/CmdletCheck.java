package dev.shisa.lint;

import dev.shisa.account.Facet;
import dev.shisa.account.Harm;
import dev.shisa.catalog.EffectFloor;
import dev.shisa.catalog.Floor;
import dev.shisa.catalog.LeastHarm;
import dev.shisa.catalog.WireCall;
import dev.shisa.yaml.Findings;
import java.util.List;

/** Holds one entry against itself and against the least harm of the requests that it names. */
final class CmdletCheck {
    private final Cmdlet cmdlet;
    private final String pointer;
    private final Findings findings;

    CmdletCheck(Cmdlet cmdlet, String pointer, Findings findings) {
        this.cmdlet = cmdlet;
        this.pointer = pointer;
        this.findings = findings;
    }

    void check() {
        checkParameters();
        boolean silent = cmdlet.effects().isEmpty() && cmdlet.marks().isEmpty();
        if (cmdlet.action() == Action.REMOVE && cmdlet.reach() == Reach.TENANT && silent) {
            findings.at(Findings.child(pointer, "action"),
                    "what " + cmdlet.name() + " takes away is not said: it needs effects or marks");
        }
        if (cmdlet.listing().isPresent() && cmdlet.action() != Action.READ) {
            findings.at(Findings.child(pointer, "listing"), "only a cmdlet that reads is a listing");
        }
        for (int i = 0; i < cmdlet.effects().size(); i++) {
            checkHarm(cmdlet.effects().get(i), Findings.child(Findings.child(pointer, "effects"), i));
        }
        for (int i = 0; i < cmdlet.calls().size(); i++) {
            checkFloor(cmdlet.calls().get(i), Findings.child(Findings.child(pointer, "calls"), i));
        }
    }

    private void checkParameters() {
        cmdlet.switches().stream().filter(cmdlet.parameters()::contains)
                .forEach(name -> findings.at(Findings.child(pointer, "switches"),
                        name + " stands among the parameters that take a value as well"));
        mustBeOwn(cmdlet.positional(), "positional");
        mustBeOwn(cmdlet.targets(), "targets");
        mustBeOwn(cmdlet.hidesPrompt(), "hides_prompt");
        mustBeOwn(cmdlet.signature().aliases().values(), "parameter_aliases");
        cmdlet.effects().forEach(effect -> mustBeOwn(effect.occasion(), "effects"));
        cmdlet.marks().forEach(mark -> mustBeOwn(mark.occasion(), "marks"));
        cmdlet.calls().forEach(call -> mustBeOwn(call.occasion(), "calls"));
        cmdlet.listing().ifPresent(listing -> {
            mustBeOwn(listing.limits(), "listing");
            mustBeOwn(listing.narrowing(), "listing");
            mustBeOwn(listing.types(), "listing");
            mustBeOwn(listing.widening(), "listing");
            listing.loads().ifPresent(name -> mustBeOwn(List.of(name), "listing"));
            listing.unlimited().ifPresent(all -> mustBeOwn(List.of(all.parameter()), "listing"));
        });
    }

    private void mustBeOwn(Occasion occasion, String key) {
        mustBeOwn(occasion.when().stream().map(Condition::parameter).toList(), key);
        mustBeOwn(occasion.unless().stream().map(Condition::parameter).toList(), key);
    }

    private void mustBeOwn(Iterable<String> names, String key) {
        for (String name : names) {
            if (!cmdlet.parameters().contains(name) && !cmdlet.switches().contains(name)) {
                findings.at(Findings.child(pointer, key), cmdlet.name() + " has no parameter " + name
                        + ": name it under parameters or switches");
            }
        }
    }

    private void checkHarm(CmdletEffect effect, String place) {
        if (effect.facet().isEmpty()) {
            return;
        }
        Facet facet = effect.facet().get();
        Harm least = FacetWord.parse(facet, effect.becomes()).map(FacetWord::least).orElse(Harm.CRITICAL);
        if (effect.harm().compareTo(least) < 0) {
            findings.at(Findings.child(place, "harm"), "that " + facet.label() + " becomes " + effect.becomes()
                    + " is at least " + Names.folded(least.name()));
        }
    }

    private void checkFloor(CmdletCall call, String place) {
        WireCall request = call.request();
        switch (EffectFloor.of(new WireCall(request.method(), request.path().replace("{id}", "account"),
                request.body()))) {
            case Floor.Unknown(String why) ->
                findings.at(place, "the least harm of " + request.describe() + " is not known: " + why);
            case Floor.Known(var harms) -> harms.stream().filter(harm -> !isAdmitted(harm, call.occasion()))
                    .forEach(harm -> findings.at(place, request.describe() + " does more than the effects say: "
                            + harm.describe()));
        }
    }

    private boolean isAdmitted(LeastHarm least, Occasion occasion) {
        return cmdlet.effects().stream()
                .filter(effect -> effect.facet().filter(facet -> facet == least.facet()).isPresent())
                .filter(effect -> effect.occasion().covers(occasion))
                .anyMatch(effect -> admits(effect, least));
    }

    // A word that is vaguer than any change of the catalog admits whatever is lost of its facet.
    private static boolean admits(CmdletEffect effect, LeastHarm least) {
        return FacetWord.parse(least.facet(), effect.becomes())
                .map(word -> word.change().map(least::isAdmittedBy).orElse(word.least() != Harm.NONE)).orElse(false);
    }
}
