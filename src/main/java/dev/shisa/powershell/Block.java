package dev.shisa.powershell;

import java.util.List;

/**
 * Statements between braces, or a whole script.
 *
 * @param span with the braces
 * @param statements in their order
 */
public record Block(Span span, List<Statement> statements) {
    public Block {
        statements = List.copyOf(statements);
    }
}
