package dev.shisa.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.yaml.Mistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies are understood whole or nothing holds, and a folder adds to what came with the program. */
class PolicyLoaderTest {
    private static final String HEAD = "format_version: \"1.0\"\npolicies:\n";
    private static final String GOOD = """
              - name: ticket-given
                summary: {en: A ticket is given., ja: チケットが必要です。}
                values: {long: plan.ticket.size(), twice: long * 2}
                require: long >= 3
                refuse_as: refused
                message: {en: "The ticket has {long} characters, twice {twice}; {plan.targets} targets.", ja: "チケット {plan.ticket}"}
                waivable: true
            """;
    @TempDir
    private Path folder;

    private LoadedPolicies load(String text) throws IOException {
        Files.writeString(folder.resolve("own.yaml"), text);
        return PolicyLoader.load(List.of(folder));
    }

    private PolicySet loaded(String text) throws IOException {
        return switch (load(text)) {
            case LoadedPolicies.Loaded loaded -> loaded.policies();
            case LoadedPolicies.Mistakes bad -> throw new AssertionError(bad.mistakes().getFirst().render());
        };
    }

    private List<Mistake> mistakes(String text) throws IOException {
        return assertInstanceOf(LoadedPolicies.Mistakes.class, load(text), text).mistakes();
    }

    @Test
    void aFolderAddsToWhatCameWithTheProgram() throws Exception {
        PolicySet shipped = ShippedPoliciesTest.shipped();
        PolicySet both = loaded(HEAD + GOOD);
        assertEquals(shipped.policies().size() + 1, both.policies().size());
        assertNotEquals(shipped.digest(), both.digest());
        Ruling ruling = both.find("ticket-given").orElseThrow()
                .judge(Situation.neutral().with(Variable.PLAN_TICKET, "T1"));
        assertEquals(Map.of("long", "2", "twice", "4"), ruling.values());
        Ruling.Outcome.Refused refused = assertInstanceOf(Ruling.Outcome.Refused.class, ruling.outcome());
        assertEquals("The ticket has 2 characters, twice 4; 1 targets.", refused.message().in(Locale.ENGLISH));
        assertEquals("チケット T1", refused.message().in(Locale.JAPANESE));
        assertTrue(both.find("ticket-given").orElseThrow().isWaivable());
    }

