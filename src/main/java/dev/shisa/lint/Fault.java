package dev.shisa.lint;

/**
 * A finding before it is put into words.
 *
 * @param rule what it breaks
 * @param offset where, in the text that was parsed
 * @param cmdlet the command that it is about; empty when there is none
 * @param detail what is put into the sentence; empty when nothing is
 */
record Fault(Rule rule, int offset, String cmdlet, String detail) {
}
