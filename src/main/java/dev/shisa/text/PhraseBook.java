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

    /** One file for each part of the program, so that a file stays short enough to be read. */
    private static final List<String> PARTS = List.of("refusals", "help", "words", "screen", "topics", "smoke",
            "report", "notify", "shell");

    private final Map<String, String> phrases;

    private PhraseBook(Map<String, String> phrases) {
        this.phrases = phrases;
    }

    /** Read only when somebody asks for it: most processes speak English. */
    private static final class Japanese {
        private static final PhraseBook BOOK = shipped("ja");
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

    /** Every English text that has a phrase. */
    public Set<String> texts() {
        return Set.copyOf(phrases.keySet());
    }

    private static PhraseBook shipped(String language) {
        Map<String, String> phrases = new HashMap<>();
        for (String part : PARTS) {
            String name = language + "/" + part + ".po";
            try (InputStream file = PhraseBook.class.getResourceAsStream(name)) {
                if (file == null) {
                    throw new IllegalStateException("the program lacks its phrases " + name);
                }
                PortableObject.read(name, new String(file.readAllBytes(), StandardCharsets.UTF_8))
                        .forEach((english, phrase) -> add(phrases, name, english, phrase));
            } catch (IOException e) {
                throw new UncheckedIOException("the phrases " + name + " cannot be read", e);
            }
        }
        return new PhraseBook(phrases);
    }

    private static void add(Map<String, String> phrases, String name, String english, String phrase) {
        String former = phrases.put(english, phrase);
        if (former != null && !former.equals(phrase)) {
            throw new IllegalArgumentException(name + " has another phrase than an earlier file for: " + english);
        }
    }
}
