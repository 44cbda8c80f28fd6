package dev.shisa.sandbox.query;

/**
 * One word of a filter.
 *
 * @param at position in the text, from 0
 */
record Token(Kind kind, String text, int at) {

    /** What a token is. */
    enum Kind {
        WORD,
        TEXT,
        DATE,
        GUID,
        NUMBER,
        SYMBOL,
        END
    }

    boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
    }
}
