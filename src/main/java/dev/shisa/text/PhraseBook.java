package dev.shisa.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The phrases of one language by their English text. Immutable; safe for every thread. */
public final class PhraseBook {
    private static final PhraseBook ENGLISH = new PhraseBook(Map.of());

    /** The part with the sentences of files. */
    private static final String SENTENCES = "sentences";

    /** One file for each part of the program, so that a file stays short enough to be read. */
    private static final List<String> PARTS = List.of("refusals", "help", "words", "screen", "topics", "smoke",
            "report", "notify", "shell", SENTENCES);

    private final Map<String, String> phrases;

    private PhraseBook(Map<String, String> phrases) {
        this.phrases = phrases;
    }

    /** Read only when somebody asks for it: most processes speak English. */
    private static final class Japanese {
        private static final PhraseBook BOOK = shipped("ja");
    }

    /** Made only when a sentence of a file is to be said. */
    private static final class JapaneseForms {
        private static final SentenceForms FORMS = new SentenceForms(Japanese.BOOK.phrases,
                part("ja/" + SENTENCES).keySet());
    }

    /** The phrase book of a language: Japanese, and English for every other. */
    public static PhraseBook of(Locale locale) {
        return locale.getLanguage().equals("ja") ? Japanese.BOOK : ENGLISH;
    }

    /**
     * The phrase for an English text; the English text itself where the book has none, because an English refusal is better than none. A
     * test sees to it that none is missing.
     */
    public String phrase(String english) {
        return phrases.getOrDefault(english, english);
    }

    /** A finished English sentence in this language, as far as it was made of texts that have a phrase. */
    String sentence(String english) {
        return this == ENGLISH ? english : JapaneseForms.FORMS.said(english);
    }

    /** Every English text that has a phrase. */
    public Set<String> texts() {
        return Set.copyOf(phrases.keySet());
    }

    private static PhraseBook shipped(String language) {
        Map<String, String> phrases = new HashMap<>();
        for (String part : PARTS) {
            String name = language + "/" + part;
            part(name).forEach((english, phrase) -> add(phrases, name, english, phrase));
        }
        return new PhraseBook(phrases);
    }

    private static Map<String, String> part(String path) {
        String name = path + ".po";
        try (InputStream file = PhraseBook.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the program lacks its phrases " + name);
            }
            return PortableObject.read(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the phrases " + name + " cannot be read", e);
        }
    }

    private static void add(Map<String, String> phrases, String name, String english, String phrase) {
        String former = phrases.put(english, phrase);
        if (former != null && !former.equals(phrase)) {
            throw new IllegalArgumentException(name + " has another phrase than an earlier file for: " + english);
        }
    }
}
