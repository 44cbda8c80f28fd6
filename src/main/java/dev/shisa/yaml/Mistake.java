package dev.shisa.yaml;

/**
 * One mistake in a file.
 *
 * @param file the name of the file as it was given
 * @param line from 1
 * @param column in characters, from 1
 * @param sentence what is wrong, for people
 * @param excerpt the line with a caret under the spot, on two lines; control characters are made visible
 */
public record Mistake(String file, int line, int column, String sentence, String excerpt) {

    /** The mistake as it is shown: the place, the sentence, the excerpt. */
    public String render() {
        return file + ":" + line + ":" + column + ": " + sentence + "\n" + excerpt;
    }
}
