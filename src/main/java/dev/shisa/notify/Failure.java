package dev.shisa.notify;

import dev.shisa.text.Text;

/**
 * A notice that did not arrive.
 *
 * @param hook which hook, as it describes itself
 * @param event what it should have been told
 * @param why the end of a sentence
 */
public record Failure(String hook, Event event, Text why) {
}
