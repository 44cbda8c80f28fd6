package dev.shisa.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Measures what {@code shisa lint} takes for very many scripts, beside what reading and decoding them takes, each in a process of its own. The
 * scripts are those of the corpus, one after the other in any order until each file has its size.
 */
final class LintLoad {
    private static final Path CORPUS = Path.of("src/test/resources/lint/corpus");
    private static final String MEMORY = "-Xmx256m";

    private LintLoad() {
    }

    /**
     * Measures.
     *
     * @param arguments how many scripts, 10,000 where nothing is said, and of how many characters each, 5,000; or {@code read} and a folder, of
     *        which all files are read then
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2 && arguments[0].equals("read")) {
            read(Path.of(arguments[1]));
            return;
        }
        int scripts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        int size = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5_000;
        Path folder = Files.createTempDirectory("lint-load");
        write(folder, scripts, size);
        System.out.printf(Locale.ROOT, "%d scripts of about %d characters in %s%n", scripts, size, folder);
        long nothing = run("dev.shisa.cli.Main", "--version");
        System.out.printf(Locale.ROOT, "starting and ending: %d ms%n", nothing);
        long reading = 0;
        for (int round = 1; round <= 3; round++) {
            reading = run("dev.shisa.bench.LintLoad", "read", folder.toString());
            System.out.printf(Locale.ROOT, "reading and decoding, with its start: %d ms%n", reading);
        }
        for (int round = 1; round <= 3; round++) {
            long linting = run("dev.shisa.cli.Main", "lint", folder.toString(), "-o", "json");
            System.out.printf(Locale.ROOT, "lint with %s, with its start: %d ms, %.1f times as long%n", MEMORY, linting,
                    (double) linting / reading);
        }
    }

    private static void write(Path folder, int scripts, int size) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(CORPUS)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".ps1")).sorted().toList()) {
                texts.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        Random random = new Random(7);
        for (int number = 0; number < scripts; number++) {
            StringBuilder text = new StringBuilder();
            while (text.length() < size) {
                text.append(texts.get(random.nextInt(texts.size()))).append('\n');
            }
            Files.writeString(folder.resolve(String.format(Locale.ROOT, "%05d.ps1", number)), text);
        }
    }

    private static void read(Path folder) throws IOException {
        long characters = 0;
        long start = System.nanoTime();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                characters += StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                        .length();
            }
        }
        System.out.printf(Locale.ROOT, "read and decoded %d characters in %d ms%n", characters,
                (System.nanoTime() - start) / 1_000_000);
    }

    /** Milliseconds until a process of that class has ended. What it writes is thrown away, but for the last line of the reading. */
    private static long run(String main, String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                MEMORY, "-XX:+UseSerialGC", "-Xshare:auto", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-Dfile.encoding=UTF-8", "-cp",
                System.getProperty("java.class.path"), main));
        words.addAll(List.of(arguments));
        boolean isOwn = main.equals(LintLoad.class.getName());
        long start = System.nanoTime();
        Process process = new ProcessBuilder(words)
                .redirectOutput(isOwn ? ProcessBuilder.Redirect.INHERIT : ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        process.waitFor();
        return (System.nanoTime() - start) / 1_000_000;
    }
}
