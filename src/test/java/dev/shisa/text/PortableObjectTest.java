package dev.shisa.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortableObjectTest {

    @Test
    void textsGoOverSeveralLinesAndKnowEscapes() {
        assertEquals(Map.of("a \"b\"\\\nc", "い\tろ"), PortableObject.read("x.po", """
                # A comment.
                msgid ""
                msgstr "Language: ja\\n"

                msgid "a "
                "\\"b\\"\\\\\\n"
                "c"
                msgstr "い"
                "\\tろ"
                """));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
            "'msgid \"a\"' | msgstr is missing",
            "'msgid \"a\"\nmsgstr \"\"' | phrase is empty",
            "'msgid \"a\"\nmsgstr \"b\"\nmsgid \"a\"\nmsgstr \"c\"' | stood in the file before",
            "'\"a\"' | nothing stands before",
            "'msgstr \"a\"' | nothing stands before",
            "'msgid a' | quotes",
            "'msgid \"a\"b\"' | needs a backslash",
            "'msgid \"a\\x\"' | means nothing",
            "'msgid \"a\\\"' | stands at the end",
            "'msgid_plural \"a\"' | nothing stands before",
    })
    void everythingElseIsAMistakeWithItsLine(String content, String said) {
        IllegalArgumentException mistake = assertThrows(IllegalArgumentException.class,
                () -> PortableObject.read("x.po", content));
        assertTrue(String.valueOf(mistake.getMessage()).contains(said), mistake.getMessage());
        assertTrue(String.valueOf(mistake.getMessage()).startsWith("x.po line "), mistake.getMessage());
    }
}
