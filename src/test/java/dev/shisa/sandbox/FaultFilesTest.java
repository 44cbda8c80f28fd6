package dev.shisa.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.sandbox.fault.Condition;
import dev.shisa.sandbox.fault.Effect;
import dev.shisa.sandbox.fault.FaultRule;
import dev.shisa.sandbox.fault.Faults;
import dev.shisa.sandbox.fault.FaultsRefused;
import dev.shisa.sandbox.fault.Misbehaviour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The format of a fault file: what is understood, what is refused and in which words, and that its description is true. */
final class FaultFilesTest {

    private static final Path DOCUMENT = Path.of("docs/sandbox.md");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("docs/faults"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileIsUnderstoodAndExplained(Path file) throws Exception {
        assertTrue(file.toString().endsWith(".yaml"));
        String text = Files.readString(file);
        assertFalse(Faults.parse(text).rules().isEmpty());
        assertTrue(text.startsWith("# "), "it begins with what it does");
        assertTrue(text.contains("client "), "and says what a client must do");
        assertTrue(Files.readString(DOCUMENT).contains("faults/" + file.getFileName()), "docs/sandbox.md names it");
    }

    @Test
    void theFilesUseEverythingThereIs() throws Exception {
        List<FaultRule> rules = new ArrayList<>();
        for (Path file : files()) {
            rules.addAll(Faults.parse(Files.readString(file)).rules());
        }
        Set<Class<?>> used = rules.stream().map(rule -> rule instanceof FaultRule.Disturbance one ? one.effect() : rule)
                .map(Object::getClass).collect(Collectors.toSet());
        for (Class<?> kind : parts(Effect.class)) {
            assertTrue(used.contains(kind), "no file with the effect " + kind.getSimpleName());
        }
        for (Class<?> kind : parts(Condition.class)) {
            assertTrue(used.contains(kind), "no file with the condition " + kind.getSimpleName());
        }
        assertEquals(Set.of(Misbehaviour.values()), rules.stream()
                .map(rule -> rule instanceof FaultRule.Breach breach ? breach.kind() : null).filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }

    private static List<Class<?>> parts(Class<?> kind) {
        return Arrays.asList(Objects.requireNonNull(kind.getPermittedSubclasses()));
    }

    @Test
    void everyExampleOfTheDescriptionIsUnderstood() throws Exception {
        Matcher example = Pattern.compile("^(?:    |`)(- \\{.*})`?", Pattern.MULTILINE)
                .matcher(Files.readString(DOCUMENT));
        int found = 0;
        while (example.find()) {
            assertEquals(1, Faults.parse(example.group(1)).rules().size(), example.group(1));
            found++;
        }
        assertTrue(found > 25, "only " + found + " examples were found");
    }

    @Test
    void everyWordIsDescribed() throws Exception {
        String text = Files.readString(DOCUMENT);
        for (Misbehaviour kind : Misbehaviour.values()) {
            assertTrue(text.contains("misbehave: " + kind.label()), kind.label());
        }
        for (String condition : Condition.LABELS) {
            assertTrue(text.contains("condition: " + condition), condition);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[{}]", "[{match: {}}]", "[{match: {verb: GET}, effect: {status: 500}}]",
            "[{match: {}, effect: {status: 200}}]", "[{match: {}, effect: {drop: later}}]",
            "[{match: {}, effect: {delay: soon}}]", "[{match: {}, effect: {status: 500, drop: after}}]",
            "[{match: {}, effect: {drop: after, when: before}}]", "[{match: {nth: 0}, effect: {status: 500}}]",
            "[{match: {probability: 2}, effect: {status: 500}}]", "[{misbehave: nonsense}]",
            "[{misbehave: new-mailbox, match: {}}]", "[{misbehave: new-mailbox, from: 0}]", "[1]", "[",
            "[{match: {}, effect: {stall: PT-1S}}]", "[{match: {}, effect: {skip: 0}}]",
            "[{match: {}, effect: {repeat: 1.5}}]", "[{match: {}, effect: {body: empty, when: after}}]"})
    void refusesWhatItDoesNotUnderstand(String text) {
        assertThrows(FaultsRefused.class, () -> Faults.parse("# faults\n" + text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {match: {}, effect: {}}                                 | has none of the effects status, drop, delay
            {match: {}, effect: {stall: PT1S, body: nul}}           | has two effects, stall and body
            {match: {}, effect: {body: half}}                       | needs empty, nul, html or cut for body
            {match: {}, effect: {next_link: /users}}                | needs a whole http or https address for next_link
            {match: {}, effect: {next_link: 'https://a b'}}         | needs a whole http or https address for next_link
            {condition: rain}                                       | does not know the condition 'rain'; there are rapid
            {condition: rapid-writes}                               | needs a text for within
            {condition: rapid-writes, within: PT1S, by: PT1S}       | has the unknown key 'by'
            {condition: rapid-writes, within: PT1S, headers: [1]}   | has headers that are not a map
            {condition: licence-change-late, by: 3}                 | needs a text for by
            {condition: delayed-delicensing, by: P30D}              | has the unknown key 'by'
            {condition: restore-conflict, of: mail}                 | needs userPrincipalName or proxyAddresses for of
            {condition: restore-conflict, of: proxyAddresses, from: 0} | needs a whole number, at least 1, for from
            {condition: no-seats, sku: E3}                          | names no product of the sandbox: 'E3'; there are
            {condition: token-expires}                              | needs a whole number, at least 1, for after
            {condition: token-expires, after: 1, every: 2}          | needs true or false for every
            {condition: service-health, service: Mail, status: resolved} | needs one of Exchange, OSDPPlatform
            {condition: service-health, service: Exchange, status: bad} | needs one of confirmed, extendedRecovery
            {condition: delayed-delicensing, match: {}}             | has the unknown key 'match'
            {condition: quota, reads: {limit: 1, per: PT1S}}        | has the unknown key 'reads'
            {condition: quota, tenant: XL}                          | needs S, M or L for tenant
            {condition: quota, tenant: S, units: {limit: 1, per: PT1S}} | has both tenant and units; the size
            {condition: quota, writes: 3000}                        | needs a limit and a per, such as {limit: 300
            {condition: quota, writes: {limit: 300}}                | needs a text for per
            {condition: quota, writes: {per: PT15S}}                | needs a whole number, at least 1, for limit
            {condition: quota, writes: {limit: 0, per: PT1S}}       | needs a whole number, at least 1, for limit
            {condition: quota, writes: {limit: 1, per: PT0S}}       | needs a per between PT0.001S and PT24H for writes
            {condition: quota, writes: {limit: 1, per: P2D}}        | needs a per between PT0.001S and PT24H for writes
            {condition: quota, writes: {limit: 1, in: PT1S}}        | has the unknown key 'in'
            {condition: quota, mailbox_concurrent: 0}               | needs a whole number, at least 1, for mailbox_conc
            {condition: quota, decimal: 2}                          | needs true or false for decimal
            """)
    void saysWhatIsWrongAndWhere(String entry, String sentence) {
        String text = "- {misbehave: identity-lost}\n- " + entry;
        String message = String.valueOf(assertThrows(FaultsRefused.class, () -> Faults.parse(text)).getMessage());
        assertTrue(message.startsWith("fault 2 " + sentence), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {condition: delayed-delicensing}                      | {condition: delayed-delicensing}
            {condition: rapid-writes, within: PT1S}               | {condition: rapid-writes, within: PT2S}
            {condition: no-seats, sku: ENTERPRISEPACK}            | {condition: no-seats, sku: ENTERPRISEPACK}
            {condition: quota}                                    | {condition: quota, tenant: S}
            {condition: token-expires, after: 1}                  | {condition: token-expires, after: 2, every: true}
            """)
    void aConditionIsStatedOnce(String one, String other) {
        String text = "- " + one + "\n- {misbehave: identity-lost}\n- " + other;
        String message = String.valueOf(assertThrows(FaultsRefused.class, () -> Faults.parse(text)).getMessage());
        assertTrue(message.startsWith("fault 3 states the condition ") && message.endsWith("fault 1 does already"),
                message);
    }

    @Test
    void conditionsOnDifferentSubjectsStandTogether() throws Exception {
        assertEquals(6, Faults.parse("""
                - {condition: no-seats, sku: ENTERPRISEPACK}
                - {condition: no-seats, sku: EXCHANGESTANDARD}
                - {condition: restore-conflict, of: userPrincipalName}
                - {condition: restore-conflict, of: proxyAddresses}
                - {condition: service-health, service: Exchange, status: resolved}
                - {condition: service-health, service: OSDPPlatform, status: resolved}
                """).rules().size());
    }

    @Test
    void readsYamlAsTheDesignWritesIt() throws Exception {
        Faults faults = Faults
                .parse("""
                        - {match: {method: DELETE, path: "/users/*", nth: 3}, effect: {status: 504, when: after}}
                        - {match: {method: GET, path: "/users", from: 2, probability: 0.05, seed: 7}, effect: {status: 429, headers: {Retry-After: "2.5"}}}
                        - {match: {path: "/users/**", every: 10}, effect: {drop: after}}
                        - {match: {method: GET, path: "/users"}, effect: {truncate: 1000}}
                        - {match: {method: GET, path: "/users"}, effect: {lag: PT60S}}
                        - {match: {path: "/users"}, effect: {delay: PT3S}}
                        - {misbehave: identity-lost, from: 25}
                        """);
        assertEquals(7, faults.rules().size());
        assertEquals(0, Faults.parse("[]").rules().size());
        assertEquals(0, Faults.parse("# nothing\n").rules().size());
    }
}
