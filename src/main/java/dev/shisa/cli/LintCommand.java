package dev.shisa.cli;

import dev.shisa.text.Text;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.lint.CmdletTable;
import dev.shisa.lint.FileReport;
import dev.shisa.lint.Linter;
import dev.shisa.lint.LoadedCmdlets;
import dev.shisa.lint.Severity;
import java.io.BufferedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a procedure before anybody runs it. */
@Command(name = "lint", description = "What a PowerShell script or a procedure document would do to whom, and what it leaves out. Nothing in it is run.")
final class LintCommand implements BuiltIn {
    private static final String NAME = "lint";

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Scripts (.ps1, .psm1, .psd1) and documents (.txt, .md, .html, .docx, .pdf); a folder stands for all of them below it, - for standard input.")
    private List<String> files = new ArrayList<>();

    @Option(names = "--format", paramLabel = "FORMAT", description = "sarif: the findings in SARIF 2.1.0.")
    private @Nullable String format;

    @Option(names = "--cmdlets", paramLabel = "FILE", description = "A file of further cmdlets; it adds to those that are known.")
    private @Nullable Path cmdlets;

    @Option(names = "--rules", description = "Say what is looked for, and why.")
    private boolean rules;

    @Override
    public int run(Desk desk) {
        List<Diagnostic> refusals = refusals();
        if (!refusals.isEmpty()) {
            return desk.refuse(NAME, refusals);
        }
        PrintStream out = new PrintStream(new BufferedOutputStream(desk.out()), false, StandardCharsets.UTF_8);
        LintOutput output = output(desk, out);
        if (rules) {
            output.rules();
            out.flush();
            return ExitStatus.DONE.code();
        }
        return switch (table()) {
            case LoadedCmdlets.Mistakes mistakes -> desk.refuse(NAME, mistakes.mistakes().stream()
                    .map(mistake -> Diagnostic
                            .refusal(ExitStatus.USAGE,
                                    Text.of("The file of cmdlets has a mistake: {0}", mistake.render()))
                            .remedy(Text.of("Mend it, or leave out --cmdlets.")))
                    .toList());
            case LoadedCmdlets.Loaded loaded ->
                lint(new Linter(loaded.table(), LocalDate.now(ZoneId.systemDefault())), output, out);
        };
    }

    private List<Diagnostic> refusals() {
        List<Diagnostic> refusals = new ArrayList<>();
        if (files.isEmpty() && !rules) {
            refusals.add(Diagnostic.refusal(ExitStatus.USAGE, Text.of("No file is named."))
                    .remedy(Text.of("Name scripts and documents, or - for standard input.")));
        }
        if (files.stream().anyMatch(String::isBlank)) {
            refusals.add(Diagnostic.refusal(ExitStatus.USAGE, Text.of("A file's name is blank."))
                    .remedy(Text.of("Name one, or leave it out.")));
        }
        if (format != null && !format.equals("sarif")) {
            refusals.add(
                    Diagnostic.refusal(ExitStatus.USAGE, Text.of("There is no format {0}.", format))
                            .remedy(Text.of("Use sarif.")));
        }
        return refusals;
    }

    private LintOutput output(Desk desk, PrintStream out) {
        if (format != null) {
            return new LintSarif(out, desk.options().locale());
        }
        return desk.options().output().equals("json")
                ? new LintLines(out)
                : new LintText(out, desk.layout());
    }

    private LoadedCmdlets table() {
        return cmdlets == null ? new LoadedCmdlets.Loaded(CmdletTable.shipped()) : CmdletTable.shipped().with(cmdlets);
    }

    private int lint(Linter linter, LintOutput output, PrintStream out) {
        LintSummary summary = new LintSummary();
        new Procedures(linter).read(files, report -> {
            summary.add(report);
            output.file(report);
            out.flush();
        });
        output.end(summary);
        out.flush();
        return summary.exit().code();
    }

    /** Where findings are shown. */
    interface LintOutput {
        /** One file, as soon as it was read. */
        void file(FileReport report);

        /** The last word. */
        void end(LintSummary summary);

        /** What is looked for. */
        void rules();
    }

    /** What all files together hold. */
    static final class LintSummary {
        private int files;
        private int unreadable;
        private long commands;
        private long errors;
        private long warnings;
        private long notes;
        private long notUnderstood;
        private long suppressed;

        void add(FileReport report) {
            files++;
            switch (report) {
                case FileReport.Unreadable _ -> unreadable++;
                case FileReport.Read read -> {
                    commands += read.commands().size();
                    errors += read.count(Severity.ERROR);
                    warnings += read.count(Severity.WARNING);
                    notes += read.count(Severity.NOTE);
                    notUnderstood += read.count(dev.shisa.lint.Rule.NOT_UNDERSTOOD);
                    suppressed += read.suppressed();
                }
            }
        }

        ExitStatus exit() {
            if (unreadable > 0) {
                return ExitStatus.USAGE;
            }
            return errors + warnings > 0 ? ExitStatus.DIFFERENCES : ExitStatus.DONE;
        }

        int files() {
            return files;
        }

        int unreadable() {
            return unreadable;
        }

        long commands() {
            return commands;
        }

        long errors() {
            return errors;
        }

        long warnings() {
            return warnings;
        }

        long notes() {
            return notes;
        }

        long notUnderstood() {
            return notUnderstood;
        }

        long suppressed() {
            return suppressed;
        }
    }
}
