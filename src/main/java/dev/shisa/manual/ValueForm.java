package dev.shisa.manual;

import java.util.List;

/**
 * What a value is, as far as a shell can help with it.
 *
 * @param label how it is called in a synopsis; empty for no value
 * @param kind what a shell can offer
 * @param words for {@link Kind#WORDS} the words themselves, empty for every other kind
 */
public record ValueForm(String label, Kind kind, List<String> words) {

    /** What a shell can offer. */
    public enum Kind {
        /** Nothing: only the person knows. */
        NOTHING("none"),
        /** One of a few words. */
        WORDS("words"),
        /** A file. */
        FILE("file"),
        /** A folder. */
        FOLDER("folder"),
        /** A plan of the store, or a file. */
        PLAN("plan"),
        /** A run of the store. */
        RUN("run"),
        /** A snapshot of the store. */
        SNAPSHOT("snapshot"),
        /** An account of the tenant. The completion scripts know none, and offer nothing. */
        ACCOUNT("none");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    public ValueForm {
        words = List.copyOf(words);
        if (words.isEmpty() == (kind == Kind.WORDS)) {
            throw new IllegalArgumentException("words belong to the kind that has them: " + label);
        }
    }

    /** A value of one of the kinds without words. */
    public static ValueForm of(String label, Kind kind) {
        return new ValueForm(label, kind, List.of());
    }

    /** No value. */
    public static ValueForm none() {
        return of("", Kind.NOTHING);
    }

    /** The kind as the completion scripts read it: its word, or an equals sign and the words with commas. */
    String code() {
        return kind == Kind.WORDS ? "=" + String.join(",", words) : kind.word;
    }
}
