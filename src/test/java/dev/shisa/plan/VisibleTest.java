package dev.shisa.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only looks like something else is named; what is what it looks like is left in peace. */
class VisibleTest {

    @ParameterizedTest
    @CsvSource({"１@contoso.example, FULLWIDTH DIGIT ONE (U+FF11)",
            "1＠contoso.example, FULLWIDTH COMMERCIAL AT (U+FF20)",
            "cоntoso, CYRILLIC SMALL LETTER O (U+043E)", "mailbοx, GREEK SMALL LETTER OMICRON (U+03BF)",
            "--keep‐identity, HYPHEN (U+2010)", "—execute, EM DASH (U+2014)",
            "ーーexecute, KATAKANA-HIRAGANA PROLONGED SOUND MARK (U+30FC)",
            "−1, MINUS SIGN (U+2212)", "per\u200Bson, ZERO WIDTH SPACE (U+200B)",
            "per\u202Eson, RIGHT-TO-LEFT OVERRIDE (U+202E)",
            "per\u0007son, BEL (U+0007)", "person\u00A01, NO-BREAK SPACE (U+00A0)",
            "pe\u0301rson, COMBINING ACUTE ACCENT (U+0301)",
            "mailbox，licences, FULLWIDTH COMMA (U+FF0C)"})
    void whatMayOnlyLookLikeItIsNamed(String text, String name) {
        assertEquals(" It is written with characters that may only look like others: " + name + ".",
                Visible.hint(text).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1@contoso.example", "o'brien@contoso.example", "Renée", "漢字", "カタカナ", "メール.csv",
            "straße"})
    void whatIsWhatItLooksLikeIsLeftInPeace(String text) {
        assertEquals("", Visible.hint(text).toString());
    }

    @Test
    void aFewNamesSayEnough() {
        assertTrue(Visible.hint("１２３４５").toString().endsWith("THREE (U+FF13)."),
                Visible.hint("１２３４５").toString());
    }

    @Test
    void nothingThatCannotBeSeenIsShownAsItIs() {
        assertEquals("a\\u001bb\\u202ec\\u200bd", Visible.escape("a\u001bb\u202ec\u200bd"));
    }
}
