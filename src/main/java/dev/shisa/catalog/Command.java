package dev.shisa.catalog;

import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.ShapeTrait;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
 * @param steps its writing requests
 * @param effects its declared changes
 * @param shapedBy what changes its behaviour
 * @param undo what brings things back, per option
 * @param review who looked at this entry, and until when that counts
 * @param digest SHA-256 over the entry's text, in hexadecimal
 */
public record Command(String noun, String verb, Texts summary, Impact impact, Texts recovery, Targets targets,
        List<Choice> choices,
        List<Parameter> parameters, List<Step> steps, List<DeclaredEffect> effects, Set<ShapeTrait> shapedBy,
        List<Undo> undo,
        Review review, String digest) {

    public Command {
        choices = List.copyOf(choices);
        parameters = List.copyOf(parameters);
        steps = List.copyOf(steps);
        effects = List.copyOf(effects);
        shapedBy = shapedBy.isEmpty() ? Set.of() : java.util.Collections.unmodifiableSet(EnumSet.copyOf(shapedBy));
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
     * @param within how long after the write it still works, by the service's promise
     * @param worth one sentence: what it brings back and what not
     */
    public record Undo(Optional<String> option, String command, Duration within, Texts worth) {
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

    /** The way back under those options. */
    public Optional<Undo> undo(Set<String> options) {
        return undo.stream().filter(u -> u.option().isEmpty() || options.contains(u.option().get())).findFirst();
    }
}
