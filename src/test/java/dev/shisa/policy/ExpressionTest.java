package dev.shisa.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An expression fits its types before it is asked, and ends whatever it says. */
class ExpressionTest {
    private static final Map<String, Object> NEUTRAL = Situation.neutral().byName();

    static Expression fitting(String text) {
        return assertInstanceOf(Expression.Compiled.Fitting.class, Expression.compile(text, Map.of()), text)
                .expression();
    }

    private static String mistake(String text) {
        return assertInstanceOf(Expression.Compiled.Unfitting.class, Expression.compile(text, Map.of()), text)
                .sentence();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"plan.targets + 1 | INT", "limits.writes_per_second * 2.0 | DOUBLE",
            "plan.targets < 3 | BOOL", "tenant.domain + 'x' | STRING", "time.now + duration('1h') | TIMESTAMP",
            "plan.snapshot_age + plan.snapshot_age | DURATION", "plan.loss + ['x'] | STRINGS", "plan.shapes | COUNTS"})
    void everyKindIsKnownBeforeAnythingIsAsked(String text, Kind kind) {
        assertEquals(kind, fitting(text).kind());
        assertInstanceOf(Expression.Evaluated.Known.class, fitting(text).evaluate(NEUTRAL));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"plan.target | undeclared reference",
            "nobody | undeclared reference",
            "plan.targets < 'x' | no matching overload", "plan.targets < | mismatched input",
            "'' + 1 | no matching overload",
            "[1, 2] | its value is of a sort that nothing here takes",
            "dyn(3) | its value is of a sort that nothing here takes",
            "null | its value is of a sort that nothing here takes", "System.exit(1) | undeclared reference",
            "plan.targets.size() | no matching overload", "now() | undeclared reference"})
    void whatDoesNotFitIsNotUnderstood(String text, String told) {
        assertTrue(mistake(text).contains(told), mistake(text));
    }

    @Test
    void thePlaceOfAMistakeIsTold() {
        assertTrue(mistake("plan.targets < 1 && nobody").startsWith("at character 21: "),
                mistake("plan.targets < 1 && nobody"));
    }

    @Test
    void valuesThatWereReckonedBeforeCanBeNamed() {
        Expression.Compiled compiled = Expression.compile("share * 2", Map.of("share", Kind.INT));
        assertEquals(Kind.INT, assertInstanceOf(Expression.Compiled.Fitting.class, compiled).expression().kind());
        assertInstanceOf(Expression.Compiled.Unfitting.class,
                Expression.compile("share * 2", Map.of("share", Kind.STRING)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan.targets / 0 > 1", "plan.shapes['none'] > 1", "9223372036854775807 + plan.targets > 0",
            "duration('nonsense') > plan.snapshot_age", "plan.loss[7] == 'x'", "int('x') > 1",
            "time.now.getHours('Nowhere/Atall') > 1", "timestamp('x') > time.now"})
    void whatHasNoValueHasNone(String text) {
        assertInstanceOf(Expression.Evaluated.Unknown.class, fitting(text).evaluate(NEUTRAL));
    }

    @Test
    void aValueThatNobodyGaveIsMissed() {
        assertInstanceOf(Expression.Evaluated.Unknown.class, fitting("plan.targets > 1").evaluate(Map.of()));
    }

    @Test
    void whatLoopsIsEnded() {
        String ten = "[1,2,3,4,5,6,7,8,9,10]";
        StringBuilder text = new StringBuilder("true");
        for (char name = 'a'; name <= 'i'; name++) {
            text.insert(0, ten + ".all(" + name + ", ").append(')');
        }
        Expression loop = fitting(text.toString());
        assertTimeoutPreemptively(Duration.ofSeconds(20),
                () -> assertTrue(assertInstanceOf(Expression.Evaluated.Unknown.class, loop.evaluate(NEUTRAL)).sentence()
                        .contains("budget")));
    }

    @Test
    void whatDoublesIsEnded() {
        Expression doubled = fitting("['aaaaaaaaaa'].map(x, x+x+x+x+x+x+x+x+x+x).map(x, x+x+x+x+x+x+x+x+x+x)"
                + ".map(x, x+x+x+x+x+x+x+x+x+x+x)[0]");
        assertTrue(assertInstanceOf(Expression.Evaluated.Unknown.class, doubled.evaluate(NEUTRAL)).sentence()
                .contains("larger than 10000"));
    }

    @Test
    void aSlowPatternIsQuick() {
        Expression pattern = fitting("tenant.domain.matches('(a+)+$')");
        Map<String, Object> values = Situation.neutral().with(Variable.TENANT_DOMAIN, "a".repeat(5000) + "!").byName();
        assertTimeoutPreemptively(Duration.ofSeconds(20),
                () -> assertEquals(new Expression.Evaluated.Known(false), pattern.evaluate(values)));
    }

    @Test
    void lengthAndDepthAreBounded() {
        assertInstanceOf(Expression.Compiled.Unfitting.class, Expression.compile("1 + ".repeat(600) + "1", Map.of()));
        assertInstanceOf(Expression.Compiled.Unfitting.class,
                Expression.compile("(".repeat(300) + "1" + ")".repeat(300), Map.of()));
    }
}
