package dev.shisa.cli;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one command line came to. Every failed expectation shows both streams.
 *
 * @param line what was typed
 * @param code exit code
 * @param out standard output
 * @param talk standard error
 */
record Result(List<String> line, int code, String out, String talk) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Holds the exit code to one value. */
    Result exits(int expected) {
        return holds(code == expected, "exit code " + expected + " was expected");
    }

    /** Holds something to be so. */
    Result holds(boolean fact, String sentence) {
        if (!fact) {
            throw new AssertionError(sentence + ", but\n" + this);
        }
        return this;
    }

    /** Standard error says each of these. */
    Result tells(String... texts) {
        for (String text : texts) {
            holds(talk.contains(text), "standard error should say \"" + text + "\"");
        }
        return this;
    }

    /** Standard output shows each of these. */
    Result shows(String... texts) {
        for (String text : texts) {
            holds(out.contains(text), "standard output should show \"" + text + "\"");
        }
        return this;
    }

    /** Standard output, each line read as JSON. */
    List<JsonNode> lines() {
        return out.lines().map(JSON::readTree).toList();
    }

    /** The lines of one type. */
    List<JsonNode> lines(String type) {
        return lines().stream().filter(line -> line.path("type").asString("").equals(type)).toList();
    }

    /** The last line. */
    JsonNode last() {
        return lines().getLast();
    }

    /** A member of the last line, as text. */
    String text(String member) {
        return last().path(member).asString();
    }

    /** A member of the last line, as a number. */
    long number(String member) {
        JsonNode value = last().path(member);
        holds(value.isIntegralNumber(), member + " should be an integer");
        return value.longValue();
    }

    /** The messages of all errors, one a line. */
    String errors() {
        return String.join("\n", lines("error").stream()
                .map(error -> error.path("message").asString() + " " + error.path("found").asString("") + " "
                        + error.path("remedy").asString(""))
                .toList());
    }

    @Override
    public String toString() {
        return "$ shisa " + String.join(" ", line) + "\n--- exit " + code + "\n--- out\n" + clipped(out)
                + "\n--- err\n" + clipped(talk);
    }

    private static String clipped(String text) {
        return text.length() < 6000 ? text : text.substring(0, 3000) + "\n…\n" + text.substring(text.length() - 3000);
    }
}