    @Test
    void anotherTextIsAnotherDigest() throws Exception {
        String first = loaded(HEAD + GOOD).digest();
        assertNotEquals(first, loaded(HEAD + GOOD.replace(">= 3", ">= 4")).digest());
        assertEquals(first, loaded(HEAD + GOOD).digest());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "long >= 3 | long | 6:14: 'require' has to be true or false, and this is a whole number",
            "long >= 3 | nobody >= 3 | 6:14: at character 1: undeclared reference to 'nobody'",
            "long * 2 | later * 2 | 5:47: at character 1: undeclared reference to 'later'",
            "refuse_as: refused | refuse_as: done | 7:16: 'done' is not one of refused, limit, rehearsal, plan_stale",
            "waivable: true | waivable: \"yes\" | 9:15: this must be true or false",
            "waivable: true | waivible: true | 9:5: there is no key 'waivible' here",
            "{long} characters | {short} characters | 8:19: there is no value 'short' to put in",
            "チケット {plan.ticket} | チケット {plan.tickets} | there is no value 'plan.tickets' to put in",
            "name: ticket-given | name: cap | 3:11: the policy cap stands already in policies/limits.yaml; a file adds policies, it replaces none",
            "name: ticket-given | name: Ticket | 3:11: 'Ticket' is not a name of small letters, digits and dashes, such as daily-cap",
            "require: long >= 3 | approvals: '1' | 7:5: 'refuse_as' goes with 'require' only",
            "require: long >= 3 | when: plan.targets | 3:5: exactly one of require, approvals, exposure, writes_per_second has to stand here",
            "message: | massage: | there is no key 'massage' here"})
    void aMistakeIsToldWithItsPlace(String good, String bad, String told) throws Exception {
        assertTrue(GOOD.contains(good), good);
        List<Mistake> mistakes = mistakes(HEAD + GOOD.replace(good, bad));
        List<String> lines = mistakes.stream().map(one -> one.line() + ":" + one.column() + ": " + one.sentence())
                .toList();
        assertTrue(lines.stream().anyMatch(line -> line.contains(told)), () -> told + " is not in " + lines);
        assertEquals(folder.resolve("own.yaml").toString(), mistakes.getFirst().file());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"approvals: '2' | approvals | 2.0",
            "exposure: plan.targets + 6 | exposure | 7.0", "writes_per_second: '2.5' | pace | 2.5",
            "approvals: '6' | unevaluable | ", "approvals: '-1' | unevaluable | ", "exposure: '0' | unevaluable | ",
            "writes_per_second: '0.0' | unevaluable | ", "writes_per_second: '1001.0' | unevaluable | ",
            "writes_per_second: 1.0 / 0.0 | unevaluable | ", "writes_per_second: 0.0 / 0.0 | unevaluable | "})
    void aDemandIsANumberWithinItsBounds(String rule, String word, Double amount) throws Exception {
        Ruling ruling = loaded(HEAD + "  - name: own\n    summary: {en: x, ja: x}\n    " + rule.strip() + "\n")
                .find("own")
                .orElseThrow().judge(Situation.neutral());
        assertEquals(word, ruling.word());
        if (ruling.outcome() instanceof Ruling.Outcome.Demands demands) {
            assertEquals(amount, demands.amount());
        }
    }

    @Test
    void aDemandOfAnotherKindIsAMistake() throws Exception {
        for (String rule : List.of("approvals: 'true'", "exposure: '2.0'", "writes_per_second: '2'",
                "when: '1'\n    approvals: '1'")) {
            mistakes(HEAD + "  - name: own\n    summary: {en: x, ja: x}\n    " + rule + "\n");
        }
    }

    @Test
    void allMistakesOfAllFilesAreToldAtOnce() throws Exception {
        Files.writeString(folder.resolve("a.yaml"),
                HEAD + GOOD.replace("long >= 3", "nobody").replace("refused", "done"));
        Files.writeString(folder.resolve("b.yaml"), "policies: []\n");
        List<Mistake> found = assertInstanceOf(LoadedPolicies.Mistakes.class, PolicyLoader.load(List.of(folder)))
                .mistakes();
        assertEquals(List.of("a.yaml", "b.yaml"),
                found.stream().map(one -> String.valueOf(Path.of(one.file()).getFileName())).distinct().toList());
        assertTrue(found.size() >= 3, () -> found.toString());
    }

    @Test
    void aFolderWithoutAPolicyIsAMistake() throws Exception {
        Files.writeString(folder.resolve("README.md"), "nothing");
        assertTrue(assertInstanceOf(LoadedPolicies.Mistakes.class, PolicyLoader.load(List.of(folder))).mistakes()
                .getFirst()
                .sentence().startsWith("there is no policy here"));
        assertTrue(assertInstanceOf(LoadedPolicies.Mistakes.class, PolicyLoader.load(List.of(folder.resolve("gone"))))
                .mistakes()
                .getFirst().sentence().startsWith("the folder cannot be read"));
    }

    @ParameterizedTest
    @CsvSource({"own.yml", "OWN.YAML", "Own.Yml"})
    void aPolicyIsNotLeftOutBecauseOfItsName(String name) throws Exception {
        Files.writeString(folder.resolve(name), "nonsense");
        assertInstanceOf(LoadedPolicies.Mistakes.class, PolicyLoader.load(List.of(folder)));
    }

    @Test
    void tooManyFilesAreAMistake() throws Exception {
        for (int i = 0; i < 101; i++) {
            Files.writeString(folder.resolve("p" + i + ".yaml"), "");
        }
        assertEquals("there are more than 100 policy files here",
                assertInstanceOf(LoadedPolicies.Mistakes.class, PolicyLoader.load(List.of(folder))).mistakes()
                        .getFirst()
                        .sentence());
    }

    @Test
    void aCaseThatFailsSaysWhatWasExpectedAndWhatWasFound() throws Exception {
        String cases = """
                tests:
                  - {policy: ticket-given, name: a long one, given: {plan.ticket: T123}, expect: passed}
                  - {policy: ticket-given, name: a short one, given: {plan.ticket: T}, expect: passed}
                  - {policy: ticket-given, name: other words, given: {plan.ticket: T}, expect: refused, says: Nothing.}
                  - {policy: nobody, name: of nothing, expect: refused}
                  - {policy: approvals, name: too many, expect: approvals, amount: 2}
                """;
        String file = folder.resolve("own.yaml") + ": ";
        assertEquals(List.of(
                file + "ticket-given: a short one: expected passed, found refused with {long=1, twice=2}",
                file + "ticket-given: other words: expected \"Nothing.\", found \"The ticket has 1 characters, twice 2; 1 targets.\"",
                file + "nobody: of nothing: there is no policy nobody",
                file + "approvals: too many: expected 2.0, found 1.0 with {serious=false}"),
                loaded(HEAD + GOOD + cases).failures());
    }

    @Test
    void aPolicyThatNoCaseShowsToMakeADifferenceFails() throws Exception {
        String once = """
                tests:
                  - {policy: ticket-given, name: one, given: {plan.ticket: T123}, expect: passed}
                  - {policy: ticket-given, name: two, given: {plan.ticket: T1234}, expect: passed}
                """;
        assertEquals(List.of("the policy ticket-given of " + folder.resolve("own.yaml")
                + " is not tested: at least two cases with different answers are wanted"),
                loaded(HEAD + GOOD + once).failures());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"plan.targets: '3' | this must be a whole number",
            "plan.named: 1 | this must be true or false", "plan.loss: [1] | this must be a list of texts",
            "plan.shapes: {a: x} | this must be a list of names with whole numbers",
            "time.now: tomorrow | this must be a moment such as 2026-11-22T09:00:00Z",
            "plan.duration: 3h | this must be a length of time such as PT24H",
            "plan.size: 3 | there is no variable 'plan.size'",
            "plan.ticket: [x] | this must be a text"})
    void whatACaseGivesHasToFit(String given, String told) throws Exception {
        List<Mistake> found = mistakes(
                HEAD + GOOD + "tests:\n  - {policy: cap, name: x, given: {" + given + "}, expect: passed}\n");
        assertEquals(told, found.getFirst().sentence());
    }

    @Test
    void everyKindOfValueCanBeGiven() throws Exception {
        String text = HEAD
                + """
                          - name: own
                            summary: {en: x, ja: x}
                            require: "plan.shapes['a'] == 3 && plan.loss == ['x', 'y'] && plan.duration == duration('3h') && time.now == timestamp('2026-11-22T09:00:00Z') && !plan.named && plan.ticket == 'T' && limits.writes_per_second == 4.0"
                            refuse_as: limit
                            message: {en: "{plan.shapes}/{plan.loss}/{plan.duration}/{health.degraded}", ja: x}
                        tests:
                          - policy: own
                            name: all
                            given: {plan.shapes: {a: 3}, plan.loss: [x, y], plan.duration: PT3H, time.now: "2026-11-22T09:00:00Z", plan.named: false, plan.ticket: T, limits.writes_per_second: 4}
                            expect: passed
                          - policy: own
                            name: shown
                            given: {plan.shapes: {a: 3, b: 1}, plan.loss: [x, y], plan.duration: PT3H}
                            expect: refused
                            says: "a: 3, b: 1/x, y/3 hours/none"
                        """;
        assertEquals(List.of(), loaded(text).failures());
    }
}
