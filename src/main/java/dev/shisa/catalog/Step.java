package dev.shisa.catalog;

import java.util.Optional;

/**
 * One writing request of a command, with placeholders. {@code {id}} in the path is the account's object id. In the body a text that begins
 * with {@code $} is a {@link Placeholder}.
 *
 * @param name unique within the command
 * @param option the choice option under which it is sent; empty: always
 * @param method DELETE, PATCH or POST
 * @param path path template below the version
 * @param body JSON text with placeholders, where there is one
 */
public record Step(String name, Optional<String> option, String method, String path, Optional<String> body) {
}
