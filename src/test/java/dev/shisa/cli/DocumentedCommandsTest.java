package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Types what the documents tell people to type. In a fenced block marked {@code console} a line that begins with {@code $} is carried out, in
 * order, each document in a home folder of its own; it has to end with 0, or with the code of its comment, {@code # exit 16}. The lines below it
 * have to stand in what it says, where {@code …} is anything; names, times and digests differ from run to run. A block of another kind whose first
 * line is a comment with the name of a file is that file.
 */
final class DocumentedCommandsTest {
    private static final Pattern CODE = Pattern.compile("\\s+# exit (\\d+)$");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
    private static final Pattern VARIABLE = Pattern.compile("(SHISA_[A-Z_]+)=(.*)");
    private static final Pattern FILE = Pattern.compile("# ([\\w./-]+\\.(?:yaml|ps1|txt))");
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

    static Stream<Path> documents() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("docs"))) {
            return Stream
                    .concat(Stream.of(Path.of("README.ja.md")),
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
        assertTrue(carryOut(Files.readAllLines(document), String.valueOf(document)) > 0, "nothing was carried out");
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
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            String where = document + ", line " + (at + 1) + ": ";
            if (line.stripLeading().startsWith("```")) {
                block = block.isEmpty() ? line.strip().replaceFirst("```", "").strip() + " " : "";
                if (!block.isEmpty()) {
                    keepFile(lines.subList(at + 1, lines.size()));
                }
            } else if (block.equals("console ") && line.strip().startsWith("$ ")) {
                said = type(line.strip().substring(2), where);
                carriedOut++;
            } else if (block.equals("console ")) {
                assertSaid(line, said, where);
            }
        }
        return carriedOut;
    }

    private void keepFile(List<String> lines) throws IOException {
        Matcher name = FILE.matcher(lines.isEmpty() ? "" : lines.getFirst());
        if (name.matches()) {
            Path file = home.resolve(name.group(1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, String.join("\n", lines.subList(0, lines.indexOf("```"))) + "\n");
        }
    }

    /** Both streams of a line that was carried out. */
    private String type(String line, String where) throws IOException, InterruptedException {
        Matcher comment = CODE.matcher(line);
        int expected = comment.find() ? Integer.parseInt(comment.group(1)) : 0;
        String command = comment.replaceFirst("");
        if (!command.contains("./shisa")) {
            return bash(command, where);
        }
        Shell shell = Shell.embedded(home).withoutStore();
        List<String> words = new ArrayList<>();
        for (String word : words(command)) {
            Matcher variable = VARIABLE.matcher(word);
            if (words.isEmpty() && variable.matches()) {
                shell = shell.with(variable.group(1), placed(variable.group(2))).withoutStore();
            } else {
                words.add(placed(told.getOrDefault(word, word)));
            }
        }
        assertEquals("./shisa", words.removeFirst(), where + "a line that this test cannot type");
        Result result = shell.raw(words);
        result.holds(result.code() == expected, where + "exit code " + expected + " was expected");
        String said = result.talk() + result.out();
        NAMES.forEach((name, pattern) -> pattern.matcher(said).results()
                .forEach(found -> told.put(name, found.group())));
        return said;
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group());
        }
        return words;
    }

    /** What a document names by its file name lies in its home. */
    private String placed(String word) {
        Path file = home.resolve(word);
        return !word.isEmpty() && Files.exists(file) ? file.toString() : word;
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

    private static void assertSaid(String shown, String said, String where) {
        String rest = neutral(said);
        for (String piece : neutral(shown).split("…", -1)) {
            int at = rest.indexOf(piece.strip());
            assertTrue(at >= 0, where + "\"" + piece.strip() + "\" is not in\n" + said);
            rest = rest.substring(at + piece.strip().length());
        }
    }

    private static String neutral(String text) {
        String neutral = text.replaceAll("\\s+", " ");
        for (Map.Entry<String, Pattern> name : NAMES.entrySet()) {
            neutral = name.getValue().matcher(neutral).replaceAll(name.getKey());
        }
        return neutral;
    }
}
