package dev.shisa.notify;

import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A notice as a message with an Adaptive Card, in the form that Microsoft documents for webhooks of Teams workflows. What others worded
 * stands in runs of text, which alone are not read as Markdown: nobody puts a link into the card.
 */
final class AdaptiveCard {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AdaptiveCard() {
    }

    static String write(Notice notice, Locale locale) {
        Wording wording = new Wording(notice, locale);
        ObjectNode message = JSON.createObjectNode().put("type", "message");
        ObjectNode card = message.putArray("attachments").addObject()
                .put("contentType", "application/vnd.microsoft.card.adaptive").putNull("contentUrl")
                .putObject("content").put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
                .put("type", "AdaptiveCard").put("version", "1.4");
        ArrayNode body = card.putArray("body");
        text(body, wording.headline()).put("weight", "Bolder").put("size", "Medium").put("color", color(notice));
        ArrayNode facts = body.addObject().put("type", "FactSet").putArray("facts");
        wording.facts().forEach((label, value) -> facts.addObject().put("title", label).put("value", value));
        notice.reason().ifPresent(reason -> text(body, reason));
        notice.next().ifPresent(line -> text(body, line).put("fontType", "Monospace"));
        return JSON.writeValueAsString(message);
    }

    private static ObjectNode text(ArrayNode body, String words) {
        return body.addObject().put("type", "RichTextBlock").putArray("inlines").addObject().put("type", "TextRun")
                .put("text", words);
    }

    private static String color(Notice notice) {
        return switch (notice.event()) {
            case START, GATE, ENDED -> "Default";
            case PAUSED, STALLED -> "Warning";
            case HALTED, VIOLATED -> "Attention";
        };
    }
}
