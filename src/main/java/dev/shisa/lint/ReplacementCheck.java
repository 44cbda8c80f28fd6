package dev.shisa.lint;

import dev.shisa.yaml.Findings;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds an entry of a site's own file against the shipped entry of the same name. Whatever would make the program say less of a script is a mistake.
 */
final class ReplacementCheck {
    private final CmdletTable shipped;
    private final Cmdlet said;
    private final String place;
    private final String pointer;
    private final Findings findings;

    ReplacementCheck(CmdletTable shipped, Cmdlet said, String place, String pointer, Findings findings) {
        this.shipped = shipped;
        this.said = said;
        this.place = place;
        this.pointer = pointer;
        this.findings = findings;
    }

    void check() {
        int number = 0;
        for (String alias : said.aliases()) {
            String at = Findings.child(Findings.child(pointer, "aliases"), number++);
            shipped.find(alias).filter(other -> !other.name().equalsIgnoreCase(said.name()))
                    .ifPresent(other -> findings.at(at, "the name " + alias + " stands already for "
                            + (alias.equalsIgnoreCase(other.name()) ? "a shipped entry" : other.name())));
        }
        Optional<Cmdlet> other = shipped.find(said.name());
        if (other.isPresent() && !other.get().name().equalsIgnoreCase(said.name())) {
            findings.at(place, "the name " + said.name() + " is already an alias of " + other.get().name());
        } else {
            other.ifPresent(this::compare);
        }
    }

    private void compare(Cmdlet known) {
        require(said.action().admits(known.action()), "action",
                "it does not only " + said.action().label() + ": it can " + known.action().label());
        require(said.reach().compareTo(known.reach()) >= 0, "reach", "it reaches further: " + known.reach().label());
        require(said.previews() == known.previews(), "previews", "whether it previews is known: " + known.previews());
        require(said.asks() == known.asks(), "asks", "whether it asks is known: " + known.asks());
        require(said.hidesPrompt().containsAll(known.hidesPrompt()), "hides_prompt",
                "these keep it from asking as well: " + known.hidesPrompt());
        require(said.targets().containsAll(known.targets()), "targets", "it hits what these name: " + known.targets());
        require(Names.set(said.aliases()).containsAll(known.aliases()), "aliases",
                "it has these names as well: " + known.aliases());
        compareSignature(known);
        compareListing(known);
        known.effects().stream().filter(effect -> said.effects().stream().noneMatch(own -> admits(own, effect)))
                .forEach(effect -> require(false, "effects", "it does more: " + effect.what().english()));
        known.marks().stream()
                .filter(mark -> said.marks().stream()
                        .noneMatch(own -> own.kind() == mark.kind() && own.occasion().covers(mark.occasion())))
                .forEach(mark -> require(false, "marks", "it is also " + mark.kind().label()
                        + mark.when().map(when -> " with " + when.describe()).orElse("")));
    }

    private void compareSignature(Cmdlet known) {
        absent(known.parameters(), said.parameters(), "parameters", "it has these as well: ");
        absent(known.switches(), said.switches(), "switches", "it has these as well: ");
        require(said.signature().aliases().entrySet().containsAll(known.signature().aliases().entrySet()),
                "parameter_aliases", "these short names are known: " + known.signature().aliases());
        require(said.complete() || !known.complete(), "complete", "its parameters are all known");
        // A further name could take an abbreviation away from the parameter that it stands for.
        if (known.complete()) {
            absent(names(said), names(known), "parameters", "its parameters and their short names do not include ");
        }
        require(said.positional().equals(known.positional()), "positional",
                "its parameters by position are known: " + known.positional());
    }

    private static Set<String> names(Cmdlet cmdlet) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(cmdlet.parameters());
        names.addAll(cmdlet.switches());
        names.addAll(cmdlet.signature().aliases().keySet());
        return names;
    }

    private void absent(Set<String> wanted, Set<String> there, String key, String truth) {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeIf(there::contains);
        require(missing.isEmpty(), key, truth + missing);
    }

    private void compareListing(Cmdlet known) {
        known.listing().ifPresent(listing -> require(said.listing().filter(own -> own.admits(listing)).isPresent(),
                "listing", "the listing is known to be cut or to widen more than this says"));
    }

    private static boolean admits(CmdletEffect said, CmdletEffect known) {
        return said.facet().equals(known.facet()) && isAtLeast(said, known)
                && said.harm().compareTo(known.harm()) >= 0 && (said.irreversible() || !known.irreversible())
                && said.occasion().covers(known.occasion());
    }

    private static boolean isAtLeast(CmdletEffect said, CmdletEffect known) {
        return said.becomes().equals(known.becomes()) || said.becomes().equals("absent");
    }

    private void require(boolean met, String key, String truth) {
        if (!met) {
            findings.at(Findings.child(pointer, key), "the entry of " + said.name()
                    + " would say less than the shipped one, and a file may only say more; " + truth);
        }
    }
}
