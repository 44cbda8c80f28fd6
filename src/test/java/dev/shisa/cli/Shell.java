package dev.shisa.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Types command lines into the program, in this process. Every output is held to the contract, whatever a test is about: JSON when it was asked
 * for, the frame of a screen otherwise, and no secret in either.
 */
final class Shell {
    private final Map<String, String> variables = new TreeMap<>();
    private final List<String> place = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>();
    private final Path folder;
    private String store;

    private Shell(Path folder) {
        this.folder = folder;
        this.store = folder.resolve("store").toString();
        variables.put("HOME", folder.toString());
        variables.put("XDG_STATE_HOME", stateHome(folder).toString());
    }

    /** A shell that types no tenant, so that the embedded one is meant. */
    static Shell embedded(Path folder) {
        return new Shell(folder);
    }

    /** A shell that names that tenant in every line. */
    static Shell at(SandboxTenant tenant, Path folder) {
        Shell shell = new Shell(folder);
        shell.place.addAll(List.of("--tenant", tenant.address()));
        shell.secrets.addAll(tenant.secrets());
        return shell;
    }

    /** Where descriptors of served tenants are looked for. */
    static Path stateHome(Path folder) {
        return folder.resolve("state-home");
    }

    /** Where the machine's own site bundle lies; nothing does, unless a test lays one down. */
    Path machine() {
        return folder.resolve("machine");
    }

    /** Another person's shell for the same tenant: a store of its own. */
    Shell withStore(String name) {
        Shell other = new Shell(folder);
        other.store = folder.resolve(name).toString();
        other.variables.putAll(variables);
        other.place.addAll(place);
        other.secrets.addAll(secrets);
        return other;
    }

    /** A shell that names no store. */
    Shell withoutStore() {
        Shell other = withStore("store");
        other.store = "";
        return other;
    }

    Shell with(String variable, String value) {
        Shell other = withStore(Path.of(store).getFileName().toString());
        other.variables.put(variable, value);
        return other;
    }

    Path folder() {
        return folder;
    }

    Path store() {
        return Path.of(store);
    }

    /** For people. */
    Result run(String... words) {
        Result result = raw(placed(List.of(words)));
        OutputContract.holdHuman(result);
        return result;
    }

    /** For machines. */
    Result json(String... words) {
        List<String> line = placed(List.of(words));
        line.addAll(List.of("-o", "json"));
        Result result = raw(line);
        OutputContract.holdJson(result);
        result.holds(result.talk().isEmpty(), "JSON should leave nothing to say on standard error");
        return result;
    }

    /** A table for another program; nothing else may stand on its standard output. */
    String table(String... words) {
        List<String> line = placed(List.of(words));
        line.addAll(List.of("-o", "csv"));
        return raw(line).exits(0).out();
    }

    /** Types a line that a result named as the next one. */
    Result next(String line) {
        List<String> words = new ArrayList<>(List.of(line.split(" ")));
        if (!words.removeFirst().equals("shisa")) {
            throw new AssertionError("not a line of shisa's: " + line);
        }
        words.addAll(List.of("-o", "json"));
        Result result = raw(words);
        OutputContract.holdJson(result);
        return result;
    }

    private List<String> placed(List<String> words) {
        List<String> line = new ArrayList<>(words);
        line.addAll(place);
        if (!store.isEmpty()) {
            line.addAll(List.of("--store", store));
            lay(Path.of(store));
        }
        return line;
    }

    /** Lines from a pipe, for a shell with these words behind it. */
    Result piped(String lines, String... words) {
        List<String> line = new ArrayList<>(List.of("shell"));
        line.addAll(List.of(words));
        return raw(placed(line), lines.getBytes(StandardCharsets.UTF_8));
    }

    /** Who looks into a store that is not there is refused; one that lies there empty is a store. */
    private static void lay(Path store) {
        try {
            if (!Files.exists(store)) {
                Files.createDirectories(store,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Exactly these words. */
    Result raw(List<String> words) {
        return raw(words, new byte[0]);
    }

    /** Exactly these words and octets. */
    Result raw(List<String> words, byte[] input) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream talk = new ByteArrayOutputStream();
        int code = Main.run(words.toArray(String[]::new), new Environment(variables, machine()),
                new ByteArrayInputStream(input), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(talk, true, StandardCharsets.UTF_8), Surface.PIPE);
        Result result = new Result(words, code, out.toString(StandardCharsets.UTF_8),
                talk.toString(StandardCharsets.UTF_8));
        OutputContract.holdSilence(result, secrets);
        return result;
    }
}
