package dev.shisa.cli;

import dev.shisa.text.Text;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import dev.shisa.catalog.Catalog;
import dev.shisa.catalog.CatalogLoader;
import dev.shisa.catalog.Command;
import dev.shisa.catalog.LoadedCatalog;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOP_FallbackServiceProvider;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The program. */
public final class Main {
    private static final char REPLACEMENT = '\uFFFD';
    private static final Set<String> WITHOUT_CATALOG = Set.of("lint", "--version", "-V", "plan", "evidence", "halt",
            "run",
            "snapshot", "account",
            "tenant", "sandbox", "exit-codes");
    private static final Set<String> VERSION = Set.of("--version", "-V");
    private static final Set<String> WITH_CATALOG = Set.of("resume", "verify", "coverage");

    private final PrintStream out;
    private final PrintStream talk;
    private final Supplier<Surface> surface;
    private final Interruptions interruptions;
    private final Optional<Function<Desk, LineSource>> lines;
    private final Supplier<GlobalOptions> options;

    /**
     * The program for one command line.
     *
     * @param lines for a shell; empty where none may be begun, because the line is one of a shell's
     * @param options makes those of the line, before anything is typed
     */
    private Main(Supplier<GlobalOptions> options, PrintStream out, PrintStream talk, Supplier<Surface> surface,
            Interruptions interruptions, Optional<Function<Desk, LineSource>> lines) {
        this.surface = surface;
        this.interruptions = interruptions;
        this.options = options;
        this.out = out;
        this.talk = talk;
        this.lines = lines;
    }

    /** Runs one command line and ends the process with its exit code. */
    public static void main(String[] arguments) {
        if (isVerbose(arguments) || Arrays.asList(arguments).contains(ShellCommand.NAME)) {
            logging(isVerbose(arguments));
        } else {
            logNothing();
        }
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        if (arguments.length == 1 && VERSION.contains(arguments[0])) {
            // Scripts ask it before anything else; there is nothing to be parsed.
            out.println("shisa " + Version.NUMBER);
            out.flush();
            return;
        }
        PrintStream talk = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Environment environment = Environment.ofThisProcess();
        int code = new Main(() -> new GlobalOptions(environment), out, talk,
                () -> Surface.ofThisProcess(environment.get("TERM")),
                Interruptions.ofThisProcess(Thread.currentThread(), talk),
                Optional.of(desk -> LineShell.ofThisProcess(desk)))
                .run(arguments);
        out.flush();
        talk.flush();
        if (code != 0 || !isAlone()) {
            System.exit(code);
        }
        // Returning ends the process as well then, and faster: exit looks for a logger in every library, only to tell nobody.
    }

    /** Whether no other thread was begun that could go on when this one ends. */
    private static boolean isAlone() {
        return Thread.currentThread().getThreadGroup().activeCount() == 1;
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
        return run(arguments, new Environment(variables, machine), InputStream.nullInputStream(), out, talk,
                Surface.PIPE);
    }

    /** Runs one command line on that surface, with lines for a shell. */
    static int run(String[] arguments, Environment environment, InputStream in, PrintStream out, PrintStream talk,
            Surface surface) {
        logging(isVerbose(arguments));
        return new Main(() -> new GlobalOptions(environment), out, talk, () -> surface, new Interruptions(),
                Optional.of(_ -> new PipedLines(in))).run(arguments);
    }

    private int run(String[] arguments) {
        int unreadable = unreadable(arguments);
        if (unreadable > 0) {
            return refuse(arguments, "shisa", List.of(Diagnostic.refusal(ExitStatus.USAGE,
                    Text.of("Argument {0} holds letters that the character encoding of this process cannot read.",
                            unreadable))
                    .remedy(Text.of("Set LC_ALL to a locale in UTF-8, for example C.UTF-8, and type it again."))));
        }
        LoadedCatalog loaded = catalog(arguments, options.get().catalog());
        // Every command line comes through here, and a switch over types is linked anew in each process.
        return loaded instanceof LoadedCatalog.Mistakes bad
                ? refuse(arguments, "catalog check", bad.mistakes().stream()
                        .map(mistake -> Diagnostic.refusal(ExitStatus.USAGE, Text.verbatim(mistake.render())))
                        .toList())
                : run(arguments, ((LoadedCatalog.Loaded) loaded).catalog());
    }

    /** The number of the first argument in which Java put its sign for what it could not read; 0 when there is none. */
    private static int unreadable(String[] arguments) {
        for (int at = 0; at < arguments.length; at++) {
            if (arguments[at].indexOf(REPLACEMENT) >= 0) {
                return at + 1;
            }
        }
        return 0;
    }

    /** Reading and checking the catalog takes a while, so commands that need none are spared it; they work beside a broken one, too. */
    private static LoadedCatalog catalog(String[] arguments, Optional<Path> around) {
        boolean needed = Arrays.stream(arguments).anyMatch(WITH_CATALOG::contains);
        if (arguments.length > 0 && WITHOUT_CATALOG.contains(arguments[0]) && !needed) {
            return new LoadedCatalog.Loaded(new Catalog(List.of(), ""));
        }
        LoadedCatalog loaded = Guess.value("--catalog", arguments).map(Path::of).or(() -> around)
                .map(CatalogLoader::load).orElseGet(CatalogLoader::shipped);
        boolean spared = arguments.length > 0 && Set.of("undo", ShellCommand.NAME).contains(arguments[0]);
        // The way back needs an entry only for what it says; a broken catalog must not be in its way, nor in that of a shell's lines.
        return spared && loaded instanceof LoadedCatalog.Mistakes
                ? new LoadedCatalog.Loaded(new Catalog(List.of(), ""))
                : loaded;
    }

