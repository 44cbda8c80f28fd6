package dev.shisa.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The program in a process of its own, that can be killed as a power cut would. */
final class Spawned {
    /** For a process that does little before it ends. */
    static final List<String> SHORT = List.of("-XX:TieredStopAtLevel=1", "-Xmx512m");

    private final Process process;
    private final BufferedReader out;

    private Spawned(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts it with a home in that folder; what it says of errors to a person is thrown away. */
    static Spawned start(Path folder, List<String> words) throws IOException {
        return start(folder, SHORT, words);
    }

    /**
     * The same with other options of the virtual machine.
     *
     * @param options such as {@code -Xmx1g}
     */
    static Spawned start(Path folder, List<String> options, List<String> words) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(options);
        line.addAll(List.of("-XX:+UseSerialGC", "-Xshare:auto", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-Dfile.encoding=UTF-8", "-cp",
                "target/classes:target/lib/*", "dev.shisa.cli.Main"));
        line.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("HOME", folder.toString());
        environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
        return new Spawned(builder.start());
    }

    /** What it writes; ends when the process does. */
    BufferedReader out() {
        return out;
    }

    /** The line that it writes first. */
    String firstLine() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the process ended without a word");
        }
        return line;
    }

    /** SIGKILL; returns when the process is gone. */
    void kill() {
        process.destroyForcibly();
        code();
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends SIGKILL and does not wait. */
    void strike() {
        process.destroyForcibly();
    }

    /** How it ended. */
    int code() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
