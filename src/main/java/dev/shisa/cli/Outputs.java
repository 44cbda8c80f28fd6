package dev.shisa.cli;

import java.util.Optional;

/** Finds the output format in a command line that could not be parsed, so that the refusal comes in the form that was asked for. */
final class Outputs {
    private Outputs() {
    }

    static Optional<String> guess(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if ((arguments[i].equals("-o") || arguments[i].equals("--output")) && i + 1 < arguments.length) {
                return Optional.of(arguments[i + 1]);
            }
            if (arguments[i].startsWith("--output=")) {
                return Optional.of(arguments[i].substring("--output=".length()));
            }
            if (arguments[i].startsWith("-o") && arguments[i].length() > 2) {
                return Optional.of(arguments[i].substring(2).replaceFirst("^=", ""));
            }
        }
        return Optional.empty();
    }
}
