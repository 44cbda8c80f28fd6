package dev.shisa.policy;

import dev.shisa.text.Text;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * What all policies together say to a situation: each for itself, combined by the strictest.
 *
 * @param rulings one for each policy, in the order of the files
 */
public record Verdict(List<Ruling> rulings) {
    public Verdict {
        rulings = List.copyOf(rulings);
    }

    /** Every refusal. */
    public List<Diagnostic> refusals() {
        List<Diagnostic> refusals = new ArrayList<>();
        rulings.forEach(ruling -> refusal(ruling).ifPresent(refusals::add));
        return refusals;
    }

    private static Optional<Diagnostic> refusal(Ruling ruling) {
        return switch (ruling.outcome()) {
            case Ruling.Outcome.Refused refused -> Optional.of(Diagnostic
                    .refusal(refused.status(), Text.of("{0}", refused.message()))
                    .remedy(refused.waivable()
                            ? Text.of("The policy {0} of {1} decides this; a signed waiver can let the plan pass. "
                                    + "shisa policy explain PLAN shows its values.", ruling.policy(), ruling.source())
                            : Text.of("The policy {0} of {1} decides this. shisa policy explain PLAN shows its values.",
                                    ruling.policy(), ruling.source())));
            case Ruling.Outcome.Unevaluable unknown -> Optional.of(Diagnostic
                    .refusal(ExitStatus.REFUSED, Text.of("The policy {0} cannot be evaluated.", ruling.policy()))
                    .contrast(Text.of("a policy that has an answer"), Text.verbatim(unknown.sentence()))
                    .remedy(Text.of("Mend {0}: shisa policy test.", ruling.source())));
            case Ruling.Outcome.NotApplicable _,Ruling.Outcome.Passed _,Ruling.Outcome.Waived _,Ruling.Outcome.Demands _ ->
                Optional.empty();
        };
    }

    /** How many other people have to approve. */
    public int approvals() {
        return (int) demands(Ruling.Demand.APPROVALS).max().orElse(0);
    }

    /** How many accounts may be written and not yet judged, where policies bound it. */
    public Optional<Integer> exposure() {
        OptionalDouble least = demands(Ruling.Demand.EXPOSURE).min();
        return least.isPresent() ? Optional.of((int) least.getAsDouble()) : Optional.empty();
    }

    /** How many writes a second there may be, where policies bound it. */
    public Optional<Double> pace() {
        OptionalDouble least = demands(Ruling.Demand.PACE).min();
        return least.isPresent() ? Optional.of(least.getAsDouble()) : Optional.empty();
    }

    private DoubleStream demands(Ruling.Demand demand) {
        return rulings.stream().map(Ruling::outcome).filter(Ruling.Outcome.Demands.class::isInstance)
                .map(Ruling.Outcome.Demands.class::cast).filter(found -> found.demand() == demand)
                .mapToDouble(Ruling.Outcome.Demands::amount);
    }

    /** The waivers that let something pass, by name, each once. */
    public List<String> waivers() {
        return rulings.stream().map(Ruling::outcome).filter(Ruling.Outcome.Waived.class::isInstance)
                .map(outcome -> ((Ruling.Outcome.Waived) outcome).waiver()).distinct().sorted(Comparator.naturalOrder())
                .toList();
    }
}
