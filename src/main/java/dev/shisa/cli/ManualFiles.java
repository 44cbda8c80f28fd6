package dev.shisa.cli;

import dev.shisa.catalog.Catalog;
import dev.shisa.catalog.CatalogLoader;
import dev.shisa.catalog.LoadedCatalog;
import dev.shisa.manual.CommandForm;
import dev.shisa.manual.ManualPage;
import dev.shisa.manual.Shell;
import dev.shisa.manual.Topics;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What packages bring beside the program: manual pages and completion scripts. The build of the packages starts it; nobody types it. */
final class ManualFiles {
    private ManualFiles() {
    }

    /**
     * Writes the files where the file system standard wants them below a prefix.
     *
     * @param arguments the folder {@code share} of the prefix, and the day of the release
     */
    public static void main(String[] arguments) throws IOException {
        Path share = Path.of(arguments[0]);
        CommandForm english = form("en");
        pages(share.resolve("man"), english, new ManualPage(Locale.ENGLISH, Version.NUMBER, arguments[1]));
        pages(share.resolve("man").resolve("ja"), form("ja"),
                new ManualPage(Locale.JAPANESE, Version.NUMBER, arguments[1]));
        script(share.resolve("bash-completion/completions/shisa"), Shell.BASH, english);
        script(share.resolve("zsh/vendor-completions").resolve(Shell.ZSH.file()), Shell.ZSH, english);
        script(share.resolve("fish/vendor_completions.d").resolve(Shell.FISH.file()), Shell.FISH, english);
        script(share.resolve("shisa").resolve(Shell.POWERSHELL.file()), Shell.POWERSHELL, english);
    }

    private static CommandForm form(String language) {
        GlobalOptions options = new GlobalOptions(new Environment(Map.of("SHISA_LANG", language), Path.of("nowhere")));
        PrintStream nobody = new PrintStream(PrintStream.nullOutputStream());
        return CommandForms
                .of(new Desk(List.of(), options, catalog(), nobody, nobody, () -> Surface.PIPE, new Interruptions()));
    }

    private static Catalog catalog() {
        return switch (CatalogLoader.shipped()) {
            case LoadedCatalog.Loaded loaded -> loaded.catalog();
            case LoadedCatalog.Mistakes bad -> throw new IllegalStateException(bad.mistakes().toString());
        };
    }

    private static void pages(Path manual, CommandForm program, ManualPage writer) throws IOException {
        for (ManualPage.Page page : writer.pages(program, Topics.all())) {
            Path folder = Files.createDirectories(manual.resolve("man" + page.section()));
            Files.writeString(folder.resolve(page.file()), page.content());
        }
    }

    private static void script(Path file, Shell shell, CommandForm program) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, shell.script(program));
    }
}
