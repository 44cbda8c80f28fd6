package dev.shisa.document;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells prose from code. Asked with masked lines, so that text in quotes counts for nothing. */
final class Sentence {
    private static final int MOST_WORDS = 3;
    private static final int LONGEST_ENDING = 12;
    private static final String POLITE = "(?:\u307E\u3059|\u3067\u3059|\u307E\u305B\u3093|\u307E\u3057\u305F|\u304F\u3060\u3055\u3044"
            + "|\u4E0B\u3055\u3044|\u3067\u3057\u305F|\u3067\u3042\u308B|\u3053\u3068|\u3057\u306A\u3044|\u3059\u308B|\u3057\u305F"
            + "|\u3055\u308C\u308B|\u305B\u308B|\u3057\u3087\u3046|\u306A\u3044|\u307E\u3067|\u3068\u304D|\u305F\u3081)";
    private static final Pattern ENDING = Pattern.compile(POLITE + "[.\uFF0E!\uFF01?\uFF1F)\uFF09\u300D:\uFF1A]{0,3}$");
    /** A particle behind a word: it makes the word a part of a sentence. */
    private static final Pattern PARTICLE = Pattern
            .compile("[A-Za-z0-9)\\]\u300D\u300F\u3011\"'\u201D*]\\s?\u3092|[A-Za-z0-9)\\]\u300D\u300F\u3011\"'\u201D*]"
                    + "(?:\u306F|\u304C|\u306B|\u3067|\u306E|\u3068|\u3082|\u3078|\u3084|\u304B\u3089|\u307E\u3067|\u306A\u3069)"
                    + "|[A-Za-z0-9]\\s(?:\u306F|\u304C|\u306B|\u3067|\u306E|\u3068|\u3082)(?![\\p{IsHiragana}])");
    private static final Pattern TOPIC = Pattern
            .compile("^\\s*+(?:[\\p{IsHan}\\p{IsKatakana}\u30FC\\s]*+[\\p{IsHiragana}]"
                    + "|\u30B3\u30DE\u30F3\u30C9|[\\p{IsHan}\\p{IsKatakana}\u30FC]{0,12}(?:\u624B\u9806|\u65B9\u6CD5|\u5B9F\u884C|\u4E00\u89A7"
                    + "|\u6CE8\u610F|\u6CE8\u610F\u70B9|\u6982\u8981|\u8AAC\u660E|\u66F8\u5F0F|\u69CB\u6587|\u4F8B|\u524A\u9664|\u78BA\u8A8D"
                    + "|\u7D50\u679C|\u4F7F\u7528|\u53C2\u7167|\u306B\u3064\u3044\u3066)\\s*+$)");
    private static final Set<String> FUNCTION_WORDS = Set.of("is", "are", "was", "were", "be", "been", "can", "cannot",
            "will", "would", "should", "must", "may", "might", "does", "do", "did", "has", "have", "had", "and", "or",
            "but", "to", "for", "from", "in", "on", "at", "of", "with", "without", "by", "the", "a", "an", "this",
            "that", "these", "those", "it", "its", "when", "if", "then", "which", "also", "only", "not", "no", "as",
            "before", "after", "because", "so", "you", "your", "we", "they", "here", "there", "into", "than", "again",
            "cmdlet", "cmdlets", "command", "commands", "parameter", "parameters", "now", "never", "always");
    private static final Set<String> VERBS = Set.of("deletes", "removes", "returns", "runs", "uses", "takes", "sets",
            "gets", "shows", "lists", "creates", "disables", "enables", "updates", "requires", "needs", "works",
            "fails", "failed", "succeeded", "asks", "prompts", "makes", "moves", "changes", "wipes", "destroys",
            "means", "accepts", "supports", "allows", "affects", "applies", "output", "example", "examples", "syntax",
            "usage", "reference", "help", "documentation", "replaces", "purges", "overview", "permanently",
            "immediately", "instead", "step", "steps", "does", "doesn't", "isn't", "can't", "won't", "must", "behaves");

    private Sentence() {
    }

