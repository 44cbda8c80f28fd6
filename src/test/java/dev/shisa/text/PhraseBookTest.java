package dev.shisa.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.shisa.cli.HelpTexts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PhraseBookTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[0-9]\\}");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern JAPANESE = Pattern
            .compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");
    private static final PhraseBook BOOK = PhraseBook.of(Locale.JAPANESE);
    private static SourceTexts sources;

    @BeforeAll
    static void readSources() throws IOException {
        sources = SourceTexts.of(Path.of("src/main/java/dev/shisa"));
    }

    @Test
    void everyTextOfTheSourcesIsALiteral() {
        assertEquals(List.of(), sources.unreadable);
    }

    @Test
    void everyTextHasAPhrase() {
        Set<String> missing = new TreeSet<>(needed());
        missing.removeAll(BOOK.texts());
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyPhraseIsUsed() {
        Set<String> unused = new TreeSet<>(BOOK.texts());
        unused.removeAll(needed());
        assertEquals(Set.of(), unused);
    }

    @Test
    void phrasesHaveThePlaceholdersOfTheirText() {
        for (String text : BOOK.texts()) {
            assertEquals(placeholders(text), placeholders(BOOK.phrase(text)), text);
        }
    }

    @Test
    void phrasesAreJapanese() {
        List<String> foreign = BOOK.texts().stream()
                .filter(text -> !JAPANESE.matcher(BOOK.phrase(text)).find()).sorted().toList();
        assertEquals(List.of(), foreign);
        assertFalse(BOOK.texts().isEmpty());
    }

    /** A text of signs alone says nothing that could be translated. */
    private static Set<String> needed() {
        Set<String> needed = new TreeSet<>(sources.texts.keySet());
        needed.addAll(HelpTexts.all());
        needed.addAll(WordTexts.all());
        needed.addAll(sources.headings);
        needed.removeIf(text -> !LETTER.matcher(PLACEHOLDER.matcher(text).replaceAll("")).find());
        return needed;
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
