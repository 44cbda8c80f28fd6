package dev.shisa.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import dev.shisa.catalog.Catalog;
import dev.shisa.catalog.CatalogLoader;
import dev.shisa.catalog.Command;
import dev.shisa.catalog.LoadedCatalog;
import dev.shisa.yaml.Mistake;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.plan.Visible;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The program. */
public final class Main {
    private static final Set<String> WITHOUT_CATALOG = Set.of("lint", "--version", "-V", "plan", "evidence", "halt",
            "run",
            "snapshot", "account",
            "tenant", "sandbox", "exit-codes");
    private static final Set<String> WITH_CATALOG = Set.of("resume", "verify", "coverage");

    private final Environment environment;
    private final PrintStream out;
    private final PrintStream talk;
    private final Interruptions interruptions;

    private Main(Environment environment, PrintStream out, PrintStream talk, Interruptions interruptions) {
        this.interruptions = interruptions;
        this.environment = environment;
        this.out = out;
        this.talk = talk;
    }

    /** Runs one command line and ends the process with its exit code. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream talk = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = new Main(Environment.ofThisProcess(), out, talk,
                Interruptions.ofThisProcess(Thread.currentThread(), talk)).run(arguments);
        out.flush();
        talk.flush();
        System.exit(code);
    }

    /**
     * Runs one command line.
     *
     * @param arguments as typed
     * @param variables the environment
     * @param machine where the machine's site bundle lies, if there is one
     * @param out data
     * @param talk everything else
     * @return the exit code
     */
    public static int run(String[] arguments, Map<String, String> variables, Path machine, PrintStream out,
            PrintStream talk) {
        return new Main(new Environment(variables, machine), out, talk, new Interruptions()).run(arguments);
    }

    private int run(String[] arguments) {
        GlobalOptions options = new GlobalOptions(environment);
        logging(List.of(arguments).contains("-v"));
        return switch (catalog(arguments)) {
            case LoadedCatalog.Loaded good -> run(arguments, options, good.catalog());
            case LoadedCatalog.Mistakes bad -> refuse(arguments, options, bad.mistakes());
        };
    }

    /** Reading and checking the catalog takes a while, so commands that need none are spared it; they work beside a broken one, too. */
    private static LoadedCatalog catalog(String[] arguments) {
        boolean needed = Arrays.stream(arguments).anyMatch(WITH_CATALOG::contains);
        if (arguments.length > 0 && WITHOUT_CATALOG.contains(arguments[0]) && !needed) {
            return new LoadedCatalog.Loaded(new Catalog(List.of(), ""));
        }
        LoadedCatalog loaded = Guess.value("--catalog", arguments).map(file -> CatalogLoader.load(Path.of(file)))
                .orElseGet(CatalogLoader::shipped);
        boolean undo = arguments.length > 0 && arguments[0].equals("undo");
        // The way back needs an entry only for what it says; a broken catalog must not be in its way.
        return undo && loaded instanceof LoadedCatalog.Mistakes
                ? new LoadedCatalog.Loaded(new Catalog(List.of(), ""))
                : loaded;
    }

    private int run(String[] arguments, GlobalOptions options, Catalog catalog) {
        Desk desk = new Desk(List.of(arguments), options, catalog, out, talk, interruptions);
        CommandLine root = root(options, desk, catalog);
        try {
            ParseResult parsed = root.parseArgs(arguments);
            return carryOut(root, parsed, desk, catalog);
        } catch (CommandLine.ParameterException e) {
            root.parseArgs(Guess.place(arguments));
            return desk.refuse(
                    name(e.getCommandLine().getCommandSpec()),
                    List.of(Diagnostic.refusal(ExitStatus.USAGE, sentence(e)).remedy("Look at the options: "
                            + e.getCommandLine().getCommandSpec().qualifiedName(" ") + " --help")));
        }
    }

    /** Noun and verb without the name of the program, as every other result tells them. */
    private static String name(CommandSpec spec) {
        return spec.qualifiedName(" ").replaceFirst("^shisa ", "");
    }

    private static String sentence(CommandLine.ParameterException e) {
        String message = String.valueOf(e.getMessage());
        return Visible.escape(message.replace('\n', ' ')) + Visible.hint(message.replace('\n', ' '));
    }

    private int carryOut(CommandLine root, ParseResult parsed, Desk desk, Catalog catalog) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        CommandLine line = last.commandSpec().commandLine();
        if (last.isUsageHelpRequested()) {
            line.usage(out, CommandLine.Help.Ansi.OFF);
            return 0;
        }
        if (last.isVersionHelpRequested()) {
            out.println("shisa " + Version.NUMBER);
            return 0;
        }
        Object user = last.commandSpec().userObject();
        if (user instanceof BuiltIn builtIn) {
            return builtIn.run(desk);
        }
        Optional<Command> command = parsed.hasSubcommand() && parsed.subcommand().hasSubcommand()
                ? catalog.find(parsed.subcommand().commandSpec().name(), last.commandSpec().name())
                : Optional.empty();
        if (command.isPresent()) {
            return new GuardedCommand(desk, command.get()).run(last);
        }
        if (parsed.originalArgs().isEmpty()) {
            root.usage(out, CommandLine.Help.Ansi.OFF);
            return 0;
        }
        return desk.refuse(name(last.commandSpec()),
                List.of(Diagnostic.refusal(ExitStatus.USAGE, "What is to be done is missing.")
                        .remedy("One of: " + String.join(", ", line.getSubcommands().keySet()) + ".")));
    }

    private static CommandLine root(GlobalOptions options, Desk desk, Catalog catalog) {
        CommandSpec spec = CommandSpec.forAnnotatedObject(options).name("shisa").mixinStandardHelpOptions(true);
        spec.usageMessage()
                .description("Guarded admin commands for Microsoft 365: look, point, say it aloud, act, look again.");
        for (Command command : catalog.commands()) {
            CommandLine noun = spec.subcommands().get(command.noun());
            if (noun == null) {
                CommandSpec nounSpec = CommandSpec.create().name(command.noun()).mixinStandardHelpOptions(true);
                nounSpec.usageMessage().description("Commands on a " + command.noun() + ".");
                noun = new CommandLine(nounSpec);
                spec.addSubcommand(command.noun(), noun);
            }
            noun.addSubcommand(command.verb(), new CommandLine(new GuardedCommand(desk, command).spec()));
        }
        BuiltIns.addTo(spec);
        CommandLine root = new CommandLine(spec);
        root.setExpandAtFiles(false);
        root.setAbbreviatedOptionsAllowed(false);
        // A tenant, a store or a file may be called as a noun is.
        root.setAllowSubcommandsAsOptionParameters(true);
        root.setAbbreviatedSubcommandsAllowed(false);
        root.setUsageHelpAutoWidth(true);
        root.setUnmatchedOptionsArePositionalParams(false);
        return root;
    }

    private int refuse(String[] arguments, GlobalOptions options, List<Mistake> mistakes) {
        CommandLine.populateCommand(options, Guess.place(arguments));
        Desk desk = new Desk(List.of(arguments), options, new Catalog(List.of(), ""), out, talk, interruptions);
        return desk.refuse("catalog check",
                mistakes.stream().map(mistake -> Diagnostic.refusal(ExitStatus.USAGE, mistake.render())).toList());
    }

    private static void logging(boolean verbose) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(verbose ? Level.INFO : Level.OFF);
            context.getLogger("dev.shisa").setLevel(verbose ? Level.DEBUG : Level.OFF);
        }
    }
}
