package dev.shisa.text;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A sentence that stands in a file or came out of one, in English. Who reads a screen or a report reads it in their language where the phrase book
 * knows what it was made of, and in English otherwise: what a service or a person said is in nobody's phrase book.
 *
 * @param english as the file has it
 */
public record Sentence(String english) implements Spoken {
    /** Several sentences behind each other. */
    public static Spoken several(Collection<String> sentences) {
        List<Sentence> all = sentences.stream().map(Sentence::new).toList();
        return locale -> all.stream().map(one -> one.in(locale))
                .collect(Collectors.joining(locale.getLanguage().equals("ja") ? " / " : "; "));
    }

    @Override
    public String in(Locale locale) {
        return PhraseBook.of(locale).sentence(english);
    }

    /** The English text. */
    @Override
    public String toString() {
        return english;
    }
}
