package dev.shisa.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        expectations().forEach(expected -> corpus.count(Held.against(expected)));
        return corpus;
    }

    /** The files that say what has to be found. */
    static List<Path> expectations() {
        try (Stream<Path> all = Files.walk(FOLDER)) {
            return all.filter(file -> file.toString().endsWith(".expected")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One file of the corpus.
     *
     * @param name its path within the corpus
     * @param wanted what has to be found
     * @param possible what may be found
     * @param found what is found
     * @param known how these differ, as far as it is known and written down
     */
    record Held(String name, Set<String> wanted, Set<String> possible, Set<String> found, Set<String> known) {
        static Held against(Path expected) {
            String file = expected.toString().replaceAll("\\.expected$", "");
            try {
                List<String> lines = Files.readAllLines(expected);
                FileReport report = new Linter(CmdletTable.shipped(), Linted.DAY).lint(file,
                        Files.readAllBytes(Path.of(file)));
                if (!(report instanceof FileReport.Read read)) {
                    throw new AssertionError(file + " is not read");
                }
                return new Held(file.substring(FOLDER.toString().length() + 1),
                        texts(lines.stream().filter(line -> !line.isBlank() && !line.startsWith("#"))),
                        texts(marked(lines, "# may:")),
                        texts(read.findings().stream().map(finding -> finding.line() + " " + finding.rule().id())),
                        texts(marked(lines, "# known:")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Stream<String> marked(List<String> lines, String mark) {
            return lines.stream().filter(line -> line.startsWith(mark)).map(line -> line.substring(mark.length()));
        }

        private static Set<String> texts(Stream<String> lines) {
            return lines.map(String::strip).collect(Collectors.toCollection(TreeSet::new));
        }

        Set<String> missed() {
            return texts(wanted.stream().filter(each -> !found.contains(each)));
        }

        Set<String> wrong() {
            return texts(found.stream().filter(each -> !wanted.contains(each) && !possible.contains(each)));
        }

        /** All in which it differs, each with its kind. */
        Set<String> differences() {
            return texts(Stream.concat(missed().stream().map(each -> "missed " + each),
                    wrong().stream().map(each -> "wrong " + each)));
        }

        boolean isClean() {
            return wanted.stream().allMatch(each -> each.endsWith(" not-executed"));
        }

        private boolean isQuiet() {
            return found.stream().allMatch(each -> each.endsWith(" not-executed") || possible.contains(each));
        }
    }

    private void count(Held held) {
        files++;
        Set<String> missed = held.missed();
        held.wanted().forEach(each -> count(each, missed.contains(each) ? 0 : 1, missed.contains(each) ? 1 : 0, 0,
                held.name()));
        held.wrong().forEach(each -> count(each, 0, 0, 1, held.name()));
        if (held.isClean()) {
            clean++;
            if (!held.isQuiet()) {
                unquietClean.add(held.name());
            }
        }
    }

    private void count(String each, int more, int less, int too, String name) {
        Rule rule = Rule.parse(each.substring(each.indexOf(' ') + 1))
                .orElseThrow(() -> new AssertionError("no rule: " + each + " of " + name));
        scores.merge(rule, new Score(more, less, too), (a, b) -> a.plus(b.found(), b.missed(), b.wrong()));
        if (less + too > 0) {
            differences.add((less > 0 ? "missed " : "wrong  ") + name + ":" + each);
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
