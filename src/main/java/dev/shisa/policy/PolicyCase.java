package dev.shisa.policy;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * One case of a policy: what is given, and what has to follow.
 *
 * @param name what the case is about
 * @param source the file it stands in
 * @param policy the policy's name
 * @param given in what the situation differs from the neutral one
 * @param expect the outcome's word, see {@link Ruling#word}
 * @param amount how much is demanded, for demands
 * @param says the English message, word for word
 */
public record PolicyCase(String name, String source, String policy, Map<Variable, Object> given, String expect,
        Optional<Double> amount, Optional<String> says) {
    public PolicyCase {
        EnumMap<Variable, Object> copy = new EnumMap<>(Variable.class);
        copy.putAll(given);
        given = copy;
    }

    @Override
    public Map<Variable, Object> given() {
        return Map.copyOf(given);
    }

    /** What it distinguishes: the outcome and how much. */
    String difference() {
        return expect + amount.map(much -> " " + much).orElse("");
    }

    /** Why it fails; empty when it does not. */
    Optional<String> failure(PolicySet set) {
        Optional<Policy> judged = set.find(policy);
        if (judged.isEmpty()) {
            return Optional.of(failed("there is no policy " + policy));
        }
        Ruling ruling = judged.get().judge(Situation.neutral().with(given));
        if (!ruling.word().equals(expect)) {
            return Optional.of(failed("expected " + expect + ", found " + ruling.word() + reckoned(ruling)));
        }
        if (ruling.outcome() instanceof Ruling.Outcome.Demands demands
                && amount.filter(much -> much.equals(demands.amount())).isEmpty()) {
            return Optional.of(failed("expected " + amount.map(Object::toString).orElse("an amount") + ", found "
                    + demands.amount() + reckoned(ruling)));
        }
        if (ruling.outcome() instanceof Ruling.Outcome.Refused refused
                && says.filter(text -> !text.equals(refused.message().english())).isPresent()) {
            return Optional
                    .of(failed("expected \"" + says.get() + "\", found \"" + refused.message().english() + "\""));
        }
        return Optional.empty();
    }

    private static String reckoned(Ruling ruling) {
        String why = ruling.outcome() instanceof Ruling.Outcome.Unevaluable unknown ? ": " + unknown.sentence() : "";
        return why + (ruling.values().isEmpty() ? "" : " with " + ruling.values());
    }

    private String failed(String what) {
        return source + ": " + policy + ": " + name + ": " + what;
    }
}
