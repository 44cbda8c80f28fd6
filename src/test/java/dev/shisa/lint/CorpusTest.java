package dev.shisa.lint;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is found in scripts and documents in the shapes in which they are found at work. The scores are in target/lint-corpus.txt. */
class CorpusTest {
    private static final Corpus CORPUS = Corpus.read();

    @Test
    void theCorpusIsLargeAndAThirdOfItIsClean() throws IOException {
        Files.writeString(Path.of("target", "lint-corpus.txt"), CORPUS.table());
        assertTrue(CORPUS.files() >= 150, CORPUS::table);
        assertTrue(CORPUS.clean() * 3 >= CORPUS.files(), CORPUS::table);
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyRuleIsFoundAndHardlyEverWithoutReason(Rule rule) {
        Corpus.Score score = CORPUS.score(rule);
        assertTrue(score.found() >= 8, CORPUS::table);
        assertTrue(score.precision() >= 0.8 && score.recall() >= 0.8, CORPUS::table);
    }

    @Test
    void cleanFilesAreQuiet() {
        assertTrue(CORPUS.unquietClean().size() * 50 <= CORPUS.clean(), CORPUS::table);
    }
}
