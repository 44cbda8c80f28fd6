package dev.shisa.lint;

import dev.shisa.catalog.WireCall;

/**
 * A request that a cmdlet sends, of which the least harm is known.
 *
 * @param request the request, its account written as {@code {id}}
 * @param occasion when it is sent
 */
public record CmdletCall(WireCall request, Occasion occasion) {
}
