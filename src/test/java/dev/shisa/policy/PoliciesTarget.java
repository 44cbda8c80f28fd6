package dev.shisa.policy;

import dev.shisa.fuzz.Oracle;
import dev.shisa.fuzz.Scratch;
import dev.shisa.fuzz.YamlText;
import dev.shisa.yaml.YamlDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Policies of a site. Whatever they say, what came with the program decides as before, and every situation has a verdict. */
public final class PoliciesTarget extends YamlText {
    private final Scratch scratch = new Scratch();
    private final List<Situation> situations = List.of(Situation.neutral(), extreme(Long.MAX_VALUE),
            extreme(Long.MIN_VALUE), extreme(0));
    private final List<Verdict> shipped;

    /** Judges by what came with the program alone. */
    public PoliciesTarget() {
        super(YamlDocument.Plain.NUMBERS);
        shipped = verdicts(loaded(List.of())
                .orElseThrow(() -> new AssertionError("what came with the program is not read")));
    }

    private static Situation extreme(long number) {
        Map<Variable, Object> values = new EnumMap<>(Variable.class);
        Variable.all().forEach(variable -> values.put(variable, switch (variable.kind()) {
            case INT -> number;
            case DOUBLE -> (double) number;
            case BOOL -> number != 0;
            case STRING -> "\"{plan.reason}\\$1".repeat(number == 0 ? 0 : 100);
            case TIMESTAMP -> number > 0 ? Instant.parse("9999-12-31T23:59:59Z") : Instant.EPOCH;
            case DURATION -> Duration.ofDays(number > 0 ? 100_000 : 0);
            case STRINGS -> number == 0 ? List.of() : List.of("", "mailbox");
            case COUNTS -> number == 0 ? Map.of() : Map.of("cloud", number, "", number);
        }));
        return Situation.of(values);
    }

    @Override
    public String name() {
        return "policies";
    }

    @Override
    protected Optional<?> read(byte[] bytes) throws IOException {
        scratch.file("own/own.yaml", bytes);
        Optional<PolicySet> policies = loaded(List.of(scratch.folder().resolve("own")));
        return policies.map(this::said);
    }

    private static Optional<PolicySet> loaded(List<Path> folders) {
        return switch (PolicyLoader.load(folders)) {
            case LoadedPolicies.Loaded loaded -> Optional.of(loaded.policies());
            case LoadedPolicies.Mistakes bad -> {
                Oracle.holds(!bad.mistakes().isEmpty(), "a refusal says why");
                yield Optional.empty();
            }
        };
    }

    private List<Object> said(PolicySet policies) {
        List<Verdict> verdicts = verdicts(policies);
        for (int at = 0; at < verdicts.size(); at++) {
            Verdict alone = shipped.get(at);
            Verdict verdict = verdicts.get(at);
            Oracle.same("a folder adds policies and replaces none", alone.rulings(),
                    verdict.rulings().subList(0, alone.rulings().size()));
            Oracle.holds(verdict.approvals() >= alone.approvals(), "a folder takes an approval away");
            Oracle.holds(alone.exposure().stream().allMatch(most -> verdict.exposure().orElseThrow() <= most),
                    "a folder widens the exposure");
            Oracle.holds(alone.pace().stream().allMatch(most -> verdict.pace().orElseThrow() <= most),
                    "a folder raises the pace");
            Oracle.holds(verdict.refusals().stream().noneMatch(
                    refusal -> refusal.summary().in(Locale.ENGLISH).isBlank()
                            || refusal.summary().in(Locale.JAPANESE).isBlank()),
                    "a refusal has no text");
        }
        List<Object> said = new ArrayList<>(verdicts);
        said.add(policies.failures());
        return said;
    }

    private List<Verdict> verdicts(PolicySet policies) {
        return situations.stream().map(situation -> policies.judge(situation, List.of())).toList();
    }
}
