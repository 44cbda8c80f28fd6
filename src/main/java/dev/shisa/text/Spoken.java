package dev.shisa.text;

import java.util.Locale;

/** Something that can be said in every language of the program. */
@FunctionalInterface
public interface Spoken {
    /** What it says in the language of that locale: Japanese, and English for every other. */
    String in(Locale locale);
}
