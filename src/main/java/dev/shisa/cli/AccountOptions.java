package dev.shisa.cli;

import dev.shisa.text.Text;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.operation.Planning.Accounts;
import dev.shisa.plan.Selection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which accounts a command line means. Exactly one source is named.
 *
 * @param named accounts as arguments
 * @param from file of accounts
 * @param filter filter in the service's language
 * @param group object id of a group
 * @param all everything the command accepts
 * @param excludeFrom file of accounts to take out
 * @param column name of the column, where a file is a CSV
 */
record AccountOptions(List<String> named, Optional<Path> from, Optional<String> filter, Optional<String> group,
        boolean all,
        Optional<Path> excludeFrom, Optional<String> column) {

    /** The accounts, or a refusal when there is not exactly one source, or a file cannot be read. */
    Accounts accounts() throws RefusedException {
        List<String> sources = new ArrayList<>();
        if (!named.isEmpty()) {
            sources.add("accounts as arguments");
        }
        from.ifPresent(_ -> sources.add("--from"));
        filter.ifPresent(_ -> sources.add("--filter"));
        group.ifPresent(_ -> sources.add("--group"));
        if (all) {
            sources.add("--all");
        }
        if (sources.size() != 1) {
            throw usage(sources.isEmpty()
                    ? Text.of("No accounts are named.")
                    : Text.of("Accounts are named in more than one way."))
                    .contrast(Text.of(
                            "exactly one of: accounts as arguments, --from FILE, --filter ODATA, --group ID, --all"),
                            sources.isEmpty() ? Text.of("none") : Text.verbatim(String.join(", ", sources)))
                    .asException();
        }
        List<Selection.Line> excluded = excludeFrom.isPresent() ? excluded(excludeFrom.get()) : List.of();
        if (from.isPresent()) {
            return new Accounts.Named(included(from.get()), excluded);
        }
        if (filter.isPresent()) {
            return new Accounts.Matching(notBlank(filter.get(), "--filter"), excluded);
        }
        if (group.isPresent()) {
            return new Accounts.InGroup(notBlank(group.get(), "--group"), excluded);
        }
        return all ? new Accounts.All(excluded) : new Accounts.Named(arguments(), excluded);
    }

    private List<Selection.Line> included(Path file) throws RefusedException {
        List<Selection.Line> lines = lines(file);
        if (lines.isEmpty()) {
            throw new RefusedException(
                    Diagnostic.refusal(ExitStatus.NOTHING_MATCHED, Text.of("{0} names no account.", file))
                            .remedy(Text.of("Write one account into each line.")));
        }
        return lines;
    }

    /** Whoever names a file of accounts to leave out does not mean nobody. */
    private List<Selection.Line> excluded(Path file) throws RefusedException {
        List<Selection.Line> lines = lines(file);
        if (lines.isEmpty()) {
            throw new RefusedException(Diagnostic
                    .refusal(ExitStatus.NOTHING_MATCHED,
                            Text.of("{0} names nobody, so nobody would be left out.", file))
                    .remedy(Text.of("Name the accounts to leave out, or leave --exclude-from out.")));
        }
        return lines;
    }

    private List<Selection.Line> arguments() {
        List<Selection.Line> lines = new ArrayList<>();
        for (int number = 0; number < named.size(); number++) {
            lines.add(new Selection.Line(named.get(number), Text.of("argument {0}", number + 1)));
        }
        return lines;
    }

    private static String notBlank(String value, String option) throws RefusedException {
        if (value.isBlank()) {
            throw new RefusedException(
                    Diagnostic.refusal(ExitStatus.NOTHING_MATCHED,
                            Text.of("{0} is blank, so nothing is selected.", option)));
        }
        return value;
    }

    private List<Selection.Line> lines(Path file) throws RefusedException {
        boolean csv = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".csv");
        if (csv && column.isEmpty()) {
            throw usage(Text.of("{0} is a CSV, and nobody said which column names the accounts.", file))
                    .remedy(Text.of("Say it: --column NAME.")).asException();
        }
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
            return column.isPresent() ? fromCsv(file, content, column.get()) : fromText(file, content);
        } catch (NoSuchFileException e) {
            throw usage(Text.of("There is no file {0}.", file)).remedy(Text.of("Name a file of UTF-8 text."))
                    .asException();
        } catch (IOException e) {
            throw usage(Text.of("{0} cannot be read: {1}", file, String.valueOf(e.getMessage())))
                    .remedy(Text.of("Name a file of UTF-8 text.")).asException();
        } catch (CsvParseException e) {
            throw usage(Text.of("{0} is not a CSV: {1}", file, String.valueOf(e.getMessage())))
                    .remedy(Text.of("Mend it.")).asException();
        }
    }

    private static List<Selection.Line> fromText(Path file, String content) {
        List<Selection.Line> lines = new ArrayList<>();
        List<String> texts = content.lines().toList();
        for (int number = 0; number < texts.size(); number++) {
            lines.add(new Selection.Line(texts.get(number), Text.of("line {0} of {1}", number + 1, file)));
        }
        return lines;
    }

    private static List<Selection.Line> fromCsv(Path file, String content, String column)
            throws RefusedException, IOException {
        List<Selection.Line> lines = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().skipEmptyLines(false).ofNamedCsvRecord(content)) {
            for (NamedCsvRecord row : rows) {
                if (!row.getHeader().isEmpty() && !row.getHeader().contains(column)) {
                    throw usage(Text.of("{0} has no column {1}.", file, column))
                            .contrast(Text.of("a column {0}", column), Text.of("columns {0}", row.getHeader()))
                            .asException();
                }
                lines.add(new Selection.Line(row.findField(column).orElse(""),
                        Text.of("line {0} of {1}", row.getStartingLineNumber(), file)));
            }
        }
        return lines;
    }

    private static Usage usage(Text summary) {
        return new Usage(Diagnostic.refusal(ExitStatus.USAGE, summary));
    }

    private record Usage(Diagnostic diagnostic) {
        Usage contrast(Text believed, Text found) {
            return new Usage(diagnostic.contrast(believed, found));
        }

        Usage remedy(Text remedy) {
            return new Usage(diagnostic.remedy(remedy));
        }

        RefusedException asException() {
            return new RefusedException(diagnostic);
        }
    }
}
