package dev.shisa.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file of the corpus by itself: what is found is what is expected, but for what its expectations say is not managed. */
class CorpusFilesTest {
    static List<Path> expectations() {
        return Corpus.expectations();
    }

    @ParameterizedTest
    @MethodSource("expectations")
    void aFileHasWhatIsExpectedOfIt(Path expected) {
        Corpus.Held held = Corpus.Held.against(expected);
        assertEquals(held.known(), held.differences(), held::name);
    }
}
