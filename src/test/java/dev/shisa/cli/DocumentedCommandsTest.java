package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Types what the documents tell people to type. In a fenced block marked {@code console} a line that begins with {@code $} is carried out, in
 * order, each document in a home folder of its own; it has to end with 0, or with the code of its comment, {@code # exit 16}. The lines below it
 * have to stand in what it says, where {@code …} is anything; names, times and digests differ from run to run. Without a comment the code is the
 * one that the lines below tell. A block of another kind whose first line is a comment with the name of a file is that file.
 *
 * <p>README.md tells of the tenant of 7,331 mailboxes, which takes minutes. Its lines are typed at a small tenant, and of what they say every
 * number counts as any number, every account and domain as any other; words, order and exit codes are held.
 */
final class DocumentedCommandsTest {
    private static final Pattern CODE = Pattern.compile("\\s+# exit (\\d+)$");
    private static final Pattern TOLD_CODE = Pattern
            .compile("^status: \\w+, exit (\\d+)|\"type\":\"result\".*\"exit_code\":(\\d+)", Pattern.MULTILINE);
    private static final Pattern REFUSED = Pattern.compile("^refused \\((\\d+)\\)", Pattern.MULTILINE);
    private static final Path README = Path.of("README.md");
    private static final Pattern CONFIRM = Pattern.compile("--confirm (\\d+)@");
    private static final Pattern PERSON = Pattern.compile("[\\w-]+@(?:sgu|contoso)\\.example");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
    private static final Pattern VARIABLE = Pattern.compile("(SHISA_[A-Z_]+)=(.*)");
    private static final Pattern FILE = Pattern.compile("# ([\\w./-]+\\.(?:yaml|ps1|txt))");
    private static final Pattern PAGE = Pattern.compile("[\\w-]+\\.html");
    private static final Map<String, Pattern> NAMES = Map.of(
            "PLAN", Pattern.compile("\\bplan-\\d{8}-\\d{6}-[0-9a-f]{6}\\b"),
            "RUN", Pattern.compile("\\brun-\\d{8}-\\d{6}-[0-9a-f]{6}\\b"),
            "SNAPSHOT", Pattern.compile("\\bsnapshot-\\d{8}-\\d{6}-[0-9a-f]{6}\\b"),
            "TIME", Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z"),
            "DIGEST", Pattern.compile("\\b[0-9a-f]{64}\\b"));

    @TempDir
    private Path home = Path.of("");

    /** The last plan, run, snapshot, time and digest that a line told of; what a document calls so means these. */
    private final Map<String, String> told = new TreeMap<>();

    /** Whether the document speaks of a larger tenant than the one at which it is typed. */
    private boolean scaled;

    static Stream<Path> documents() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("docs"))) {
            return Stream
                    .concat(Stream.of(README, Path.of("README.ja.md")),
                            files.filter(file -> file.toString().endsWith(".md")).sorted())
                    .filter(DocumentedCommandsTest::hasConsole).toList().stream();
        }
    }

    private static boolean hasConsole(Path document) {
        try {
            return Files.readString(document).contains("```console");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void whatADocumentShowsHappens(Path document) throws Exception {
        bash("cp -r '" + Path.of("policies").toAbsolutePath() + "' '" + Path.of("commands.yaml").toAbsolutePath()
                + "' .",
                "the files that come with the program: ");
        scaled = document.equals(README);
        if (scaled) {
            type("./shisa sandbox reset", "", "a small tenant: ");
        }
        List<Path> before = here();
        assertTrue(carryOut(Files.readAllLines(document), String.valueOf(document)) > 0, "nothing was carried out");
        assertEquals(before, here(), "a file was left beside the sources");
    }

    @Test
    void whatIsNotSoIsFound() throws Exception {
        List<String> broken = List.of("```console", "$ ./shisa catalog show mailbox burn", "```");
        assertTrue(failure(broken).contains("exit code 0 was expected"));
        List<String> otherCode = List.of("```console", "$ ./shisa catalog list   # exit 3", "```");
        assertTrue(failure(otherCode).contains("exit code 3 was expected"));
        List<String> otherWords = List.of("```console", "$ ./shisa catalog list", "mailbox burn  …", "```");
        assertTrue(failure(otherWords).contains("mailbox burn"));
        List<String> sound = List.of("```console", "$ ./shisa catalog list", "mailbox remove …", "```");
        assertEquals(1, carryOut(sound, "sound"));
    }

    private String failure(List<String> lines) throws Exception {
        try {
            carryOut(lines, "broken");
        } catch (AssertionError e) {
            return String.valueOf(e.getMessage());
        }
        throw new AssertionError("this passed: " + lines);
    }

    private int carryOut(List<String> lines, String document) throws IOException, InterruptedException {
        int carriedOut = 0;
        String block = "";
        String said = "";
        Map<String, String> wrong = new LinkedHashMap<>();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            String where = document + ", line " + (at + 1) + ": ";
            if (line.stripLeading().startsWith("```")) {
                block = block.isEmpty() ? line.strip().replaceFirst("```", "").strip() + " " : "";
                if (!block.isEmpty()) {
                    keepFile(lines.subList(at + 1, lines.size()));
                }
            } else if (block.equals("console ") && line.strip().startsWith("$ ")) {
                said = type(line.strip().substring(2), below(lines.subList(at + 1, lines.size())), where);
                carriedOut++;
            } else if (block.equals("console ")) {
                String missing = missing(line, said);
                if (!missing.isEmpty()) {
                    wrong.put(said, wrong.getOrDefault(said, "") + where + missing + "\n");
                }
            }
        }
        assertEquals("", wrong.entrySet().stream().map(each -> each.getValue() + "is not in\n" + each.getKey())
                .collect(Collectors.joining("\n")));
        return carriedOut;
    }

    private void keepFile(List<String> lines) throws IOException {
        Matcher name = FILE.matcher(lines.isEmpty() ? "" : lines.getFirst());
        if (name.matches()) {
            Path file = home.resolve(name.group(1));
            Files.createDirectories(file.getParent());
            String text = String.join("\n", lines.subList(0, lines.indexOf("```"))) + "\n";
            Files.writeString(file, scaled ? text.replace("from: 25", "from: 9") : text);
        }
    }

    private static String below(List<String> lines) {
        return String.join("\n", lines.stream().map(String::strip)
                .takeWhile(line -> !line.startsWith("```") && !line.startsWith("$ ")).toList());
    }

    private static int expected(Matcher comment, String below) {
        Matcher status = TOLD_CODE.matcher(below);
        Matcher refused = REFUSED.matcher(below);
        String code = comment.find()
                ? comment.group(1)
                : status.find()
                        ? status.group().replaceFirst("(?s).*\\D", "")
                        : refused.find() ? refused.group(1) : "0";
        return Integer.parseInt(code);
    }

    /** Both streams of a line that was carried out. */
    private String type(String line, String below, String where) throws IOException, InterruptedException {
        Matcher comment = CODE.matcher(line);
        int expected = expected(comment, below);
        String command = comment.replaceFirst("");
        if (!command.contains("./shisa")) {
            return bash(command, where);
        }
        byte[] input = new byte[0];
        int pipe = command.indexOf(" | ./shisa");
        if (pipe >= 0) {
            input = bash(command.substring(0, pipe), where).getBytes(StandardCharsets.UTF_8);
            command = command.substring(pipe + " | ".length());
        }
        Shell shell = Shell.embedded(home).withoutStore();
        List<String> words = new ArrayList<>();
        for (String word : words(command)) {
            Matcher variable = VARIABLE.matcher(word);
            if (words.isEmpty() && variable.matches()) {
                shell = shell.with(variable.group(1), placed(variable.group(2))).withoutStore();
            } else {
                words.add(placed(meant(word)));
            }
        }
        assertEquals("./shisa", words.removeFirst(), where + "a line that this test cannot type");
        if (scaled && words.subList(0, 2).equals(List.of("sandbox", "reset"))) {
            words.addAll(List.of("--seed", smallTenant(words)));
        }
        Result result = shell.raw(words, input);
        result.holds(result.code() == expected, where + "exit code " + expected + " was expected");
        String said = result.talk() + result.out();
        NAMES.forEach((name, pattern) -> pattern.matcher(said).results()
                .forEach(found -> told.put(name, found.group())));
        CONFIRM.matcher(result.out()).results().forEach(found -> {
            told.putIfAbsent("ALL", found.group(1));
            told.put("COUNT", found.group(1));
        });
        return said;
    }

    /** What a document calls plan or run, by a name of its own or by the word, is the last one that was told of. */
    private String meant(String word) {
        String meant = told.getOrDefault(word, word);
        for (Map.Entry<String, Pattern> name : NAMES.entrySet()) {
            meant = name.getValue().matcher(meant).matches() ? told.getOrDefault(name.getKey(), meant) : meant;
        }
        return scaled ? small(meant) : meant;
    }

    private String small(String word) {
        if (!word.endsWith("@sgu.example")) {
            return word;
        }
        String count = word.substring(0, word.indexOf('@'));
        int all = Integer.parseInt(told.getOrDefault("ALL", "0"));
        return switch (count) {
            case "7331" -> all + "@contoso.example";
            case "7330" -> all + 1 + "@contoso.example";
            case "1" -> "1@contoso.example";
            default -> count.matches("\\d+") ? told.get("COUNT") + "@contoso.example" : "user1@contoso.example";
        };
    }

    /** More accounts than a listing that stops at 1,000 tells; otherwise more than the faults wait for. */
    private String smallTenant(List<String> words) throws IOException {
        int faults = words.indexOf("--faults") + 1;
        boolean cut = faults > 0 && Files.readString(Path.of(words.get(faults))).contains("truncate");
        return cut ? "synthetic:1100" : "synthetic:20";
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group());
        }
        return words;
    }

    /** What a document names by its file name lies in its home, or will lie there. */
    private String placed(String word) {
        Path file = home.resolve(word);
        return PAGE.matcher(word).matches() || (!word.isEmpty() && Files.exists(file)) ? file.toString() : word;
    }

    private static List<Path> here() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(""))) {
            return files.sorted().toList();
        }
    }

    private String bash(String line, String where) throws IOException, InterruptedException {
        Path out = home.resolve("bash.out");
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", line).directory(home.toFile())
                .redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().put("HOME", home.toString());
        Process process = builder.start();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), where + "it ends");
        assertEquals(0, process.exitValue(), where + Files.readString(out));
        return Files.readString(out);
    }

    /** What is shown and was not said, or nothing. */
    private String missing(String shown, String said) {
        String rest = neutral(said);
        for (String piece : neutral(shown).split("…", -1)) {
            int at = rest.indexOf(piece.strip());
            if (at < 0) {
                return "\"" + piece.strip() + "\"";
            }
            rest = rest.substring(at + piece.strip().length());
        }
        return "";
    }

    private String neutral(String text) {
        String neutral = text.replaceAll("\\s+", " ");
        for (Map.Entry<String, Pattern> name : NAMES.entrySet()) {
            neutral = name.getValue().matcher(neutral).replaceAll(name.getKey());
        }
        if (scaled) {
            neutral = PERSON.matcher(neutral).replaceAll("PERSON")
                    .replaceAll("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
                    .replaceAll("(?:sgu|contoso)\\.example", "DOMAIN").replaceAll("seed (?:sgu|synthetic:\\d+)", "SEED")
                    .replaceAll("\\d+", "0").replaceAll("\\baccounts?( is| are)?\\b", "accounts$1")
                    .replace("accounts is", "accounts are");
        }
        return neutral;
    }
}
