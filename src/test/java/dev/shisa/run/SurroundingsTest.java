package dev.shisa.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shisa.account.AnAccount;
import dev.shisa.account.Observation;
import dev.shisa.execute.Bench;
import dev.shisa.judge.Verdict;
import dev.shisa.run.Prober.Answer;
import dev.shisa.site.Probe;
import dev.shisa.site.Probe.Subject;
import dev.shisa.tenant.FakeFault;
import dev.shisa.tenant.ServiceHealth;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a gate asks beside its accounts: the worst answer decides, each that is no pass has its sentence, and a missing one is no pass. */
class SurroundingsTest {
    private static final Optional<Observation> WRITTEN = Optional.of(AnAccount.number(1).seen());
    private static final Optional<Observation> SENTINEL = Optional.of(AnAccount.number(2).seen());
    private static final String MAIL_FAILED = "probe mail failed on user-1@sgu.example";
    private static final String SIGN_IN_SILENT = "probe sign-in gave no answer on user-2@sgu.example within 9 s";

    private static Probe probe(String name, Subject subject) {
        return new Probe(name, List.of("try"), subject, Duration.ofSeconds(9));
    }

    private static Prober answering(Map<String, Answer> answers) {
        return (probe, _) -> Optional.ofNullable(answers.get(probe.name())).orElseThrow();
    }

    @Test
    void aServiceThatIsWellHasNoAilments(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            assertEquals(List.of(), Surroundings.ailments(bench.tenant.reader()));
            assertEquals(new Surroundings.Found(Verdict.PASSED, List.of()),
                    new Surroundings(bench.tenant.reader(), List.of(), answering(Map.of())).ask(WRITTEN, SENTINEL));
        }
    }

    @Test
    void everyPartThatIsNotWellIsNamedAndNoOther(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AskedReader asked = new AskedReader(bench).healthy(
                    new ServiceHealth("Exchange Online", "serviceDegradation", false),
                    new ServiceHealth("Entra", "serviceOperational", true),
                    new ServiceHealth("Identity Service", "investigating", false));
            List<String> ailments = List.of("Exchange Online reports serviceDegradation",
                    "Identity Service reports investigating");
            assertEquals(ailments, Surroundings.ailments(asked.reader()));
            assertEquals(new Surroundings.Found(Verdict.INCONCLUSIVE, ailments),
                    new Surroundings(asked.reader(), List.of(), answering(Map.of())).ask(WRITTEN, SENTINEL));
        }
    }

    @Test
    void aHealthThatCannotBeReadIsAnAilment(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            bench.tenant.misbehave(new FakeFault.Unreachable());
            List<String> ailments = List.of("whether the service is well cannot be read: Nobody answers.");
            assertEquals(ailments, Surroundings.ailments(bench.tenant.reader()));
            assertEquals(new Surroundings.Found(Verdict.INCONCLUSIVE, ailments),
                    new Surroundings(bench.tenant.reader(), List.of(), answering(Map.of())).ask(WRITTEN, SENTINEL));
        }
    }

    @Test
    void eachProbeIsTriedOnTheAccountItIsFor(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<String> tried = new ArrayList<>();
            Surroundings surroundings = new Surroundings(bench.tenant.reader(),
                    List.of(probe("mail", Subject.TOUCHED), probe("sign-in", Subject.UNTOUCHED)),
                    (probe, account) -> {
                        tried.add(probe.name() + " " + account.name());
                        return Answer.PASSED;
                    });
            assertEquals(new Surroundings.Found(Verdict.PASSED, List.of()), surroundings.ask(WRITTEN, SENTINEL));
            assertEquals(List.of("mail user-1@sgu.example", "sign-in user-2@sgu.example"), tried);
        }
    }

    @ParameterizedTest
    @CsvSource({"PASSED, PASSED, PASSED", "PASSED, NO_ANSWER, INCONCLUSIVE", "FAILED, PASSED, FAILED",
            "FAILED, NO_ANSWER, FAILED"})
    void theWorstAnswerDecidesInWhateverOrder(Answer mail, Answer signIn, Verdict verdict, @TempDir Path folder)
            throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<Probe> probes = List.of(probe("mail", Subject.TOUCHED), probe("sign-in", Subject.UNTOUCHED));
            Prober prober = answering(Map.of("mail", mail, "sign-in", signIn));
            List<String> reasons = new ArrayList<>();
            if (mail == Answer.FAILED) {
                reasons.add(MAIL_FAILED);
            }
            if (signIn == Answer.NO_ANSWER) {
                reasons.add(SIGN_IN_SILENT);
            }
            assertEquals(new Surroundings.Found(verdict, reasons),
                    new Surroundings(bench.tenant.reader(), probes, prober).ask(WRITTEN, SENTINEL));
            assertEquals(new Surroundings.Found(verdict, reasons.reversed()),
                    new Surroundings(bench.tenant.reader(), probes.reversed(), prober).ask(WRITTEN, SENTINEL));
        }
    }

    @Test
    void anIllServiceAndAFailedProbeAreToldBoth(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            bench.tenant.misbehave(new FakeFault.Degraded());
            assertEquals(new Surroundings.Found(Verdict.FAILED,
                    List.of("Exchange Online reports serviceDegradation", MAIL_FAILED)),
                    new Surroundings(bench.tenant.reader(), List.of(probe("mail", Subject.TOUCHED)),
                            answering(Map.of("mail", Answer.FAILED))).ask(WRITTEN, SENTINEL));
        }
    }

    @Test
    void aProbeWithoutAnAccountIsNotTriedAndIsNoPass(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<String> tried = new ArrayList<>();
            Surroundings surroundings = new Surroundings(bench.tenant.reader(),
                    List.of(probe("mail", Subject.TOUCHED), probe("sign-in", Subject.UNTOUCHED)),
                    (probe, account) -> {
                        tried.add(probe.name());
                        return Answer.PASSED;
                    });
            assertEquals(new Surroundings.Found(Verdict.INCONCLUSIVE,
                    List.of("probe mail gave no answer on no account within 9 s")),
                    surroundings.ask(Optional.empty(), SENTINEL));
            assertEquals(List.of("sign-in"), tried);
        }
    }
}
