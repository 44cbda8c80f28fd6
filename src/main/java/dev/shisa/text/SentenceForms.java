package dev.shisa.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Recognises finished English sentences by the texts of a phrase book, and says them by its phrases. A placeholder stands for the shortest words
 * that let the rest fit, and is recognised in the same way. Of several texts that fit, that one holds which leaves the fewest letters
 * unrecognised, and of those the one with the most letters of its own. Immutable; safe for every thread.
 */
final class SentenceForms {
    /** A text of fewer letters fits too much. */
    private static final int FEWEST_LETTERS = 10;
    /** Longer ones are what somebody else said. */
    private static final int LONGEST = 4000;
    private static final int DEEPEST = 6;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([0-9])\\}");

    /** It has no words of its own, so no phrase book has it. */
    private static final Form FINDING = Form.of("{0}: {1} -> {2}", "{0}: {1} → {2}");

    private final Map<String, String> phrases;
    private final List<Form> forms;

    /**
     * One text with placeholders.
     *
     * @param pieces what stands before, between and behind the placeholders
     * @param numbers the numbers of the placeholders, in their order; one fewer than the pieces
     * @param phrase in the other language
     */
    private record Form(List<String> pieces, List<Integer> numbers, String phrase) {
        static Form of(String english, String phrase) {
            return new Form(Arrays.asList(PLACEHOLDER.split(english, -1)), PLACEHOLDER.matcher(english).results()
                    .map(placeholder -> Integer.valueOf(placeholder.group(1))).toList(), phrase);
        }

        long letters() {
            return pieces.stream().mapToLong(SentenceForms::letters).sum();
        }

        int length() {
            return pieces.stream().mapToInt(String::length).sum();
        }

        /** What the placeholders stand for in that sentence, by their numbers. */
        Optional<Map<Integer, String>> read(String sentence) {
            String last = pieces.getLast();
            if (!sentence.startsWith(pieces.getFirst()) || !sentence.endsWith(last)) {
                return Optional.empty();
            }
            Map<Integer, String> read = new HashMap<>();
            int at = pieces.getFirst().length();
            for (int i = 0; i < numbers.size(); i++) {
                boolean isLast = i == numbers.size() - 1;
                int end = isLast ? sentence.length() - last.length() : sentence.indexOf(pieces.get(i + 1), at);
                if (end < at || !isSame(read, numbers.get(i), sentence.substring(at, end))) {
                    return Optional.empty();
                }
                at = end + pieces.get(i + 1).length();
            }
            return Optional.of(read);
        }

        private static boolean isSame(Map<Integer, String> read, int number, String words) {
            String former = read.putIfAbsent(number, words);
            return former == null || former.equals(words);
        }
    }

    /**
     * The forms of these texts.
     *
     * @param phrases by their English texts
     * @param certain texts that are sentences of files, however few letters they have
     */
    SentenceForms(Map<String, String> phrases, Set<String> certain) {
        this.phrases = phrases;
        this.forms = Stream.concat(Stream.of(FINDING), phrases.entrySet().stream()
                .filter(entry -> PLACEHOLDER.matcher(entry.getKey()).find())
                .filter(entry -> certain.contains(entry.getKey()) || letters(entry.getKey()) >= FEWEST_LETTERS)
                .map(entry -> Form.of(entry.getKey(), entry.getValue())))
                .sorted(Comparator.comparingLong(Form::letters).thenComparingInt(Form::length).reversed()).toList();
    }

    private static long letters(String text) {
        return PLACEHOLDER.matcher(text).replaceAll("").chars().filter(Character::isLetter).count();
    }

    /** The sentence by the phrases; itself where nothing is recognised. */
    String said(String english) {
        return english.length() > LONGEST ? english : said(english, 0, new HashMap<>()).text();
    }

    /**
     * A sentence as far as it is recognised.
     *
     * @param foreign how many of its letters are not
     */
    private record Said(String text, long foreign) {
    }

    private Said said(String english, int depth, Map<String, Said> known) {
        Said before = known.get(english);
        if (before != null) {
            return before;
        }
        String whole = phrases.get(english);
        // That it is not recognised at all counts as well: a form of signs alone is better than none.
        Said best = whole != null ? new Said(whole, 0) : new Said(english, letters(english) + 1);
        for (int at = 0; at < forms.size() && best.foreign() > 0 && depth < DEEPEST; at++) {
            Form form = forms.get(at);
            Optional<Said> other = form.read(english).map(words -> filled(form.phrase(), words, depth + 1, known));
            best = other.isPresent() && other.get().foreign() < best.foreign() ? other.get() : best;
        }
        Said said = best.text().equals(english) ? new Said(english, letters(english)) : best;
        known.put(english, said);
        return said;
    }

    private Said filled(String phrase, Map<Integer, String> words, int depth, Map<String, Said> known) {
        StringBuilder said = new StringBuilder();
        long foreign = 0;
        int at = 0;
        for (MatchResult placeholder : PLACEHOLDER.matcher(phrase).results().toList()) {
            String word = words.getOrDefault(Integer.valueOf(placeholder.group(1)), placeholder.group());
            Said part = said(word, depth, known);
            said.append(phrase, at, placeholder.start()).append(part.text());
            foreign += part.foreign();
            at = placeholder.end();
        }
        return new Said(said.append(phrase.substring(at)).toString(), foreign);
    }
}
