package dev.shisa.powershell;

/**
 * A comment.
 *
 * @param span with its marks
 * @param text without them
 */
public record Comment(Span span, String text) {
}
