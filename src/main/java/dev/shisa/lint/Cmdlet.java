package dev.shisa.lint;

import dev.shisa.account.Harm;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of one cmdlet. Immutable and safe for use by many threads; its sets find names in any case.
 *
 * @param name its name as its module writes it
 * @param module the module that brings it
 * @param aliases other names that its module gives it
 * @param action what it does in the first place
 * @param reach how far that goes
 * @param signature its parameters
 * @param asks whether it asks before it acts unless told otherwise
 * @param hidesPrompt parameters beside {@code -Confirm:$false} that keep it from asking
 * @param targets parameters that name whom or what it hits
 * @param listing what it lists; empty when it is no listing
 * @param effects what becomes of what it hits; empty when nothing is lost
 * @param marks what rules ask for
 * @param calls requests that it sends and of which the least harm is known
 * @param guarded commands of shisa that do the same with a plan, a rehearsal and a way back
 * @param sources addresses of the documentation that says so; at least one
 * @param note what could not be verified, or what else a reader should know; empty when there is nothing
 */
public record Cmdlet(String name, String module, List<String> aliases, Action action, Reach reach, Signature signature,
        boolean asks, Set<String> hidesPrompt, List<String> targets, Optional<Listing> listing,
        List<CmdletEffect> effects, List<Mark> marks, List<CmdletCall> calls, List<String> guarded,
        List<String> sources, String note) {
    public Cmdlet {
        aliases = List.copyOf(aliases);
        hidesPrompt = Names.set(hidesPrompt);
        targets = List.copyOf(targets);
        effects = List.copyOf(effects);
        marks = List.copyOf(marks);
        calls = List.copyOf(calls);
        guarded = List.copyOf(guarded);
        sources = List.copyOf(sources);
    }

    /** The same under another name. */
    Cmdlet named(String other) {
        return new Cmdlet(other, module, aliases, action, reach, signature, asks, hidesPrompt, targets, listing,
                effects, marks, calls, guarded, sources, note);
    }

    /** Parameter names by position; the first may bind from the pipeline. */
    public List<String> positional() {
        return signature.positional();
    }

    /** Its own parameters that take a value. */
    public Set<String> parameters() {
        return signature.values();
    }

    /** Its own switches. */
    public Set<String> switches() {
        return signature.switches();
    }

    /** Whether its parameters are all known, so that another name is a mistake. */
    public boolean complete() {
        return signature.complete();
    }

    /** Whether it takes -WhatIf and -Confirm. */
    public boolean previews() {
        return signature.previews();
    }

    /**
     * The parameter that a written name stands for.
     *
     * @param written the name without its dash
     */
    public ParameterMatch match(String written) {
        return signature.match(written);
    }

    /**
     * Whether it has that mark in that call, as far as can be seen: in doubt it has. A cmdlet of this machine that reaches further with some
     * parameters only has it where these are seen.
     */
    public boolean has(Mark.Kind kind, Given given) {
        for (Mark mark : marks) {
            if (mark.kind() == kind && has(mark, given)) {
                return true;
            }
        }
        return false;
    }

    private boolean has(Mark mark, Given given) {
        return mark.applies(given)
                && (reach == Reach.TENANT || mark.when().map(condition -> condition.holds(given)).orElse(true));
    }

    /** What becomes of what it hits in that call, as far as can be seen: in doubt all of it. */
    public List<CmdletEffect> effects(Given given) {
        return effects.stream().filter(effect -> effect.applies(given)).toList();
    }

    /**
     * Whether it takes something away from others in that call, as far as can be seen: in doubt it does. What can be put back by hand in minutes
     * does not count, nor does what people are sent.
     */
    public boolean isDestructive(Given given) {
        boolean isOfTenant = reach == Reach.TENANT && action != Action.SEND;
        return (isOfTenant && action == Action.REMOVE)
                || (isOfTenant && effects(given).stream().anyMatch(effect -> effect.harm() == Harm.CRITICAL))
                || marks.stream().anyMatch(mark -> mark.kind().isLoss() && has(mark, given));
    }
}
