package dev.shisa.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SentenceTest {
    private static final SentenceForms FORMS = new SentenceForms(Map.of(
            "gate of wave {0}: {1}", "W{0}: {1}",
            "gate of wave {0} {1}", "W{0} ist {1}",
            "the service {0} reports {1}", "{1} sagt {0}",
            "the tenant could not be read: {0}", "unlesbar: {0}",
            "failed", "gescheitert",
            "{0} cannot be read any more: {1}", "{0} ist unlesbar: {1}",
            "whether it is well cannot be read any more: {0}", "Zustand unlesbar: {0}",
            "to {0}", "nach {0}",
            "from {0} to {0} and nowhere else", "immer {0}", "extra {0}", "zu viel: {0}"), Set.of("extra {0}"));

    @Test
    void whatAPlaceholderStandsForIsRecognisedToo() {
        assertEquals("W3: unlesbar: 403 Forbidden",
                FORMS.said("gate of wave 3: the tenant could not be read: 403 Forbidden"));
    }

    @Test
    void ofTwoTextsThatFitTheOneThatSaysMoreHolds() {
        assertEquals("W3: gescheitert", FORMS.said("gate of wave 3: failed"));
        assertEquals("W3 ist gescheitert", FORMS.said("gate of wave 3 failed"));
    }

    @Test
    void theOneThatLeavesLessUnsaidHoldsEvenIfItSaysLessItself() {
        assertEquals("W3: Zustand unlesbar: GET /v1.0",
                FORMS.said("gate of wave 3: whether it is well cannot be read any more: GET /v1.0"));
        assertEquals("x ist unlesbar: y", FORMS.said("x cannot be read any more: y"));
    }

    @Test
    void placeholdersMayChangeTheirPlacesAndRepeat() {
        assertEquals("degraded sagt Exchange", FORMS.said("the service Exchange reports degraded"));
        assertEquals("immer x", FORMS.said("from x to x and nowhere else"));
        assertEquals("from x to y and nowhere else", FORMS.said("from x to y and nowhere else"));
    }

    @Test
    void whatNobodyWroteStaysAsItIs() {
        for (String foreign : List.of("", "to whom it may concern", "gate of wave", "{0}", "the service reports",
                "x".repeat(5000))) {
            assertEquals(foreign, FORMS.said(foreign));
        }
        String deep = "the tenant could not be read: ".repeat(9) + "failed";
        assertTrue(FORMS.said(deep).startsWith("unlesbar: unlesbar: "));
    }

    @Test
    void aFindingNeedsNoPhraseAndATextOfFewLettersOnlyHoldsWhereItIsASentence() {
        assertEquals("zu viel: a: b → c", FORMS.said("extra a: b -> c"));
        assertEquals("to c", FORMS.said("to c"));
    }

    @Test
    void aSentenceIsReadInTheLanguageOfItsReader() {
        Sentence found = new Sentence("identity: active -> soft-deleted, by help desk");
        assertEquals(found.english(), found.in(Locale.ENGLISH));
        assertEquals("アカウント本体: 有効 (アクティブ) → 削除済み (復元可能) (help desk による)", found.in(Locale.JAPANESE));
        assertEquals("何も書き込まれていません / 宣言外 サインイン可否: 可 → 不可",
                Sentence.several(List.of("nothing was written", "extra enabled: enabled -> disabled"))
                        .in(Locale.JAPANESE));
    }
}
