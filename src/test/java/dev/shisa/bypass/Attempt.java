package dev.shisa.bypass;

import dev.shisa.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** One command line with a home and a store of its own. Until a trick says otherwise it is a line that writes. */
final class Attempt {
    private static final long LONGEST_SECONDS = 120;
    private static final String CLASS_PATH = Arrays
            .stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                    .split(File.pathSeparator))
            .filter(entry -> !entry.endsWith("test-classes")).map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));

    private final Stage stage;
    private final Path home;
    private final Map<String, String> environment = new TreeMap<>();
    private List<String> words = new ArrayList<>();
    private List<String> place;
    private String typed = "";

    /**
     * An attempt.
     *
     * @param home a folder of its own
     */
    Attempt(Stage stage, Path home) throws IOException {
        this.stage = stage;
        this.home = home;
        stage.copyStore(store());
        environment.put("HOME", home.toString());
        environment.put("XDG_STATE_HOME", stage.stateHome().toString());
        place = List.of("--tenant", stage.tenant().address(), "--store", store().toString());
        words(removing("person1@contoso.example"));
    }

    /**
     * How a process ended.
     *
     * @param code exit code
     * @param said both streams, blanks and line ends as one blank
     */
    record Ended(int code, String said) {
    }

    /** The words that take a mailbox, everything said as it has to be. */
    static String[] removing(String account) {
        return saying(account, "1@contoso.example", "licences,mailbox");
    }

    /** The same with another confirmation and loss. */
    static String[] saying(String account, String confirm, String loss) {
        return new String[]{"mailbox", "remove", account, "--keep-identity", "--execute", "--confirm", confirm,
                "--accept-loss", loss};
    }

    /** The words that run a plan, everything said as it has to be. */
    static String[] applying(String plan) {
        return new String[]{"apply", plan, "--confirm", "1@contoso.example", "--accept-loss", "licences,mailbox"};
    }

    /** Takes a new copy of the store, in which more has happened since. */
    Attempt again() throws IOException {
        Files.move(store(), home.resolve("earlier"));
        stage.copyStore(store());
        return this;
    }

    /** What is tried on. */
    Stage stage() {
        return stage;
    }

    /** The store of this attempt. */
    Path store() {
        return home.resolve("store");
    }

    /** Types this line instead. */
    Attempt words(String... line) {
        words = new ArrayList<>(List.of(line));
        return this;
    }

    /** Types these words behind the line. */
    Attempt and(String... more) {
        words.addAll(List.of(more));
        return this;
    }

    /** Types a word instead of another. */
    Attempt instead(String word, String other) {
        words.replaceAll(one -> one.equals(word) ? other : one);
        return this;
    }

    /** Names tenant and store so, or neither. */
    Attempt at(String... where) {
        place = List.of(where);
        return this;
    }

    /** Sets a variable. */
    Attempt with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Feeds a text to standard input. */
    Attempt fed(String text) {
        typed = text;
        return this;
    }

    /** Lays a file down in the home, and returns its path. */
    String file(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        return Files.writeString(file, text).toString();
    }

    /** Lays a site bundle down and names it. */
    Attempt site(String text) throws IOException {
        file("site/site.yaml", text);
        return with("SHISA_SITE", home.resolve("site").toString());
    }

    /** A path in the home. */
    Path home(String name) {
        return home.resolve(name);
    }

    /** Lays down the list of tenants. */
    Attempt profiles(String text) throws IOException {
        file("config/shisa/tenants.yaml", text);
        return with("XDG_CONFIG_HOME", home.resolve("config").toString());
    }

    /** Whether it only says the same in a process of its own: what is fed to this process is not for the program. */
    boolean isFed() {
        return !typed.isEmpty();
    }

    /** Does it in this process. */
    Ended runHere() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = Main.run(line().toArray(String[]::new), environment, home.resolve("machine"), both, both);
        return ended(code, out.toByteArray());
    }

    private List<String> line() {
        List<String> line = new ArrayList<>(words);
        line.addAll(place);
        return line;
    }

    private static Ended ended(int code, byte[] said) {
        return new Ended(code, new String(said, StandardCharsets.UTF_8).replaceAll("\\s+", " "));
    }

    /** Does it in a process of its own. */
    Ended run() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                        "-Dfile.encoding=UTF-8", "-Dsun.jnu.encoding=UTF-8", "-cp", CLASS_PATH, "dev.shisa.cli.Main"));
        command.addAll(line());
        Path said = home.resolve("said.txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile())
                .redirectInput(Path.of(file("typed.txt", typed)).toFile()).directory(home.toFile());
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("it does not end: " + words);
        }
        return ended(process.exitValue(), Files.readAllBytes(said));
    }

    @Override
    public String toString() {
        return "$ shisa " + String.join(" ", words) + " " + String.join(" ", place);
    }
}
