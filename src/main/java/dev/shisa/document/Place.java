package dev.shisa.document;

/**
 * Where a character stands in a file. In a PDF or Word file, the line is that of the extracted text.
 *
 * @param line counted from 1
 * @param column counted from 1, in UTF-16 units
 */
public record Place(int line, int column) {
}
