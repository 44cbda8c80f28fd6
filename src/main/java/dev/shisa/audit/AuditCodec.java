package dev.shisa.audit;

import dev.shisa.store.SealedObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The text of a record, without the members that the chain adds. For example
 *
 * <pre>
 * {"type":"begun","at":"2026-11-22T01:00:00Z","invocation":"invocation-1","by":"anne, process 57",
 *  "command":"mailbox remove","words":["mailbox","remove","--all","--keep-identity","--execute"],"tenant":"…","kind":"sandbox"}
 * {"type":"worked","at":"…","invocation":"invocation-1","run":"run-1","kind_of_run":"run","plan":"plan-1","plan_digest":"…",
 *  "application":"…"}
 * {"type":"ended","at":"…","invocation":"invocation-1","status":"completed","exit_code":0,"domain":"sgu.example","kind":"sandbox",
 *  "plan":"plan-1","run":"run-1","journal_head":"…","targets":3,"write_calls":3,"judgements":{"met":6},"refusals":[],"unheard":2}
 * </pre>
 */
final class AuditCodec {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AuditCodec() {
    }

    static String write(AuditEntry entry) {
        return JSON.writeValueAsString(switch (entry) {
            case AuditEntry.Begun begun -> begun(begun);
            case AuditEntry.Worked worked -> worked(worked);
            case AuditEntry.Ended ended -> ended(ended);
        });
    }

    private static ObjectNode worked(AuditEntry.Worked worked) {
        ObjectNode node = node("worked", worked).put("run", worked.run()).put("kind_of_run", worked.kindOfRun())
                .put("plan", worked.plan()).put("plan_digest", worked.planDigest())
                .put("application", worked.application());
        texts(node, "authority", worked.authority());
        return node;
    }

    private static ObjectNode begun(AuditEntry.Begun begun) {
        ObjectNode node = node("begun", begun).put("by", begun.by()).put("command", begun.command());
        texts(node, "words", begun.words());
        return node.put("tenant", begun.tenantId().orElse(null)).put("kind", begun.kind());
    }

    private static ObjectNode ended(AuditEntry.Ended ended) {
        ObjectNode node = node("ended", ended).put("status", ended.status()).put("exit_code", ended.exitCode())
                .put("domain", ended.domain().orElse(null)).put("kind", ended.kind())
                .put("plan", ended.plan().orElse(null)).put("run", ended.run().orElse(null))
                .put("journal_head", ended.journalHead().orElse(null)).put("targets", ended.targets())
                .put("write_calls", ended.writeCalls());
        ObjectNode judgements = node.putObject("judgements");
        ended.judgements().forEach(judgements::put);
        texts(node, "refusals", ended.refusals());
        // Left out where there is none, so that logs from before there were hooks stay what they are.
        return ended.unheard() == 0 ? node : node.put("unheard", ended.unheard());
    }

    private static ObjectNode node(String type, AuditEntry entry) {
        return JSON.createObjectNode().put("type", type).put("at", entry.at().toString()).put("invocation",
                entry.invocation());
    }

    private static void texts(ObjectNode node, String member, List<String> texts) {
        ArrayNode array = node.putArray(member);
        texts.forEach(array::add);
    }

    /**
     * The record of a line.
     *
     * @throws RuntimeException when it is none
     */
    static AuditEntry read(String line) {
        JsonNode node = JSON.readTree(line);
        Instant at = Instant.parse(text(node, "at"));
        String invocation = text(node, "invocation");
        return switch (text(node, "type")) {
            case "begun" -> new AuditEntry.Begun(at, invocation, text(node, "by"), text(node, "command"),
                    texts(node, "words"), optional(node, "tenant"), text(node, "kind"));
            case "worked" -> new AuditEntry.Worked(at, invocation, text(node, "run"), text(node, "kind_of_run"),
                    text(node, "plan"), text(node, "plan_digest"), text(node, "application"),
                    texts(node, "authority"));
            case "ended" -> {
                TreeMap<String, Long> judgements = new TreeMap<>();
                node.required("judgements").properties()
                        .forEach(count -> judgements.put(count.getKey(), count.getValue().longValue()));
                yield new AuditEntry.Ended(at, invocation, text(node, "status"), node.required("exit_code").intValue(),
                        optional(node, "domain"), text(node, "kind"), optional(node, "plan"), optional(node, "run"),
                        optional(node, "journal_head"), node.required("targets").intValue(),
                        node.required("write_calls").longValue(), judgements, texts(node, "refusals"),
                        node.path("unheard").asInt(0));
            }
            default -> throw new IllegalArgumentException("a record of an unknown type: " + text(node, "type"));
        };
    }

    private static List<String> texts(JsonNode node, String member) {
        List<String> texts = new ArrayList<>();
        node.required(member).forEach(text -> texts.add(SealedObject.text(text)));
        return texts;
    }

    private static Optional<String> optional(JsonNode node, String member) {
        return node.required(member).isNull() ? Optional.empty() : Optional.of(text(node, member));
    }

    private static String text(JsonNode node, String member) {
        return SealedObject.text(node.required(member));
    }
}
