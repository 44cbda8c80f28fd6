package dev.shisa.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds the linter against the corpus, whose README.md says what is expected and why. */
final class Corpus {
    static final Path FOLDER = Path.of("src/test/resources/lint/corpus");

    private final Map<Rule, Score> scores = new EnumMap<>(Rule.class);
    private final List<String> differences = new ArrayList<>();
    private final List<String> unquietClean = new ArrayList<>();
    private int files;
    private int clean;

    /** How often a rule was found, missed, and found without reason. */
    record Score(int found, int missed, int wrong) {
        double precision() {
            return found + wrong == 0 ? 1 : (double) found / (found + wrong);
        }

        double recall() {
            return found + missed == 0 ? 1 : (double) found / (found + missed);
        }

        private Score plus(int more, int less, int too) {
            return new Score(found + more, missed + less, wrong + too);
        }
    }

    /** Reads all files. */
    static Corpus read() {
        Corpus corpus = new Corpus();
        Linter linter = new Linter(CmdletTable.shipped(), LocalDate.of(2026, 11, 22));
        try (Stream<Path> all = Files.walk(FOLDER)) {
            for (Path expected : all.filter(file -> file.toString().endsWith(".expected")).sorted().toList()) {
                corpus.hold(linter, expected);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return corpus;
    }

    private void hold(Linter linter, Path expected) throws IOException {
        String name = expected.toString().replaceAll("\\.expected$", "");
        Path file = Path.of(name);
        List<String> lines = Files.readAllLines(expected);
        Set<String> wanted = lines.stream().filter(line -> !line.isBlank() && !line.startsWith("#")).map(String::strip)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> possible = lines.stream().filter(line -> line.startsWith("# may:"))
                .map(line -> line.substring(6).strip()).collect(Collectors.toSet());
        if (!(linter.lint(name, Files.readAllBytes(file)) instanceof FileReport.Read read)) {
            throw new AssertionError(name + " is not read");
        }
        Set<String> found = read.findings().stream().map(finding -> finding.line() + " " + finding.rule().id())
                .collect(Collectors.toCollection(TreeSet::new));
        files++;
        wanted.forEach(each -> count(each, found.contains(each) ? 1 : 0, found.contains(each) ? 0 : 1, 0, name));
        found.stream().filter(each -> !wanted.contains(each) && !possible.contains(each))
                .forEach(each -> count(each, 0, 0, 1, name));
        boolean isClean = wanted.stream().allMatch(each -> each.endsWith(" not-executed"));
        if (isClean) {
            clean++;
            boolean isQuiet = found.stream()
                    .allMatch(each -> each.endsWith(" not-executed") || possible.contains(each));
            if (!isQuiet) {
                unquietClean.add(name);
            }
        }
    }

    private void count(String each, int more, int less, int too, String name) {
        Rule rule = Rule.parse(each.substring(each.indexOf(' ') + 1))
                .orElseThrow(() -> new AssertionError("no rule: " + each + " of " + name));
        scores.merge(rule, new Score(more, less, too), (a, b) -> a.plus(b.found(), b.missed(), b.wrong()));
        if (less + too > 0) {
            differences.add(
                    (less > 0 ? "missed " : "wrong  ") + name.substring(FOLDER.toString().length() + 1) + ":" + each);
        }
    }

    Score score(Rule rule) {
        return Objects.requireNonNullElse(scores.get(rule), new Score(0, 0, 0));
    }

    int files() {
        return files;
    }

    int clean() {
        return clean;
    }

    /** Clean files in which there was an error or a warning. */
    List<String> unquietClean() {
        return unquietClean;
    }

    /** Every difference, and the scores. */
    String table() {
        StringBuilder table = new StringBuilder(String.join("\n", differences)).append('\n');
        for (Rule rule : Rule.values()) {
            Score score = score(rule);
            table.append(
                    String.format("%-26s found %4d  missed %3d  wrong %3d  precision %.2f  recall %.2f%n", rule.id(),
                            score.found(), score.missed(), score.wrong(), score.precision(), score.recall()));
        }
        return table.append(String.format("%d files, %d differences, %d of %d clean files quiet%n", files,
                differences.size(), clean - unquietClean.size(), clean)).toString();
    }
}
