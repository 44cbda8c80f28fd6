package dev.shisa.cli;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What every output promises, by the contract: held against everything that a {@link Shell} runs. */
final class OutputContract {
    private static final Set<String> KINDS = Set.of("sandbox", "test", "production");
    private static final Set<String> STATUSES = Set.of("planned", "completed", "partial", "halted", "paused",
            "violated", "refused", "failed");
    private static final List<String> INTEGERS = List.of("targets", "left_out", "done", "failed", "unknown", "pending",
            "not_started", "collateral", "exposure_max", "write_calls", "warnings", "exit_code");
    private static final List<String> STRINGS_OR_NULL = List.of("plan", "run", "domain", "confirm", "next",
            "undo_deadline", "audit_head", "report", "tenant");
    private static final List<String> RUN_MEMBERS = List.of("run", "kind_of_run", "command", "status", "open",
            "started", "pending");

    private static final Schema LINE = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text(Path.of("docs/output.schema.json")), InputFormat.JSON);

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OutputContract() {
    }

    static void holdJson(Result result) {
        List<JsonNode> lines = result.lines();
        result.holds(lines.size() >= 2, "a version and a result are the least");
        JsonNode version = lines.getFirst();
        result.holds(version.path("type").asString("").equals("version"), "the first line should be the version");
        result.holds(version.path("format_version").asString("").equals("1.0"), "format_version should be 1.0");
        result.holds(KINDS.contains(version.path("kind").asString("")), "the version should tell the kind");
        for (JsonNode line : lines) {
            result.holds(line.path("type").isString(), "every line should have a type: " + line);
        }
        result.out().lines().forEach(line -> result.holds(LINE.validate(line, InputFormat.JSON).isEmpty(),
                "docs/output.schema.json should fit: " + LINE.validate(line, InputFormat.JSON)));
        result.holds(lines.stream().filter(line -> line.path("type").asString().equals("result")).count() == 1,
                "there should be exactly one result");
        holdResult(result, lines.getLast());
        result.lines("run").forEach(run -> RUN_MEMBERS
                .forEach(member -> result.holds(run.has(member), "a run should have " + member + ": " + run)));
    }

    private static void holdResult(Result result, JsonNode last) {
        result.holds(last.path("type").asString().equals("result"), "the last line should be the result");
        INTEGERS.forEach(
                member -> result.holds(last.path(member).isIntegralNumber(), member + " should be an integer"));
        STRINGS_OR_NULL.forEach(member -> result.holds(last.path(member).isString() || last.path(member).isNull(),
                member + " should be a string or null"));
        result.holds(last.path("command").isString(), "command should be a string");
        result.holds(KINDS.contains(last.path("kind").asString("")), "kind should be known");
        result.holds(STATUSES.contains(last.path("status").asString("")), "status should be one of " + STATUSES);
        result.holds(last.path("exit_code").asInt() == result.code(), "exit_code should be how the process ends");
        result.holds(last.path("loss").isArray(), "loss should be an array");
        List<String> loss = new ArrayList<>();
        last.path("loss").forEach(facet -> loss.add(facet.asString()));
        result.holds(loss.stream().sorted().distinct().toList().equals(loss), "loss should be sorted");
        result.holds(last.path("judgements").isObject(), "judgements should be an object");
        for (Map.Entry<String, JsonNode> count : last.path("judgements").properties()) {
            result.holds(count.getValue().isIntegralNumber(), "judgements count");
        }
        result.holds(result.code() == 0 || result.code() == 10 || !last.path("status").asString().equals("completed"),
                "what did not end well is not completed");
    }

    static void holdHuman(Result result) {
        // A report is data, and kept in files: its screen is talk.
        boolean isReport = result.line().size() > 1 && result.line().subList(0, 2).equals(List.of("run", "report"));
        List<String> lines = (isReport ? result.talk() : result.out()).lines().toList();
        result.holds(!lines.isEmpty(), "something should be shown");
        result.holds(lines.getFirst().startsWith("SANDBOX"), "the screen of a sandbox should begin with SANDBOX");
        result.holds(lines.getLast().matches("(write calls|書き込み要求): [0-9]+"),
                "the last line should tell the write calls");
        result.holds(!result.out().contains("refused ("), "refusals are talk, not data");
    }

    /** Head and body of a token are JSON objects in base64; a fingerprint may hold three letters of one by chance. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]{8,}\\.eyJ|Bearer [A-Za-z0-9]");

    /** A secret in a stream is a failure wherever it stands. */
    static void holdSilence(Result result, List<String> secrets) {
        for (String secret : secrets) {
            result.holds(!result.out().contains(secret) && !result.talk().contains(secret), "a secret was shown");
        }
        result.holds(!TOKEN.matcher(result.out()).find() && !TOKEN.matcher(result.talk()).find(), "a token was shown");
    }
}
