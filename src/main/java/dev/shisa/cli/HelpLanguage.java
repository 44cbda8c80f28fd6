package dev.shisa.cli;

import dev.shisa.text.PhraseBook;
import dev.shisa.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Help in the language of its reader: the phrase for each English text of the tree of commands, under the key by which picocli asks for it
 * (picocli user manual, "Internationalization").
 */
final class HelpLanguage extends ListResourceBundle {
    private final PhraseBook book;
    private final List<Object[]> contents = new ArrayList<>();

    private HelpLanguage(CommandLine root, Locale locale) {
        this.book = PhraseBook.of(locale);
        contents.add(new Object[]{"usage.synopsisHeading", Text.of("Usage: ").in(locale)});
        contents.add(new Object[]{"usage.commandListHeading", Text.of("Commands:%n").in(locale)});
        add(root);
    }

    /** Puts the help of a command line, and of every command below it, into that language. */
    static void apply(CommandLine root, Locale locale) {
        if (locale.getLanguage().equals("ja")) {
            root.setResourceBundle(new HelpLanguage(root, locale));
        }
    }

    private void add(CommandLine line) {
        CommandSpec spec = line.getCommandSpec();
        String command = spec.qualifiedName(".") + ".";
        put(command + "usage.description", spec.usageMessage().description());
        for (OptionSpec option : spec.options()) {
            put(command + option.longestName().replaceFirst("^-+", ""), option.description());
        }
        for (PositionalParamSpec positional : spec.positionalParameters()) {
            put(command + positional.paramLabel() + "[" + positional.index() + "]", positional.description());
        }
        line.getSubcommands().values().forEach(this::add);
    }

    private void put(String key, String[] texts) {
        contents.add(new Object[]{key, Arrays.stream(texts).map(book::phrase).toArray(String[]::new)});
    }

    @Override
    protected Object[][] getContents() {
        return contents.toArray(Object[][]::new);
    }
}
