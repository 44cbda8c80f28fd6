package dev.shisa.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A sentence, or a part of one, that can be said in every language of the program. Immutable.
 *
 * @param english the English text, which is also its key in the phrase books; {@code {0}} to {@code {9}} stand for the arguments
 * @param arguments what is put into it: what is {@link Spoken} in the same language, everything else as it prints itself
 */
public record Text(String english, List<Object> arguments) implements Spoken {

    public Text {
        arguments = List.copyOf(arguments);
    }

    /**
     * A text.
     *
     * @param english the English text as a literal, so that a test can find it in the sources
     * @param arguments at most ten
     */
    public static Text of(String english, Object... arguments) {
        return new Text(english, List.of(arguments));
    }

    /**
     * A text that depends on a number, which is its argument {@code {0}}.
     *
     * @param count the number
     * @param one for exactly one, as a literal
     * @param many for every other number, as a literal
     * @param others {@code {1}} and those after it
     */
    public static Text counted(long count, String one, String many, Object... others) {
        List<Object> arguments = new ArrayList<>(List.of((Object) count));
        arguments.addAll(List.of(others));
        return new Text(count == 1 ? one : many, arguments);
    }

    /** Words of somebody else (the service, a file, a person), which are the same in every language. */
    public static Text verbatim(String words) {
        return new Text("{0}", List.of(words));
    }

    /** A word of the files and outputs, such as a status. A test names them all, because they are no literals. */
    public static Text word(String label) {
        return new Text(label, List.of());
    }

    /** Things behind each other, as the language separates them; nothing where there are none. */
    public static Text listed(Collection<? extends Spoken> several) {
        List<Spoken> all = List.copyOf(several);
        Spoken behindEachOther = locale -> all.stream().map(one -> one.in(locale))
                .collect(Collectors.joining(locale.getLanguage().equals("ja") ? "、" : ", "));
        return new Text("{0}", List.of(behindEachOther));
    }

    @Override
    public String in(Locale locale) {
        return filled(PhraseBook.of(locale).phrase(english), locale);
    }

    private String filled(String phrase, Locale locale) {
        StringBuilder text = new StringBuilder(phrase.length() + 16 * arguments.size());
        for (int at = 0; at < phrase.length(); at++) {
            int argument = placeholder(phrase, at);
            if (argument < 0 || argument >= arguments.size()) {
                text.append(phrase.charAt(at));
            } else {
                text.append(
                        arguments.get(argument) instanceof Spoken inner ? inner.in(locale) : arguments.get(argument));
                at += 2;
            }
        }
        return text.toString();
    }

    /** The number of the placeholder that begins there; -1 where none does. */
    private static int placeholder(String phrase, int at) {
        boolean begins = at + 2 < phrase.length() && phrase.charAt(at) == '{' && phrase.charAt(at + 2) == '}';
        return begins && phrase.charAt(at + 1) >= '0' && phrase.charAt(at + 1) <= '9'
                ? phrase.charAt(at + 1) - '0'
                : -1;
    }

    /** The English text. */
    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
