package dev.shisa.powershell;

/**
 * Where something stands in a text.
 *
 * @param start offset of its first character
 * @param end offset after its last one, at least the start
 */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no place in a text: " + start + " to " + end);
        }
    }
}
