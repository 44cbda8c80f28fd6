package dev.shisa.document;

/** What stands for a dash. PowerShell takes four of these; a document can hold others where one of the four was meant. */
final class Dashes {
    /** All of them, for a character class of a regular expression. */
    static final String CLASS = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFF0D\uFE63";

    private Dashes() {
    }

    static boolean contain(char character) {
        return character == '-' || (character >= '\u2010' && CLASS.indexOf(character) >= 0);
    }
}