    private int run(String[] arguments, Catalog catalog) {
        // A word that is no command's name cannot lead to it, so commands that were not typed need not be built.
        Set<String> words = Set.copyOf(Arrays.asList(arguments));
        return carryOut(arguments, catalog, words)
                // Help, and what is said of a line that cannot be understood, name commands that were not typed.
                .orElseGet(() -> answer(arguments, catalog));
    }

    /**
     * Carries out a command line that names a command or asks for the version.
     *
     * @param words each word of the line
     * @return the exit code; empty for every other line, and then nothing was done
     */
    private OptionalInt carryOut(String[] arguments, Catalog catalog, Set<String> words) {
        GlobalOptions typed = options.get();
        Desk desk = desk(arguments, typed, catalog);
        ParseResult parsed;
        try {
            parsed = CommandTree.of(typed, desk, catalog, words::contains).parseArgs(arguments);
        } catch (CommandLine.ParameterException _) {
            return OptionalInt.empty();
        }
        ParseResult last = last(parsed);
        if (last.isUsageHelpRequested()) {
            return OptionalInt.empty();
        }
        if (last.isVersionHelpRequested()) {
            out.println("shisa " + Version.NUMBER);
            return OptionalInt.of(0);
        }
        if (last.commandSpec().userObject() instanceof ShellCommand && lines.isPresent()) {
            return OptionalInt.of(shell(desk, lines.get()));
        }
        if (last.commandSpec().userObject() instanceof BuiltIn builtIn) {
            return OptionalInt.of(builtIn.run(desk));
        }
        Optional<Command> command = parsed.hasSubcommand() && parsed.subcommand().hasSubcommand()
                ? catalog.find(parsed.subcommand().commandSpec().name(), last.commandSpec().name())
                : Optional.empty();
        return command.isPresent()
                ? OptionalInt.of(new GuardedCommand(desk, command.get()).run(last))
                : OptionalInt.empty();
    }

    /** Answers a command line that names no command, or asks for help. */
    private int answer(String[] arguments, Catalog catalog) {
        GlobalOptions typed = options.get();
        Desk desk = desk(arguments, typed, catalog);
        CommandLine root = CommandTree.of(typed, desk, catalog, _ -> true);
        try {
            ParseResult parsed = root.parseArgs(arguments);
            ParseResult last = last(parsed);
            CommandLine line = last.commandSpec().commandLine();
            if (last.isUsageHelpRequested() || parsed.originalArgs().isEmpty()) {
                help(parsed, desk).usage(out, CommandLine.Help.Ansi.OFF);
                return 0;
            }
            return desk.refuse(name(last.commandSpec()),
                    List.of(Diagnostic.refusal(ExitStatus.USAGE, Text.of("What is to be done is missing."))
                            .remedy(Text.of("One of: {0}.", String.join(", ", line.getSubcommands().keySet())))));
        } catch (CommandLine.ParameterException e) {
            root.parseArgs(Guess.place(arguments));
            return desk.refuse(name(e.getCommandLine().getCommandSpec()), List.of(Mistyped.refusal(e, desk)));
        }
    }

    /** The command that was typed, in the language that was typed with it. */
    private static CommandLine help(ParseResult typed, Desk desk) {
        CommandLine line = CommandForms.help(desk);
        for (ParseResult at = typed; at.hasSubcommand(); at = at.subcommand()) {
            line = Objects.requireNonNull(line.getSubcommands().get(at.subcommand().commandSpec().name()));
        }
        return line;
    }

    /** Carries out the lines of a shell. Where nobody types them there is nobody who could answer, either. */
    private int shell(Desk desk, Function<Desk, LineSource> from) {
        if (!desk.isUsable()) {
            return desk.refuse(ShellCommand.NAME, List.of());
        }
        LineSource source = from.apply(desk);
        GlobalOptions typed = desk.options();
        if (source.isTyped() && !typed.quiet()) {
            desk.helpLayout().lines("",
                    Text.of("One command a line, without shisa before it. help explains, Tab completes, exit leaves.")
                            .in(typed.locale()),
                    0).forEach(talk::println);
        }
        return new LineShell(desk, source, interruptions, (words, heard) -> {
            logging(typed.verbose() || words.contains("-v"));
            int code = new Main(() -> typed.within(source.isTyped()), out, talk, surface, heard, Optional.empty())
                    .run(words.toArray(String[]::new));
            out.flush();
            talk.flush();
            return code;
        }).run();
    }

    private Desk desk(String[] arguments, GlobalOptions typed, Catalog catalog) {
        return new Desk(List.of(arguments), typed, catalog, out, talk, surface, interruptions);
    }

    private static ParseResult last(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        return last;
    }

    /** Noun and verb without the name of the program, as every other result tells them. */
    static String name(CommandSpec spec) {
        return spec.qualifiedName(" ").replaceFirst("^shisa ", "");
    }

    private int refuse(String[] arguments, String command, List<Diagnostic> refusals) {
        GlobalOptions typed = options.get();
        Guess.into(typed, arguments);
        return desk(arguments, typed, new Catalog(List.of(), "")).refuse(command, refusals);
    }

    private static boolean isVerbose(String[] arguments) {
        return Arrays.asList(arguments).contains("-v");
    }

    /** Where nobody wants to hear more, nothing is loaded that could write: no logging was begun yet in this process. */
    private static void logNothing() {
        System.setProperty("slf4j.provider", NOP_FallbackServiceProvider.class.getName());
        // It would tell on standard error that it does as it is told.
        System.setProperty("slf4j.internal.verbosity", "WARN");
    }

    private static void logging(boolean verbose) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(verbose ? Level.INFO : Level.OFF);
            context.getLogger("dev.shisa").setLevel(verbose ? Level.DEBUG : Level.OFF);
        }
    }
}
