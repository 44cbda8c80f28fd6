package dev.shisa.cli;

import dev.shisa.catalog.Catalog;
import dev.shisa.catalog.CatalogLoader;
import dev.shisa.catalog.LoadedCatalog;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;

/** Every English text of the help that does not come from the command catalog, which has both languages itself. */
public final class HelpTexts {
    private HelpTexts() {
    }

    /** Those texts. */
    public static Set<String> all() {
        GlobalOptions options = new GlobalOptions(new Environment(Map.of(), Path.of("nowhere")));
        Catalog catalog = ((LoadedCatalog.Loaded) CatalogLoader.shipped()).catalog();
        PrintStream nobody = new PrintStream(PrintStream.nullOutputStream());
        Desk desk = new Desk(List.of(), options, catalog, nobody, nobody, () -> Surface.PIPE, new Interruptions());
        Set<String> texts = new TreeSet<>();
        add(CommandTree.of(options, desk, catalog, _ -> true), texts);
        catalog.commands().forEach(command -> {
            texts.remove("Commands on a " + command.noun() + ".");
            texts.remove(command.summary().english());
            command.choices().forEach(choice -> choice.options()
                    .forEach(option -> texts.remove(option.consequence().english().replace("%", "%%"))));
            command.parameters().forEach(parameter -> texts.remove(parameter.meaning().english().replace("%", "%%")));
        });
        return texts;
    }

    private static void add(CommandLine line, Set<String> texts) {
        texts.addAll(List.of(line.getCommandSpec().usageMessage().description()));
        line.getCommandSpec().options().forEach(option -> texts.addAll(List.of(option.description())));
        line.getCommandSpec().positionalParameters()
                .forEach(positional -> texts.addAll(List.of(positional.description())));
        line.getSubcommands().values().forEach(sub -> add(sub, texts));
    }
}
