package dev.shisa.catalog;

import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.ShapeTrait;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One entry of the catalog.
 *
 * @param noun what it works on, for example {@code mailbox}
 * @param verb what it does, for example {@code remove}
 * @param summary one sentence
 * @param impact how far it reaches
 * @param recovery what to do when it stops half-way
 * @param targets which accounts it accepts
 * @param choices decisions it demands
 * @param parameters values it demands
 * @param preconditions what must hold of every target
 * @param steps its writing requests
 * @param effects its declared changes
 * @param shapedBy what changes its behaviour
 * @param undo what brings things back, per option
 * @param review who looked at this entry, and until when that counts
 * @param digest SHA-256 over the entry's canonical JSON, in hexadecimal: comments and layout do not count
 */
public record Command(String noun, String verb, Texts summary, Impact impact, Texts recovery, Targets targets,
        List<Choice> choices,
        List<Parameter> parameters, List<DeclaredPrecondition> preconditions, List<Step> steps,
        List<DeclaredEffect> effects, Set<ShapeTrait> shapedBy,
        List<Undo> undo,
        Review review, String digest) {

    public Command {
        choices = List.copyOf(choices);
        parameters = List.copyOf(parameters);
        preconditions = List.copyOf(preconditions);
        steps = List.copyOf(steps);
        effects = List.copyOf(effects);
        shapedBy = shapedBy.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(shapedBy));
        undo = List.copyOf(undo);
    }

    /**
     * Which accounts a command accepts.
     *
     * @param identity the state the account must be in
     * @param mailboxPresent whether a mailbox must answer (true), must not (false), or does not matter (empty)
     */
    public record Targets(Identity identity, Optional<Boolean> mailboxPresent) {
    }

    /**
     * A value a command demands.
     *
     * @param name the option without its dashes
     * @param meaning one sentence
     */
    public record Parameter(String name, Texts meaning) {
    }

    /**
     * A precondition as the catalog declares it.
     *
     * @param option the choice option under which it must hold; empty: always
     * @param precondition what must hold
     */
    public record DeclaredPrecondition(Optional<String> option, Precondition precondition) {
    }

    /**
     * An effect as the catalog declares it, before the parameters are known.
     *
     * @param option the choice option under which it holds; empty: always
     * @param change the change; a SKU parameter stands as {@link Placeholder#SKU}
     * @param within how long it may take to become visible
     * @param after by how long the service defers it on purpose
     */
    public record DeclaredEffect(Optional<String> option, Change change, Duration within, Optional<Duration> after) {
    }

    /**
     * The way back.
     *
     * @param option the choice option for which this is the way back; empty: always
     * @param command the catalog command that does it, noun and verb
     * @param options one option for each choice of that command, without dashes; its parameters take the values of this command's
     * @param within how long after the write it still works, by the service's promise
     * @param worth one sentence: what it brings back and what not
     */
    public record Undo(Optional<String> option, String command, SortedSet<String> options, Duration within,
            Texts worth) {
        public Undo {
            options = Collections.unmodifiableSortedSet(new TreeSet<>(options));
        }
    }

    /**
     * Who looked at a catalog entry, and until when that counts.
     *
     * @param by who
     * @param on when
     * @param expires until when it counts
     * @param reference where the facts come from
     */
    public record Review(String by, LocalDate on, LocalDate expires, String reference) {
    }

    /** Noun and verb, as typed. */
    public String name() {
        return noun + " " + verb;
    }

    /** What must hold of every target under those options. */
    public List<Precondition> preconditions(Set<String> chosen) {
        return preconditions.stream().filter(p -> p.option().isEmpty() || chosen.contains(p.option().get()))
                .map(DeclaredPrecondition::precondition).toList();
    }

    /** The way back under those options. */
    public Optional<Undo> undo(Set<String> options) {
        return undo.stream().filter(u -> u.option().isEmpty() || options.contains(u.option().get())).findFirst();
    }
}
