package dev.shisa.catalog;

import java.util.List;
import java.util.Optional;

/**
 * All commands there are. Made by {@link CatalogLoader} from a file without mistakes; immutable.
 *
 * @param commands in the order of the file; no two have the same noun and verb
 * @param digest SHA-256 over the bytes of the file, in hexadecimal
 */
public record Catalog(List<Command> commands, String digest) {
    public Catalog {
        commands = List.copyOf(commands);
    }

    /** The command of that noun and verb. */
    public Optional<Command> find(String noun, String verb) {
        return commands.stream().filter(c -> c.noun().equals(noun) && c.verb().equals(verb)).findFirst();
    }

    /** The command of that name, noun and verb with one blank between. */
    public Optional<Command> find(String name) {
        return commands.stream().filter(c -> c.name().equals(name)).findFirst();
    }
}
