package dev.shisa.bench;

import dev.shisa.tenant.Waiter;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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
        return lastLine(MEMORY, words, home);
    }

    /**
     * The last line that it writes.
     *
     * @param memory such as {@code -Xmx512m}
     */
    static String lastLine(String memory, List<String> words, Path home) throws IOException {
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                memory, "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        line.addAll(words);
        return lastLine(new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT), home);
    }

    /** The last line of the program started as people start it, with the caches that their first command had made. */
    static String launched(List<String> words, Path home) throws IOException {
        List<String> line = new ArrayList<>(List.of("./shisa"));
        line.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JDK_JAVA_OPTIONS", MEMORY);
        return lastLine(builder, home);
    }

    /**
     * Has the caches of the launcher made, unless they are there.
     *
     * @throws IllegalStateException when they are not made after ten minutes
     */
    static void warm(Path home, Waiter waiter) throws IOException, InterruptedException {
        launched(List.of("exit-codes"), home);
        for (int second = 0; !isWarm(); second++) {
            if (second == 600) {
                throw new IllegalStateException("the launcher has made no caches in ten minutes");
            }
            waiter.pause(Duration.ofSeconds(1));
        }
    }

    private static boolean isWarm() throws IOException {
        FileTime built = Files.getLastModifiedTime(Path.of("target", "shisa.jar"));
        try (Stream<Path> files = Files.list(Path.of("target", "start"))) {
            boolean made = false;
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith("making")) {
                    return false;
                }
                made |= name.startsWith("tenant") && Files.getLastModifiedTime(file).compareTo(built) > 0;
            }
            return made;
        }
    }

    private static String lastLine(ProcessBuilder builder, Path home) throws IOException {
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
