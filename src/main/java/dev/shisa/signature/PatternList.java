package dev.shisa.signature;

import java.util.Arrays;
import java.util.List;

/**
 * Words separated by commas as OpenSSH matches them: {@code *} is any text, {@code ?} one character, and a word with {@code !} before it
 * excludes what it matches, whatever the others say.
 *
 * @param words at least one, none empty
 */
record PatternList(List<String> words) {

    PatternList {
        words = List.copyOf(words);
    }

    /**
     * @param what how a complaint names it
     */
    static PatternList read(String text, String what) throws MalformedException {
        List<String> words = Arrays.asList(text.split(",", -1));
        if (words.contains("") || words.contains("!")) {
            throw new MalformedException(what + " has an empty word");
        }
        return new PatternList(words);
    }

    /** Whether a word stands for more than itself. */
    boolean hasPattern() {
        return words.stream().anyMatch(word -> word.startsWith("!") || word.contains("*") || word.contains("?"));
    }

    boolean matches(String text) {
        boolean isExcluded = words.stream().anyMatch(word -> word.startsWith("!") && fits(word.substring(1), text));
        return !isExcluded && words.stream().anyMatch(word -> !word.startsWith("!") && fits(word, text));
    }

    /** Takes time in proportion to both lengths only, however many stars there are. */
    private static boolean fits(String pattern, String text) {
        boolean[] reached = new boolean[text.length() + 1];
        reached[0] = true;
        for (int letter = 0; letter < pattern.length(); letter++) {
            char wanted = pattern.charAt(letter);
            boolean[] next = new boolean[text.length() + 1];
            next[0] = wanted == '*' && reached[0];
            for (int at = 1; at <= text.length(); at++) {
                next[at] = wanted == '*'
                        ? next[at - 1] || reached[at]
                        : reached[at - 1] && (wanted == '?' || wanted == text.charAt(at - 1));
            }
            reached = next;
        }
        return reached[text.length()];
    }
}
