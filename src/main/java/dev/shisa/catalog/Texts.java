package dev.shisa.catalog;

import java.util.Locale;

/**
 * One text in the two languages of the program.
 *
 * @param english the English text
 * @param japanese the Japanese text
 */
public record Texts(String english, String japanese) {
    /** The text in the language of that locale; English unless it is Japanese. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("ja") ? japanese : english;
    }
}
