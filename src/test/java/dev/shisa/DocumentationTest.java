package dev.shisa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.cli.Main;
import dev.shisa.diag.ExitStatus;
import dev.shisa.text.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What the documents say is checked against what is there: nothing in them may age unnoticed. */
final class DocumentationTest {
    private static final Path README = Path.of("README.md");
    private static final Path ARCHITECTURE = Path.of("ARCHITECTURE.md");
    private static final Pattern CALL = Pattern.compile("\\./shisa((?: |$)[^`]*)");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--?[a-zA-Z][\\w-]*");
    private static final Pattern CODE_ROW = Pattern.compile("\\| (\\d+) \\| ([^|]+) \\|");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|^\\[[^\\]]+\\]: (\\S+)",
            Pattern.MULTILINE);
    private static final Pattern CLASS = Pattern.compile("`((?:[a-z]+\\.)+)([A-Z][A-Za-z]*)[A-Za-z.]*`");

    @TempDir
    private Path home;

    @Test
    void everyCommandLineIsUnderstood() throws IOException {
        assertTrue(understood(README) > 30, "too few command lines were found");
        int found = 0;
        for (Path file : documents()) {
            found += file.equals(README) ? 0 : understood(file);
        }
        assertTrue(found > 60, "only " + found + " command lines were found");
    }

    /** How many command lines a document has; all of them are understood but those that it shows as unknown. */
    private int understood(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int found = 0;
        for (int number = 0; number < lines.size(); number++) {
            Matcher call = CALL.matcher(lines.get(number));
            while (call.find()) {
                boolean shownAsUnknown = number + 1 < lines.size()
                        && lines.get(number + 1).startsWith("refused (2): There is no option");
                String words = call.group(1).split(" +(?:#|&&|[|<]) ", 2)[0];
                // The words of another catalog are not known here; the lines of blocks that run are typed elsewhere.
                if (!words.contains(" --catalog ")) {
                    assertEquals(!shownAsUnknown, isUnderstood(words),
                            file + ", line " + (number + 1) + ": shisa" + words);
                }
                found++;
            }
        }
        return found;
    }

    @Test
    void whatIsNotThereIsNotUnderstood() {
        assertTrue(isUnderstood(" mailbox remove --all --keep-identity -o json"));
        assertFalse(isUnderstood(" mailbox remove --all --yes"));
        assertFalse(isUnderstood(" mailbox burn --all"));
        assertFalse(isUnderstood(" postbox remove --all"));
    }

    /** Whether the program's own help knows the noun, the verb and every option of a line. Nothing is carried out. */
    private boolean isUnderstood(String line) {
        List<String> words = words(line);
        List<String> path = words.stream().takeWhile(word -> !word.startsWith("-")).limit(2).toList();
        if (path.size() == 2 && !help(path.getFirst()).contains("[COMMAND]")) {
            path = path.subList(0, 1);
        }
        String help = help(path.toArray(String[]::new));
        if (!help.startsWith("Usage: " + Stream.concat(Stream.of("shisa"), path.stream())
                .collect(Collectors.joining(" ")) + " ")) {
            return false;
        }
        Set<String> known = OPTION.matcher(help).results().map(MatchResult::group).collect(Collectors.toSet());
        return words.stream().filter(word -> word.startsWith("-") && word.length() > 1)
                .map(word -> word.replaceFirst("=.*", "")).allMatch(known::contains);
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find() && !word.group().equals("…") && !word.group().equals("|")) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group());
        }
        return words;
    }

    private String help(String... path) {
        List<String> words = new ArrayList<>(List.of(path));
        words.add("--help");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Main.run(words.toArray(String[]::new), Map.of("HOME", home.toString()), home.resolve("machine"), out, out);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void exitCodesOfTheReadmesAreThoseOfTheProgram() throws IOException {
        assertEquals(exitCodes(Locale.ENGLISH), exitCodes(README));
        assertEquals(exitCodes(Locale.JAPANESE), exitCodes(Path.of("README.ja.md")));
    }

    private static Map<Integer, String> exitCodes(Path readme) throws IOException {
        Map<Integer, String> told = new TreeMap<>();
        Matcher row = CODE_ROW.matcher(Files.readString(readme));
        while (row.find()) {
            told.put(Integer.parseInt(row.group(1)), row.group(2).strip());
        }
        return told;
    }

    private static Map<Integer, String> exitCodes(Locale locale) {
        Map<Integer, String> real = new TreeMap<>();
        for (ExitStatus status : ExitStatus.values()) {
            real.put(status.code(), Text.word(status.meaning()).in(locale));
        }
        return real;
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        for (Path file : documents()) {
            Matcher link = LINK.matcher(Files.readString(file));
            while (link.find()) {
                String target = link.group(1) != null ? link.group(1) : link.group(2);
                if (target.startsWith("https://")) {
                    continue;
                }
                String[] parts = target.split("#", 2);
                Path named = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]);
                assertTrue(Files.exists(named), file + " links to " + target);
                assertTrue(parts.length == 1 || anchors(named).contains(parts[1]), file + " links to " + target);
            }
        }
    }

    private static List<String> anchors(Path file) throws IOException {
        return Files.readAllLines(file).stream().filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "")
                        .replace(' ', '-'))
                .toList();
    }

    @Test
    void everyDependencyIsExplained() throws Exception {
        String text = Files.readString(ARCHITECTURE);
        Document pom = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile());
        int explained = 0;
        for (Element dependencies : children(pom.getDocumentElement(), "dependencies")) {
            for (Element dependency : children(dependencies, "dependency")) {
                String artifact = children(dependency, "artifactId").getFirst().getTextContent();
                assertTrue(text.contains("`" + artifact + "`"), "ARCHITECTURE.md does not name " + artifact);
                explained++;
            }
        }
        assertTrue(explained > 10, "only " + explained + " dependencies were found");
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && element.getTagName().equals(name)) {
                children.add(element);
            }
        }
        return children;
    }

    @Test
    void thePackageTableIsComplete() throws IOException {
        TreeSet<String> real;
        try (Stream<Path> folders = Files.list(Path.of("src/main/java/dev/shisa"))) {
            real = folders.filter(Files::isDirectory).map(folder -> String.valueOf(folder.getFileName()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        String table = Files.readString(ARCHITECTURE).split("\n## Packages\n", 2)[1].split("\n## ", 2)[0];
        TreeSet<String> told = new TreeSet<>();
        Matcher row = Pattern.compile("^\\| `([a-z]+)` \\|", Pattern.MULTILINE).matcher(table);
        while (row.find()) {
            told.add(row.group(1));
        }
        assertEquals(real, told);
    }

    @Test
    void everyClassThatIsNamedExists() throws IOException {
        int found = 0;
        for (Path file : documents()) {
            Matcher name = CLASS.matcher(Files.readString(file));
            while (name.find()) {
                String below = name.group(1).replaceFirst("^dev\\.shisa\\.", "").replace('.', '/') + name.group(2)
                        + ".java";
                assertTrue(Stream.of("src/main/java/dev/shisa/", "src/test/java/dev/shisa/")
                        .anyMatch(root -> Files.exists(Path.of(root + below))), file + " names " + name.group());
                found++;
            }
        }
        assertTrue(found > 30, "only " + found + " classes were found");
    }

    @Test
    void noDocumentNamesAFolderOfAMachine() throws IOException {
        Pattern machine = Pattern
                .compile("(?<![\\w.$}*~-])/(home|root|tmp|work|Users|mnt|opt|var|private)/|[A-Z]:\\\\");
        for (Path file : documents()) {
            Matcher path = machine.matcher(Files.readString(file));
            assertFalse(path.find(), () -> file + " names a folder of a machine: " + path.group());
        }
    }

    @Test
    void theWindowsLauncherHasTheLineEndsOfWindows() throws IOException {
        String text = Files.readString(Path.of("shisa.cmd"));
        assertEquals(text, text.replace("\r\n", "\n").replace("\n", "\r\n"));
        assertFalse(Pattern.compile("set \"?SHISA_", Pattern.CASE_INSENSITIVE).matcher(text).find(),
                "the program refuses variables that begin with SHISA_ and that it does not know");
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>();
        for (Path folder : Arrays.asList(Path.of(""), Path.of("policies"), Path.of("docs"))) {
            if (Files.isDirectory(folder.toAbsolutePath())) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
                }
            }
        }
        return documents;
    }
}
