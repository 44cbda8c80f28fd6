package dev.shisa.graph;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An error as the service words it. Error bodies come empty, as NUL bytes or as pages for people, so nothing here rests on their form.
 *
 * @param status HTTP status
 * @param code the error code, empty when there is none
 * @param message the message for people, empty when there is none; not to be branched on
 */
record GraphFault(int status, String code, String message) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 300;

    static GraphFault of(int status, byte[] body) {
        if (body.length == 0 || body[0] == 0) {
            return new GraphFault(status, "", "");
        }
        try {
            return of(status, JSON.readTree(body));
        } catch (JacksonException _) {
            return new GraphFault(status, "", "");
        }
    }

    static GraphFault of(int status, JsonNode body) {
        JsonNode error = body.path("error");
        return new GraphFault(status, error.path("code").asString(""), oneLine(error.path("message").asString("")));
    }

    /** Status, code and message in one line. */
    String sentence() {
        return status + (code.isEmpty() ? "" : " " + code) + (message.isEmpty() ? "" : ": " + message);
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        String cut = line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
        return cut.endsWith(".") ? cut.substring(0, cut.length() - 1) : cut;
    }
}
