package dev.shisa.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Places are counted in characters, as editors do. */
class SourceTextTest {
    @Test
    void pointsUnderWideCharactersAndPastLongLines() {
        Mistake wide = SourceText.of("f", "a\n削除: \u001B[31mx").mistake(new Position(2, 5), "s\u202E");
        assertEquals("f:2:5: s\uFFFD\n | 削除: \uFFFD[31mx\n | \uFF0E\uFF0E..^", wide.render());
        Mistake late = SourceText.of("f", "x".repeat(150) + "y").mistake(new Position(1, 151), "s");
        assertEquals(" | " + "x".repeat(60) + "y\n | " + ".".repeat(60) + "^", late.excerpt());
    }
}
