package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedLineTest {
    static Stream<Arguments> lines() {
        return Stream.of(Arguments.of("plan list", List.of("plan", "list")),
                Arguments.of("  plan \t list  ", List.of("plan", "list")),
                Arguments.of("a 'b c' d", List.of("a", "b c", "d")), Arguments.of("a \"b c\"d", List.of("a", "b cd")),
                Arguments.of("--from='a b'", List.of("--from=a b")), Arguments.of("'a\\b'", List.of("a\\b")),
                Arguments.of("a\\ b", List.of("a b")), Arguments.of("\"a\\\"b\"", List.of("a\"b")),
                Arguments.of("\"a\\nb\"", List.of("a\\nb")), Arguments.of("'' x", List.of("", "x")),
                Arguments.of("$HOME * $(id) `id`", List.of("$HOME", "*", "$(id)", "`id`")),
                Arguments.of("a\u3000b", List.of("a", "b")), Arguments.of("\"it's\"", List.of("it's")));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aLineIsTakenApartAsByAShell(String line, List<String> words) {
        assertEquals(words, TypedLine.of(line, true).words());
    }

    @Test
    void signsOfOtherShellsAreLetters() {
        assertEquals(List.of("a|b;", "&", ">", "x"), TypedLine.of("a|b; & > x", true).words());
    }

    @Test
    void whereFoldersArePartedByItABackslashIsALetter() {
        assertEquals(List.of("--from", "C:\\new\\table.txt", "C:\\a b\\"),
                TypedLine.of("--from C:\\new\\table.txt \"C:\\a b\\\"", false).words());
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan 'list", "plan \"list", "plan \"list\\\"", "plan list\\"})
    void whatHasNoEndIsNotWhole(String line) {
        assertEquals(false, TypedLine.of(line, true).isWhole());
    }

    @Test
    void theLastWordTellsWhereItBegins() {
        assertEquals(new TypedLine(List.of("apply"), Optional.of("my pl"), 6, false),
                TypedLine.of("apply 'my pl", true));
        assertEquals(new TypedLine(List.of("apply"), Optional.empty(), 6, true), TypedLine.of("apply ", true));
        assertEquals(new TypedLine(List.of(), Optional.empty(), 0, true), TypedLine.of("", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "a b", "it's", "say \"x\"", "a\\b", "", "$(touch harm)", "'", "\u3000"})
    void aQuotedWordIsTakenForItself(String word) {
        assertEquals(List.of("x", word), TypedLine.of("x " + TypedLine.quoted(word, true), true).words());
        assertEquals(List.of("x", word), TypedLine.of("x " + TypedLine.quoted(word, false), false).words());
    }
}
