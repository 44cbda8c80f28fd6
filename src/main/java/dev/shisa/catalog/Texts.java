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
    public Texts {
        // YAML folds a line end into a blank, which Japanese does not have between sentences.
        japanese = japanese.replace("。 ", "。");
    }

    @Override
    public String in(Locale locale) {
        return locale.getLanguage().equals("ja") ? japanese : english;
    }
}
