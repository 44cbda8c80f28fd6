package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LayoutTest {
    private static final List<String> PIECES = List.of("mailbox", " ", "メールボックス", "、", "。", "a-b", "  ", "🦁",
            "e\u0301",
            "x".repeat(50), "(", "計画", "shisa undo run-1");

    @Test
    void eastAsianCharactersTakeTwoColumnsAndCombiningOnesNone() {
        assertEquals(7, Layout.width("mailbox"));
        assertEquals(14, Layout.width("メールボックス"));
        assertEquals(1, Layout.width("e\u0301"));
        assertEquals("計画  |", Layout.padded("計画", 6) + "|");
    }

    @Test
    void aLineIsBrokenBetweenWordsAndGoesOnUnderItself() {
        assertEquals(List.of("Loss      the mailbox", "          and its", "          licences"),
                new Layout(22, Locale.ENGLISH).lines("Loss      ", "the mailbox and its licences", 10));
    }

    @Test
    void noLineBeginsWithAJapaneseFullStop() {
        assertEquals(List.of("一二三四五六七八九", "十。終わり"), new Layout(20, Locale.JAPANESE).lines("", "一二三四五六七八九十。終わり", 0));
    }

    @Test
    void inAPipeNothingIsBroken() {
        String text = "word ".repeat(500);
        assertEquals(List.of("  " + text), new Layout(Layout.ENDLESS, Locale.ENGLISH).lines("  ", text, 2));
    }

    @Test
    void everyLineFitsAndNothingIsLost() {
        Random random = new Random(81);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(30); piece >= 0; piece--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            int columns = 20 + random.nextInt(60);
            List<String> lines = new Layout(columns, Locale.JAPANESE).lines("Loss      ", text.toString(), 10);
            lines.forEach(line -> assertTrue(Layout.width(line) <= columns, () -> columns + ": " + lines));
            assertEquals(("Loss" + text).replace(" ", ""), String.join("", lines).replace(" ", ""));
        }
    }

    @Test
    void whatIsCutSaysSo() {
        assertEquals("wave 3/5", Layout.cut("wave 3/5", 8));
        assertEquals("wave 3…", Layout.cut("wave 3/5", 7));
        assertEquals("計…", Layout.cut("計画です", 4));
    }
}
