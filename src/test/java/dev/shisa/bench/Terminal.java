package dev.shisa.bench;

import dev.shisa.account.AccountId;
import dev.shisa.cli.Main;
import dev.shisa.journal.Entry;
import dev.shisa.journal.Journal;
import dev.shisa.journal.RunState;
import dev.shisa.journal.TargetState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Types command lines into the program, in this process.
 *
 * @param folder where its store lies
 * @param address of the tenant
 */
record Terminal(Path folder, String address) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * How a command line ended.
     *
     * @param code exit code
     * @param lines everything it wrote, one object each
     */
    record Ended(int code, List<JsonNode> lines) {

        /** The last line. */
        JsonNode result() {
            return lines.getLast();
        }

        /** The name of the run, if there was one. */
        Optional<String> run() {
            return Optional.ofNullable(result().path("run").asStringOpt().orElse(null));
        }

        /** What was said of errors, on one line. */
        String errors() {
            return String.join(" | ", lines.stream().filter(line -> line.path("type").asString("").equals("error"))
                    .map(line -> line.path("message").asString("") + " " + line.path("found").asString("")).toList());
        }
    }

    /** Types one line. */
    Ended type(String... words) {
        return typeWith(Map.of(), words);
    }

    /** Types one line, with these variables set as well. */
    Ended typeWith(Map<String, String> variables, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = Main.run(line(List.of(words)).toArray(String[]::new),
                environment(variables),
                folder.resolve("machine"), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        return new Ended(code, out.toString(StandardCharsets.UTF_8).lines().map(JSON::readTree).toList());
    }

    private Map<String, String> environment(Map<String, String> variables) {
        Map<String, String> environment = new TreeMap<>(variables);
        environment.put("HOME", folder.toString());
        environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
        return environment;
    }

    /** A whole command line: the words, for this tenant and this store, answered as JSON. */
    List<String> line(List<String> words) {
        List<String> line = new ArrayList<>(words);
        line.addAll(List.of("--tenant", address, "--store", store().toString(), "-o", "json"));
        return line;
    }

    /** A file of the store that lists these names, one a line. */
    Path listed(List<String> names) throws IOException {
        return Files.write(folder.resolve("names.txt"), names);
    }

    /** The report of a run; a missing node when there is none. */
    JsonNode report(String run) throws IOException {
        Path file = store().resolve("runs").resolve(run).resolve("report.json");
        return Files.exists(file) ? JSON.readTree(Files.readString(file)) : JSON.missingNode();
    }

    /** The state of every target whose wave was opened, as the run's journal tells. */
    Map<AccountId, TargetState> states(String run) throws IOException {
        return journal(run).map(RunState::targets).orElse(Map.of());
    }

    /** The targets for which a request may have left, as the run's journal tells. */
    Set<AccountId> intended(String run) throws IOException {
        return journal(run).map(state -> state.before().keySet()).orElse(Set.of());
    }

    /** Every record of a run's journal. */
    List<Entry> entries(String run) throws IOException {
        return switch (Journal.read(store().resolve("runs").resolve(run).resolve("journal.jsonl"))) {
            case Journal.Content.Verified verified -> verified.entries();
            case Journal.Content.Damaged damaged -> throw new IOException(damaged.sentence());
        };
    }

    /** What the journal of a run says; nothing before its first record is whole. */
    private Optional<RunState> journal(String run) throws IOException {
        Path file = store().resolve("runs").resolve(run).resolve("journal.jsonl");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return switch (Journal.read(file)) {
            case Journal.Content.Verified verified ->
                verified.entries().isEmpty() ? Optional.empty() : Optional.of(RunState.fold(verified.entries()));
            case Journal.Content.Damaged damaged -> throw new IOException(damaged.sentence());
        };
    }

    private Path store() {
        return folder.resolve("store");
    }
}
