package dev.shisa.bypass;

/**
 * One way that somebody may try.
 *
 * @param name the way, in a few words
 * @param code the exit code it must end with
 * @param phrase what the refusal must say; blanks and line ends count as one blank
 * @param trick lays the way out
 */
record Row(String name, int code, String phrase, Trick trick) {

    /** Lays a way out. What it does to the tenant itself, as somebody else, is done before the attempt begins. */
    @FunctionalInterface
    interface Trick {
        /** Prepares files and the tenant, and types the line. */
        void on(Attempt attempt) throws Exception;
    }

    /** A row of the table. */
    static Row row(String name, int code, String phrase, Trick trick) {
        return new Row(name, code, phrase, trick);
    }

    /** A way that is only other words on the line that would write. */
    static Row typed(String name, int code, String phrase, String... words) {
        return new Row(name, code, phrase, attempt -> attempt.words(words));
    }
}
