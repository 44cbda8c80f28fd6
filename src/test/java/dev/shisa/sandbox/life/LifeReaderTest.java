package dev.shisa.sandbox.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A life file is understood as a whole or refused with a sentence. */
final class LifeReaderTest {

    @Test
    void aWholeFileIsRead() throws LifeRefused {
        LifeSettings settings = LifeSettings.parse("""
                seed: 7
                speed: 24
                audit: {delay: PT2S, missing: 0.5}
                rates: {leaver-disabled: 0.5, joiner: 0}
                activation: PT2H
                plan-retired: {at: PT12H, plan: yammer_edu}
                """);
        assertEquals(7, settings.seed());
        assertEquals(24, settings.speed());
        assertEquals(new LifeSettings.Audit(Duration.ofSeconds(2), 0.5, false), settings.audit());
        assertEquals(0.5, settings.rate(Kind.LEAVER_DISABLED));
        assertEquals(0, settings.rate(Kind.JOINER));
        assertEquals(0.4, settings.rate(Kind.PASSWORD_CHANGED));
        assertEquals(Duration.ofHours(2), settings.activation());
        assertEquals(Optional.of(
                new LifeSettings.Retirement(Duration.ofHours(12), "2078e8df-cff6-4290-98cb-5408261a760a")),
                settings.retirement());
    }

    @Test
    void anEmptyFileIsALifeAsUsual() throws LifeRefused {
        LifeSettings usual = LifeSettings.parse("");
        assertEquals(usual, LifeSettings.parse("{}"));
        assertEquals(usual, LifeSettings.parse("{\"seed\":1,\"speed\":1,\"activation\":\"PT1H\",\"audit\":{}}"));
        assertEquals(LifeSettings.Audit.PROMPT, usual.audit());
        assertEquals(Optional.empty(), usual.retirement());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[1] | the file must be a map of keys", "seeds: 1 | unknown key 'seeds'",
            "seed: x | seed must be a whole number", "seed: 1.5 | seed must be a whole number",
            "speed: 0 | speed must be greater than 0", "speed: -1 | speed must be a number from 0",
            "speed: .nan | speed must be a number", "speed: fast | speed must be a number",
            "audit: loud | audit must be a map", "audit: {silent: 1} | silent must be true or false",
            "audit: {missing: 1.1} | audit missing must be a number from 0 to 1",
            "audit: {delay: 2s} | audit delay must be a duration", "audit: {delay: -PT2S} | audit delay must be",
            "audit: {lost: 1} | unknown key 'lost'", "rates: {leavers: 1} | unknown key 'leavers'",
            "rates: {joiner: -1} | the rate of joiner must be", "rates: {joiner: often} | the rate of joiner must be",
            "rates: 3 | rates must be a map", "activation: PT0S | longer than nothing",
            "activation: 3 | activation must be a duration", "plan-retired: {plan: TEAMS1} | plan-retired at must be",
            "plan-retired: {at: PT1H, plan: NOPE} | no product of the sandbox has",
            "plan-retired: {at: PT1H, plan: 3} | no product of the sandbox has",
            "plan-retired: {at: PT1H, sku: X} | unknown key 'sku'", "'{\"seed\": ' | neither YAML nor JSON",
            "'a: [' | neither YAML nor JSON"})
    void everyMistakeIsASentence(String file, String sentence) {
        LifeRefused refused = assertThrows(LifeRefused.class, () -> LifeSettings.parse(file));
        assertTrue(String.valueOf(refused.getMessage()).contains(sentence), refused.getMessage());
    }
}
