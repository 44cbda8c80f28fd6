package dev.shisa.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of its own that is measured, with as little memory as is claimed to be enough. */
final class Child {
    private static final String MEMORY = "-Xmx256m";

    private Child() {
    }

    /** How many milliseconds it takes from start to end. */
    static long time(List<String> words, Path home) throws IOException {
        long start = System.nanoTime();
        lastLine(words, home);
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** The last line that it writes. */
    static String lastLine(List<String> words, Path home) throws IOException {
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                MEMORY, "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        line.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_STATE_HOME", home.resolve("state").toString());
        Process process = builder.start();
        String last = "";
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String said = out.readLine(); said != null; said = out.readLine()) {
                last = said;
            }
        }
        return last;
    }
}
