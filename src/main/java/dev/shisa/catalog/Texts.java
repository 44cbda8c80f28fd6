package dev.shisa.catalog;

import dev.shisa.text.Spoken;
import java.util.Locale;

/**
 * One text in the two languages of the program.
 *
 * @param english the English text
 * @param japanese the Japanese text
 */
public record Texts(String english, String japanese) implements Spoken {
    @Override
    public String in(Locale locale) {
        return locale.getLanguage().equals("ja") ? japanese : english;
    }
}
