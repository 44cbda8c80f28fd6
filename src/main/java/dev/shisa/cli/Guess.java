package dev.shisa.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where and how a command line that cannot be understood wants to be refused: the refusal has the form that was asked for, and it is recorded in the
 * store that was meant.
 */
final class Guess {
    private Guess() {
    }

    /** The options that say where to look and how to show it, as far as they can be made out. */
    static String[] place(String[] arguments) {
        List<String> found = new ArrayList<>();
        for (String name : List.of("--output", "--store", "--tenant", "--lang")) {
            // What begins like an option is the next one: the value of this one is what is missing.
            value(name, arguments).filter(value -> !value.startsWith("-"))
                    .filter(value -> !name.equals("--store") || isPath(value))
                    .ifPresent(value -> found.addAll(List.of(name, value)));
        }
        return found.toArray(String[]::new);
    }

    /** Puts those options into the ones of a line. */
    static void into(GlobalOptions options, String[] arguments) {
        CommandSpec spec = CommandSpec.create();
        options.addTo(spec);
        new CommandLine(spec).parseArgs(place(arguments));
    }

    /** What is no path may be the very thing that could not be understood. */
    private static boolean isPath(String value) {
        try {
            return !Path.of(value).toString().isEmpty();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The value of an option, as far as it can be made out. */
    static Optional<String> value(String name, String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            String word = arguments[i];
            boolean isShort = name.equals("--output") && word.startsWith("-o");
            if ((word.equals(name) || (isShort && word.length() == 2)) && i + 1 < arguments.length) {
                return Optional.of(arguments[i + 1]);
            }
            if (word.startsWith(name + "=")) {
                return Optional.of(word.substring(name.length() + 1));
            }
            if (isShort && word.length() > 2) {
                return Optional.of(word.substring(2).replaceFirst("^=", ""));
            }
        }
        return Optional.empty();
    }
}
