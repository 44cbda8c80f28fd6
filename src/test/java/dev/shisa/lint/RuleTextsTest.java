package dev.shisa.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.catalog.Texts;
import dev.shisa.powershell.Problem;
import dev.shisa.yaml.Mistake;
import dev.shisa.yaml.YamlDocument;
import dev.shisa.yaml.YamlFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule can say what it has to say, whatever is known of a finding. */
class RuleTextsTest {
    private static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.JAPANESE);
    private static final Pattern ODD = Pattern
            .compile("[\\[\\]{}]|  |\\( *\\)|（）|^[ :,。、]|\\.\\.|。。| [.,;:。、]|:\\.");
    /** Between Japanese words there is a blank only where both are written in katakana. */
    private static final Pattern GAP = Pattern.compile("[ぁ-ん一-龠。、] [ぁ-んァ-ヶ一-龠]|[ァ-ヶー] [ぁ-ん一-龠]");
    private static final Pattern JAPANESE = Pattern.compile("[ぁ-ん]");
    private static final RuleTexts SHIPPED = RuleTexts.shipped();

    @Test
    void theFileFitsItsSchema() {
        Path file = Path.of("src/main/resources/dev/shisa/lint", RuleTexts.RESOURCE);
        LoadedRuleTexts.Loaded loaded = assertInstanceOf(LoadedRuleTexts.Loaded.class,
                new RuleTextsReader(YamlFile.open(file, YamlDocument.Plain.TEXTS)).read());
        for (Rule rule : Rule.values()) {
            assertEquals(SHIPPED.of(rule), loaded.texts().of(rule));
        }
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyTextIsWholeInBothLanguages(Rule rule) {
        RuleText text = SHIPPED.of(rule);
        for (Texts sentences : List.of(text.why(), text.incident())) {
            assertSentences(sentences.english(), sentences.japanese());
        }
        assertTrue(JAPANESE.matcher(text.title().japanese()).find(), text.title().japanese());
        assertFalse(JAPANESE.matcher(text.title().english()).find(), text.title().english());
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyFindingIsSaidInBothLanguages(Rule rule) {
        RuleText text = SHIPPED.of(rule);
        for (String cmdlet : List.of("", "Remove-Mailbox")) {
            for (List<String> what : List.of(List.of("", ""), List.of("the account is deleted", "アカウントが削除されます"))) {
                for (String detail : details(rule)) {
                    assertSentences(text.message(Locale.ENGLISH, cmdlet, what.getFirst(), detail),
                            text.message(Locale.JAPANESE, cmdlet, what.getLast(), detail));
                    for (Optional<String> guarded : List.of(Optional.<String>empty(),
                            Optional.of("shisa user delete"))) {
                        assertSentences(text.suggestion(Locale.ENGLISH, cmdlet, what.getFirst(), detail, guarded),
                                text.suggestion(Locale.JAPANESE, cmdlet, what.getLast(), detail, guarded));
                    }
                }
            }
        }
    }

    private static List<String> details(Rule rule) {
        return Stream.concat(Stream.of("", "1000", "U+2013"), SHIPPED.of(rule).messages().keySet().stream()).toList();
    }

    private static void assertSentences(String english, String japanese) {
        assertTrue(english.endsWith(".") && !Character.isLowerCase(english.charAt(0)), english);
        assertFalse(JAPANESE.matcher(english).find(), english);
        assertTrue(japanese.endsWith("。") && JAPANESE.matcher(japanese).find(), japanese);
        assertFalse(GAP.matcher(japanese).find(), japanese);
        assertFalse(ODD.matcher(english).find(), english);
        assertFalse(ODD.matcher(japanese).find(), japanese);
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void anEnglishMessageIsOneSentence(Rule rule) {
        for (String detail : details(rule)) {
            String message = SHIPPED.of(rule).message(Locale.ENGLISH, "Remove-Mailbox", "the account is deleted",
                    detail);
            assertFalse(message.contains(". "), message);
        }
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void aSuggestionNamesTheGuardedCommandWhereItCan(Rule rule) {
        RuleText text = SHIPPED.of(rule);
        for (Locale locale : LOCALES) {
            boolean isNamed = text.suggestion(locale, "Remove-Mailbox", "", "", Optional.of("shisa user delete"))
                    .contains("shisa user delete");
            assertEquals(text.suggestionWithout().isPresent(), isNamed);
        }
    }

    @Test
    void whatIsKnownOfAFindingStandsInItsSentence() {
        RuleText text = SHIPPED.of(Rule.IDENTITY_DESTROYED);
        String what = "the mailbox and the account behind it are deleted together";
        assertEquals("Remove-Mailbox takes the account itself, and not only what belongs to it: " + what + ".",
                text.message(Locale.ENGLISH, "Remove-Mailbox", what + ".", ""));
        assertEquals("このコマンドは、付随するものだけでなくアカウントそのものを削除します。復元できるのは 30 日間だけです。",
                text.message(Locale.JAPANESE, "", "復元できるのは 30 日間だけです。", ""));
        assertEquals("Get-Mailbox は 1000 件でエラーも出さずに打ち切られるため、どれが含まれるか分からないまま、対象の一部だけが処理されます。",
                SHIPPED.of(Rule.CAPPED_LISTING).message(Locale.JAPANESE, "Get-Mailbox", "", "1000"));
    }

    @Test
    void aCharacterThatIsNoDashIsToldFromOneThatIs() {
        RuleText text = SHIPPED.of(Rule.SMART_CHARACTERS);
        assertTrue(text.message(Locale.ENGLISH, "Remove-Mailbox", "", "U+2013")
                .startsWith("U+2013 stands here as a dash"));
        for (String noDash : List.of("U+FF0D", "U+2212")) {
            assertTrue(text.message(Locale.ENGLISH, "Remove-Mailbox", "", noDash)
                    .startsWith(noDash + " is no dash to PowerShell"));
        }
    }

    @Test
    void everyReasonWhyATextIsNotUnderstoodHasItsSentence() {
        TreeSet<String> reasons = Arrays.stream(Problem.Kind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.toCollection(TreeSet::new));
        reasons.addAll(List.of("unknown", "too large"));
        RuleText text = SHIPPED.of(Rule.NOT_UNDERSTOOD);
        assertEquals(reasons, new TreeSet<>(text.messages().keySet()));
        assertEquals(reasons.size() + 1,
                Stream.concat(reasons.stream(), Stream.of(""))
                        .map(reason -> text.message(Locale.ENGLISH, "", "", reason))
                        .distinct().count());
    }

    @Test
    void whatStandsInAValueIsNoPlace() {
        String message = SHIPPED.of(Rule.PERMANENT).message(Locale.ENGLISH, "Remove-${x}[{what}]",
                "$1 {cmdlet} is gone", "");
        assertEquals("What Remove-${x}[{what}] takes away cannot be brought back: $1 {cmdlet} is gone.", message);
    }

    private static List<String> mistakes(String rules) {
        String text = "format_version: \"1.0\"\nrules:\n" + rules;
        YamlFile file = YamlFile.read(text.getBytes(StandardCharsets.UTF_8), "rules.yaml", YamlDocument.Plain.TEXTS);
        LoadedRuleTexts.Mistakes found = assertInstanceOf(LoadedRuleTexts.Mistakes.class,
                new RuleTextsReader(file).read());
        return found.mistakes().stream().map(mistake -> mistake.line() + ": " + mistake.sentence())
                .filter(sentence -> !sentence.matches("3: the rule [a-z-]+ is missing")).toList();
    }

    private static String rule(String id, String message, String suggestion, String more) {
        String texts = "{en: Text., ja: 文です。}";
        return "  - {id: " + id + ", title: " + texts + ", why: " + texts + ", incident: " + texts
                + ", bad: a, good: b,\n"
                + "     message: {en: '" + message + "', ja: 文です。},\n     suggestion: {en: '" + suggestion + "', ja: '"
                + suggestion + "'}" + more
                + "}\n";
    }

    @Test
    void everyRuleStandsOnceAndInOrder() {
        List<String> expected = new ArrayList<>(List.of("6: the rule unbounded-selection belongs before permanent",
                "9: the rule unbounded-selection stands here twice", "12: there is no rule 'burnt-mailbox'"));
        assertEquals(expected, mistakes(rule("permanent", "a.", "b.", "") + rule("unbounded-selection", "a.", "b.", "")
                + rule("unbounded-selection", "a.", "b.", "") + rule("burnt-mailbox", "a.", "b.", "")));
    }

    @Test
    void aRuleThatIsMissingIsToldByName() {
        String text = "format_version: \"1.0\"\nrules:\n" + rule("permanent", "a.", "b.", "");
        YamlFile file = YamlFile.read(text.getBytes(StandardCharsets.UTF_8), "rules.yaml", YamlDocument.Plain.TEXTS);
        LoadedRuleTexts.Mistakes found = assertInstanceOf(LoadedRuleTexts.Mistakes.class,
                new RuleTextsReader(file).read());
        assertEquals(Arrays.stream(Rule.values()).filter(rule -> rule != Rule.PERMANENT)
                .map(rule -> "the rule " + rule.id() + " is missing").sorted().toList(),
                found.mistakes().stream().map(Mistake::sentence).toList());
    }

    @Test
    void placesThatAreNotThereAreRefused() {
        assertEquals(List.of("4: there is no place {victim}"), mistakes(rule("permanent", "a {victim}.", "b.", "")));
        assertEquals(List.of("4: {what} may be empty, so it has to stand in brackets"),
                mistakes(rule("permanent", "a {what}.", "b.", "")));
        assertEquals(List.of("4: nothing in the brackets [and so on] can be empty"),
                mistakes(rule("permanent", "a[and so on].", "b.", "")));
        assertEquals(List.of("4: a bracket or a brace is not closed, or stands within another",
                "4: {what} may be empty, so it has to stand in brackets"),
                mistakes(rule("permanent", "a[: {what}.", "b.", "")));
        assertEquals(List.of("4: a bracket or a brace is not closed, or stands within another"),
                mistakes(rule("permanent", "a[{what}|{cmdlet}].", "b.", "")));
        assertEquals(List.of("4: there is no place {victim} in brackets: cmdlet, what and detail may stand there"),
                mistakes(rule("permanent", "a[{what} {victim}].", "b.", "")));
        assertEquals(List.of("4: {guarded} stands in suggestions only"),
                mistakes(rule("permanent", "a {guarded}.", "b.", "")));
    }

    @Test
    void aSuggestionWithACommandHasOneWithoutIt() {
        String without = ", suggestion_without: {en: Text., ja: 文です。}";
        assertEquals(List.of("5: a suggestion that names {guarded} needs suggestion_without"),
                mistakes(rule("permanent", "a.", "b {guarded}.", "")));
        assertEquals(List.of("5: suggestion_without goes with a suggestion that names {guarded}"),
                mistakes(rule("permanent", "a.", "b.", without)));
        assertEquals(List.of(), mistakes(rule("permanent", "a.", "b {guarded}.", without)));
        assertEquals(List.of("5: {guarded} stands in suggestions only"),
                mistakes(rule("permanent", "a.", "b {guarded}.", without.replace("Text.", "'{guarded}.'"))));
    }

    @Test
    void aTextInOneLanguageIsRefused() {
        String rule = rule("permanent", "a.", "b.", "").replace(", ja: 文です。}, why", "}, why");
        assertEquals(List.of("3: 'ja' is missing"), mistakes(rule));
    }
}
