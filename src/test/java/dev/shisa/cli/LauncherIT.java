package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher and its start-up caches. Mostly it finds a Java that only writes down how it was started, and for a cache lays an empty file where it
 * was told to.
 */
class LauncherIT {
    private static final Instant BUILT = Instant.parse("2026-01-01T00:00:00Z");
    private static final String BUILD = "-Test-25.0.1+1";
    private static final String PRETENDER = """
            #!/bin/sh
            echo "$*" >>"${0%/bin/java}/started"
            echo "${SHISA_LANG-} ${LC_ALL-} $(locale charmap)" >"${0%/bin/java}/locale"
            for word in "$@"; do
              case $word in -XX:AOTCacheOutput=*) : >"${word#*=}" ;; esac
            done
            """;

    @TempDir
    private Path folder;
    private Path home;
    private Path java;

    @BeforeEach
    void layDownAProgramAndAJava() throws IOException {
        home = Files.createDirectories(folder.resolve("the program"));
        Files.createDirectories(home.resolve("target/lib"));
        Files.copy(Path.of(System.getProperty("shisa.launcher")), home.resolve("shisa"));
        Files.setLastModifiedTime(Files.createFile(home.resolve("target/shisa.jar")), FileTime.from(BUILT));
        java = folder.resolve("java");
        Path program = Files.createDirectories(java.resolve("bin")).resolve("java");
        Files.writeString(program, PRETENDER);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        Path release = Files.writeString(java.resolve("release"),
                "JAVA_VERSION=\"25.0.1\"\nIMPLEMENTOR_VERSION=\"Test-25.0.1+1\"\n");
        Files.setLastModifiedTime(release, FileTime.from(BUILT));
    }

    private Path cache(String kind) {
        return home.resolve("target/start").resolve(kind + BUILD + ".aot");
    }

    private Process start(String... words) throws IOException {
        return start(Map.of("LC_ALL", "C.UTF-8"), words);
    }

    private Process start(Map<String, String> locale, String... words) throws IOException {
        List<String> line = new ArrayList<>(List.of("sh", home.resolve("shisa").toString()));
        line.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(line).redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("talk").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("XDG_") || name.startsWith("SHISA_")
                || name.startsWith("LC_") || name.equals("LANG"));
        builder.environment().putAll(locale);
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("JAVA_HOME", java.toString());
        return builder.start();
    }

    /** Runs a line and waits for it, not for what it leaves behind. */
    private void run(String... words) throws IOException, InterruptedException {
        assertEquals(0, start(words).waitFor(), () -> talk());
        assertEquals("", talk());
    }

    private String talk() {
        try {
            return Files.readString(folder.resolve("talk"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** How the program itself was started, the training left out. */
    private List<String> started() throws IOException {
        try (Stream<String> lines = Files.lines(java.resolve("started"), StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.contains("dev.shisa.cli.Main")).toList();
        }
    }

    private void layCache(String kind, Instant made) throws IOException {
        Files.createDirectories(cache(kind).getParent());
        Files.setLastModifiedTime(Files.writeString(cache(kind), "no cache"), FileTime.from(made));
    }

    @Test
    void aFreshCacheIsUsedAndEachCommandHasItsOwn() throws IOException, InterruptedException {
        layCache("store", BUILT.plusSeconds(10));
        layCache("tenant", BUILT.plusSeconds(10));
        run("plan", "list");
        run("mailbox", "remove");
        assertTrue(started().get(0).contains("-XX:AOTCache=" + cache("store")), started().get(0));
        assertTrue(started().get(1).contains("-XX:AOTCache=" + cache("tenant")), started().get(1));
        assertFalse(Files.exists(cache("store").resolveSibling("making" + BUILD)));
    }

    @Test
    void aStaleOneIsNotUsed() throws IOException, InterruptedException {
        layCache("store", BUILT.minusSeconds(10));
        // Somebody else is making the new one.
        Files.createDirectories(cache("store").resolveSibling("making" + BUILD));
        run("plan", "list");
        assertFalse(started().getFirst().contains("AOTCache"), started().getFirst());
    }

    @Test
    void whoeverComesWhileItIsMadeMakesNone() throws IOException, InterruptedException {
        Path making = Files.createDirectories(cache("store").resolveSibling("making" + BUILD));
        run("plan", "list");
        run("mailbox", "remove");
        assertEquals(2, Files.readAllLines(java.resolve("started")).size());
        assertTrue(Files.exists(making));
    }

    @Test
    void aJavaWithoutItsFileIsAskedAndHasNoCache() throws IOException, InterruptedException {
        Files.delete(java.resolve("release"));
        Files.writeString(java.resolve("bin/java"),
                PRETENDER + "case $1 in -version) echo 'openjdk version \"25.0.1\"' >&2 ;; esac\n");
        run("plan", "list");
        assertFalse(started().getFirst().contains("AOTCache"), started().getFirst());
        assertFalse(Files.exists(cache("store").getParent()));
    }

    @Test
    void whatIsNoCacheCostsOnlyTime() throws IOException, InterruptedException {
        Path real = Path.of(System.getProperty("java.home"));
        Files.delete(java.resolve("bin/java"));
        Files.writeString(java.resolve("bin/java"), "#!/bin/sh\nexec '" + real.resolve("bin/java") + "' \"$@\"\n");
        Files.setPosixFilePermissions(java.resolve("bin/java"), PosixFilePermissions.fromString("rwx------"));
        Path jar = home.resolve("target/shisa.jar");
        Files.copy(Path.of("target/shisa.jar"), jar, StandardCopyOption.REPLACE_EXISTING);
        Files.delete(home.resolve("target/lib"));
        Files.createSymbolicLink(home.resolve("target/lib"), Path.of("target/lib").toAbsolutePath());
        Files.setLastModifiedTime(jar, FileTime.from(BUILT));
        layCache("store", BUILT.plusSeconds(10));
        run("--version");
        assertEquals("shisa " + Version.NUMBER + "\n", Files.readString(folder.resolve("out")));
    }

    @Test
    void lettersAreReadAsUtf8InEveryLocaleAndTheLanguageStays() throws IOException, InterruptedException {
        Map<Map<String, String>, String> seen = Map.of(
                Map.of(), " C.UTF-8 UTF-8",
                Map.of("LC_ALL", "C.UTF-8"), " C.UTF-8 UTF-8",
                Map.of("LANG", "C.UTF-8"), "  UTF-8",
                Map.of("LC_ALL", "POSIX"), " C.UTF-8 UTF-8",
                Map.of("LC_ALL", "ja_JP.eucJP"), "ja C.UTF-8 UTF-8",
                Map.of("LANG", "ja_XX.UTF-8"), "ja C.UTF-8 UTF-8",
                Map.of("LANG", "ja_XX.UTF-8", "SHISA_LANG", "en"), "en C.UTF-8 UTF-8");
        for (Map.Entry<Map<String, String>, String> locale : seen.entrySet()) {
            assertEquals(0, start(locale.getKey(), "plan", "list").waitFor(), () -> talk());
            assertEquals(locale.getValue(), Files.readString(java.resolve("locale")).stripTrailing(),
                    () -> String.valueOf(locale.getKey()));
        }
    }
}