    /** Whether a line without a command's name in it is prose. */
    static boolean is(String masked) {
        String line = masked.strip();
        String end = line.substring(Math.max(0, line.length() - LONGEST_ENDING));
        return line.indexOf('\u3002') >= 0 || line.indexOf('\u3001') >= 0 || ENDING.matcher(end).find()
                || PARTICLE.matcher(line).find()
                || runsOfWords(line);
    }

    /** Whether what follows the name of a command makes the name the subject of a sentence, a heading or a list. */
    static boolean follows(String rest) {
        if (rest.isBlank()) {
            return false;
        }
        char first = rest.charAt(0);
        if (":\uFF1A,\uFF0C.\uFF0E/\uFF0F?!)\u300D\u300F]".indexOf(first) >= 0 || isJapanese(first)
                || rest.startsWith(" :") || rest.startsWith(" \uFF1A")) {
            return true;
        }
        String stripped = rest.strip();
        return isHiragana(stripped.charAt(0)) || "\uFF1A\u2026\u300D\u300C\u2192\uFF08".indexOf(stripped.charAt(0)) >= 0
                || TOPIC.matcher(rest).find() || startsWithWord(stripped)
                || (startsWithWords(stripped) && !Block.hasArguments(rest)) || is(rest);
    }

    /** Two words of which the second joins, or three of which none is more than a word: arguments do not stand so. */
    private static boolean startsWithWords(String rest) {
        String[] words = rest.split("\\s+", 4);
        return words.length > 1 && isSmall(words[0]) && isSmall(words[1])
                && (FUNCTION_WORDS.contains(words[1]) || (words.length > 2 && isSmall(words[2])));
    }

    private static boolean isSmall(String word) {
        return word.length() > 1 && word.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    private static boolean startsWithWord(String rest) {
        int end = 0;
        while (end < rest.length()
                && (Character.isLetter(rest.charAt(end)) || "'\u2019".indexOf(rest.charAt(end)) >= 0)) {
            end++;
        }
        String word = rest.substring(0, end).replace('\u2019', '\'').toLowerCase(Locale.ROOT);
        boolean ends = end == rest.length() || Character.isWhitespace(rest.charAt(end))
                || ",.;:)".indexOf(rest.charAt(end)) >= 0;
        return ends && (FUNCTION_WORDS.contains(word) || VERBS.contains(word));
    }

    /** Words in a row that are neither parameters nor operators: commands have few, sentences have many. */
    private static boolean runsOfWords(String line) {
        int run = 0;
        int longest = 0;
        int function = 0;
        boolean lastIsWord = false;
        for (String token : line.split("\\s+", 400)) {
            lastIsWord = isWord(token);
            run = lastIsWord ? run + 1 : 0;
            longest = Math.max(longest, run);
            if (lastIsWord && FUNCTION_WORDS.contains(bare(token))) {
                function++;
            }
        }
        boolean full = line.endsWith(".") || line.endsWith("!") || line.endsWith("?") || line.endsWith(":");
        return longest > MOST_WORDS || function >= 2 || (lastIsWord && full && (longest > 1 || function > 0));
    }

    private static boolean isWord(String token) {
        String word = bare(token);
        return !word.isEmpty() && word.chars().allMatch(character -> (Character.isLetter(character)
                && character < 0x250) || character == '\'' || character == '\u2019' || character == '-')
                && !Dashes.contain(word.charAt(0)) && CommandName.find(word, 0).isNone();
    }

    private static String bare(String token) {
        int end = token.length();
        while (end > 0 && ",.;:!?".indexOf(token.charAt(end - 1)) >= 0) {
            end--;
        }
        return token.substring(0, end).toLowerCase(Locale.ROOT);
    }

    static boolean isHiragana(char character) {
        return character >= '\u3041' && character <= '\u309F';
    }

    static boolean isJapanese(char character) {
        return isHiragana(character) || (character >= '\u30A0' && character <= '\u30FF')
                || (character >= '\u4E00' && character <= '\u9FFF');
    }
}
