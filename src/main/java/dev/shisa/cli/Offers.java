package dev.shisa.cli;

import dev.shisa.manual.CommandForm;
import dev.shisa.manual.ValueForm;
import dev.shisa.text.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What may stand at the cursor of a line in {@code shisa shell}: the commands that completion scripts know, too, and names from the store. */
final class Offers {
    /** Words that leave the shell. */
    static final List<String> LEAVING = List.of("exit", "quit");

    private final CommandForm program;
    private final Locale locale;
    private final Names names;

    /**
     * Offers.
     *
     * @param program every command
     * @param locale the language in which the offers that are no commands are explained
     * @param names what is asked for only where such a name may stand
     */
    Offers(CommandForm program, Locale locale, Names names) {
        this.program = program;
        this.locale = locale;
        this.names = names;
    }

    /**
     * One offer.
     *
     * @param word as it is taken for itself, without quotes
     * @param meaning a sentence; empty where nothing is to be said
     * @param isWhole false where more has to follow in the same word
     */
    record Offer(String word, String meaning, boolean isWhole) {
    }

    /** Names of things that are not in the tree of commands. */
    interface Names {
        /** The names of plans, runs or snapshots in the store. */
        List<String> stored(ValueForm.Kind kind);

        /** Sign-in names that begin so. */
        List<String> accounts(String begun);

        /** Files or folders whose path begins so; a folder ends with a slash. */
        List<String> files(String begun, boolean foldersOnly);
    }

    /** Where the walk along a line has come to. */
    private static final class Place {
        private CommandForm command;
        private int operands;
        private boolean optionsEnded;
        private Optional<ValueForm> value = Optional.empty();
        private final Set<String> typed = new HashSet<>();

        Place(CommandForm program) {
            this.command = program;
        }

        void pass(String word) {
            if (value.isPresent()) {
                value = Optional.empty();
            } else if (!optionsEnded && word.equals("--")) {
                optionsEnded = true;
            } else if (!optionsEnded && word.startsWith("-") && word.length() > 1) {
                option(word).ifPresent(option -> {
                    typed.addAll(option.names());
                    value = option.takesValue() && option.names().contains(word)
                            ? Optional.of(option.value())
                            : Optional.empty();
                });
            } else {
                Optional<CommandForm> member = operands == 0
                        ? command.members().stream().filter(below -> below.name().equals(word)).findFirst()
                        : Optional.empty();
                operands += member.isPresent() ? 0 : 1;
                command = member.orElse(command);
            }
        }

        Optional<CommandForm.Option> option(String word) {
            String name = word.startsWith("--") ? word.split("=", 2)[0] : word;
            return command.options().stream().filter(option -> option.names().contains(name)).findFirst();
        }
    }

    /**
     * What may stand there.
     *
     * @param before the words before the cursor
     * @param begun what stands of the word at the cursor, up to the cursor
     * @return only what begins so, without regard to case
     */
    List<Offer> at(List<String> before, String begun) {
        List<String> words = !before.isEmpty() && before.getFirst().equals("shisa")
                ? before.subList(1, before.size())
                : before;
        Place place = new Place(program);
        words.forEach(place::pass);
        List<Offer> offers = new ArrayList<>();
        if (place.value.isPresent()) {
            offers.addAll(values(place.value.get(), begun));
        } else if (!place.optionsEnded && begun.startsWith("--") && begun.contains("=")) {
            String name = begun.substring(0, begun.indexOf('=') + 1);
            place.option(begun).filter(CommandForm.Option::takesValue)
                    .ifPresent(option -> values(option.value(), begun.substring(name.length())).forEach(
                            value -> offers.add(new Offer(name + value.word(), value.meaning(), value.isWhole()))));
        } else if (!place.optionsEnded && begun.startsWith("-")) {
            offers.addAll(options(place));
        } else {
            offers.addAll(words(place, words.isEmpty(), begun));
        }
        return offers.stream().filter(offer -> begins(offer.word(), begun)).toList();
    }

    private List<Offer> words(Place place, boolean isFirst, String begun) {
        List<Offer> offers = new ArrayList<>();
        place.command.members().stream()
                .filter(member -> place.operands == 0 && !member.name().equals(ShellCommand.NAME))
                .forEach(member -> offers.add(new Offer(member.name(), member.summary(), true)));
        if (isFirst) {
            LEAVING.forEach(word -> offers.add(new Offer(word, Text.of("Leave the shell.").in(locale), true)));
        }
        operand(place).ifPresent(operand -> offers.addAll(values(operand.value(), begun)));
        return offers.isEmpty() && begun.isEmpty() && !place.optionsEnded ? options(place) : offers;
    }

    private static Optional<CommandForm.Operand> operand(Place place) {
        List<CommandForm.Operand> operands = place.command.operands();
        if (place.operands < operands.size()) {
            return Optional.of(operands.get(place.operands));
        }
        return operands.isEmpty()
                ? Optional.empty()
                : Optional.of(operands.getLast()).filter(
                        CommandForm.Operand::repeated);
    }

    /** Those that were not said yet. */
    private static List<Offer> options(Place place) {
        return place.command.options().stream().filter(option -> !place.typed.contains(option.names().getFirst()))
                .flatMap(option -> option.names().stream().map(name -> new Offer(name, option.description(), true)))
                .toList();
    }

    private List<Offer> values(ValueForm value, String begun) {
        return switch (value.kind()) {
            case NOTHING -> List.of();
            case WORDS -> named(value.words());
            case RUN, SNAPSHOT -> named(names.stored(value.kind()));
            case PLAN -> {
                List<Offer> plans = new ArrayList<>(named(names.stored(value.kind())));
                plans.addAll(paths(names.files(begun, false)));
                yield plans;
            }
            case ACCOUNT -> named(names.accounts(begun));
            case FILE -> paths(names.files(begun, false));
            case FOLDER -> paths(names.files(begun, true));
        };
    }

    private static List<Offer> named(List<String> words) {
        return words.stream().map(word -> new Offer(word, "", true)).toList();
    }

    private static List<Offer> paths(List<String> paths) {
        return paths.stream().map(path -> new Offer(path, "", !path.endsWith("/") && !path.endsWith("\\"))).toList();
    }

    private static boolean begins(String word, String begun) {
        return word.regionMatches(true, 0, begun, 0, begun.length());
    }
}
