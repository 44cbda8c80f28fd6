package dev.shisa.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void argumentsStandWhereThePhraseWantsThem() {
        assertEquals("b before a, b again",
                new Text("{1} before {0}, {1} again", java.util.List.of("a", "b")).toString());
    }

    @Test
    void anInnerTextIsSaidInTheSameLanguage() {
        assertEquals("(メールボックス)", new Text("({0})", java.util.List.of(Text.word("mailbox"))).in(Locale.JAPANESE));
    }

    @Test
    void whatLooksLikeAPlaceholderInAnArgumentStaysAsItIs() {
        assertEquals("{1} and {0}", new Text("{0} and {1}", java.util.List.of("{1}", "{0}")).toString());
        assertEquals("{0} {x}", Text.verbatim("{0} {x}").in(Locale.JAPANESE));
    }

    @Test
    void aPlaceholderWithoutArgumentIsShownAndNotSwallowed() {
        assertEquals("a {1}", new Text("{0} {1}", java.util.List.of("a")).toString());
    }

    @Test
    void oneIsCountedOtherwiseThanMany() {
        assertEquals("1 thing of 2", counted(1));
        assertEquals("0 things of 2", counted(0));
        assertEquals("3 things of 2", counted(3));
    }

    private static String counted(int count) {
        return Text.counted(count, "{0} thing of {1}", "{0} things of {1}", 2).toString();
    }

    @Test
    void everyOtherLanguageIsEnglish() {
        assertEquals("mailbox", Text.word("mailbox").in(Locale.GERMAN));
        assertEquals("メールボックス", Text.word("mailbox").in(Locale.JAPAN));
    }
}
