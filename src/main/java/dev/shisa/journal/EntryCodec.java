package dev.shisa.journal;

import dev.shisa.account.AccountId;
import dev.shisa.account.ObservationCodec;
import dev.shisa.catalog.WireCall;
import dev.shisa.judge.Outcome;
import dev.shisa.judge.Verdict;
import dev.shisa.store.SealedObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Journal records as JSON objects on one line. For example, without the three members of the chain:
 *
 * <pre>
 * {"type":"opened","at":"2026-11-22T01:00:00Z","run":"run-1","kind_of_run":"run","tenant_id":"…","domain":"sgu.example","command":"mailbox remove",
 *  "words":["--keep-identity"],"plan":"plan-1","plan_digest":"…","targets":2,"exposure":1,"snapshot":"snapshot-1","by":"anne, process 42"}
 * {"type":"wave_opened","at":"…","wave":1,"targets":["00000000-0000-4000-8000-000000000001"]}
 * {"type":"intent","at":"…","target":"…0001","step":1,"attempt":1,"client_request_id":"…","method":"POST","path":"/users/…0001/assignLicense",
 *  "body":"{…}","before":{"id":"…0001","facets":{…}}}
 * {"type":"accepted","at":"…","target":"…0001","status":200}
 * {"type":"observed","at":"…","target":"…0001","state":"verified","found":[]}
 * {"type":"gate","at":"…","wave":1,"verdict":"passed","counts":{"met":2}}
 * {"type":"paused","at":"…","reasons":["gate of wave 2: …"]}
 * {"type":"recovered","at":"…","by":"anne, process 57","retry":false,"torn":"journal.jsonl.torn-8"}
 * {"type":"closed","at":"…","status":"completed","snapshot":"snapshot-2","verify_from":"2026-11-23T01:00:09Z"}
 * {"type":"verified","at":"…"}
 * </pre>
 */
final class EntryCodec {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EntryCodec() {
    }

    static String write(Entry entry) {
        return JSON.writeValueAsString(switch (entry) {
            case Entry.Opened opened -> opened(opened);
            case Entry.WaveOpened wave -> wave(wave);
            case Entry.Intent intent -> intent(intent);
            case Entry.Rejected rejected ->
                target("rejected", rejected).put("status", rejected.status()).put("said", rejected.sentence());
            case Entry.Accepted accepted -> target("accepted", accepted).put("status", accepted.status());
            case Entry.Unknown unknown -> target("unknown", unknown).put("known", unknown.sentence());
            case Entry.Observed observed -> observed(observed);
            case Entry.Skipped skipped -> target("skipped", skipped).put("reason", skipped.reason());
            case Entry.Gate gate -> gate(gate);
            case Entry.Paused paused -> paused(paused);
            case Entry.Halted halted -> node("halted", halted).put("reason", halted.reason());
            case Entry.Recovered recovered -> recovered(recovered);
            case Entry.Closed closed -> closed(closed);
            case Entry.Verified verified -> node("verified", verified);
        });
    }

    static Entry read(String line) {
        JsonNode node = JSON.readTree(line);
        Instant at = Instant.parse(text(node, "at"));
        return switch (text(node, "type")) {
            case "opened" -> new Entry.Opened(at, text(node, "run"), RunKind.valueOf(upper(node, "kind_of_run")),
                    text(node, "tenant_id"),
                    text(node, "domain"), text(node, "command"), texts(node, "words"), text(node, "plan"),
                    text(node, "plan_digest"),
                    node.required("targets").intValue(), node.required("exposure").intValue(),
                    optional(node, "snapshot"), text(node, "by"));
            case "wave_opened" -> new Entry.WaveOpened(at, node.required("wave").intValue(),
                    texts(node, "targets").stream().map(AccountId::new).toList());
            case "intent" ->
                new Entry.Intent(at, id(node), node.required("step").intValue(), node.required("attempt").intValue(),
                        UUID.fromString(text(node, "client_request_id")),
                        new WireCall(text(node, "method"), text(node, "path"),
                                optional(node, "body")),
                        ObservationCodec.read(node.required("before")));
            case "rejected" -> new Entry.Rejected(at, id(node), node.required("status").intValue(), text(node, "said"));
            case "accepted" -> new Entry.Accepted(at, id(node), node.required("status").intValue());
            case "unknown" -> new Entry.Unknown(at, id(node), text(node, "known"));
            case "observed" ->
                new Entry.Observed(at, id(node), TargetState.valueOf(upper(node, "state")), texts(node, "found"));
            case "skipped" -> new Entry.Skipped(at, id(node), text(node, "reason"));
            case "gate" -> new Entry.Gate(at, node.required("wave").intValue(), Verdict.valueOf(upper(node, "verdict")),
                    counts(node.required("counts")));
            case "paused" -> new Entry.Paused(at, new TreeSet<>(texts(node, "reasons")));
            case "halted" -> new Entry.Halted(at, text(node, "reason"));
            case "recovered" -> new Entry.Recovered(at, text(node, "by"), node.required("retry").booleanValue(),
                    optional(node, "torn"));
            case "closed" -> new Entry.Closed(at, RunStatus.valueOf(upper(node, "status")), optional(node, "note"),
                    optional(node, "snapshot"), optional(node, "verify_from").map(Instant::parse));
            case "verified" -> new Entry.Verified(at);
            default -> throw new IllegalArgumentException("no such record: " + text(node, "type"));
        };
    }

    private static ObjectNode node(String type, Entry entry) {
        return JSON.createObjectNode().put("type", type).put("at", entry.at().toString());
    }

    private static ObjectNode target(String type, Entry.OfTarget entry) {
        return node(type, entry).put("target", entry.target().value());
    }

    private static ObjectNode opened(Entry.Opened opened) {
        ObjectNode node = node("opened", opened).put("run", opened.run()).put("kind_of_run", opened.kind().label())
                .put("tenant_id", opened.tenantId()).put("domain", opened.domain()).put("command", opened.command());
        opened.words().forEach(node.putArray("words")::add);
        node.put("plan", opened.plan()).put("plan_digest", opened.planDigest()).put("targets", opened.targets())
                .put("exposure", opened.exposure());
        opened.snapshot().ifPresent(snapshot -> node.put("snapshot", snapshot));
        return node.put("by", opened.by());
    }

    private static ObjectNode recovered(Entry.Recovered recovered) {
        ObjectNode node = node("recovered", recovered).put("by", recovered.by()).put("retry", recovered.retry());
        recovered.torn().ifPresent(torn -> node.put("torn", torn));
        return node;
    }

    private static ObjectNode wave(Entry.WaveOpened wave) {
        ObjectNode node = node("wave_opened", wave).put("wave", wave.wave());
        ArrayNode targets = node.putArray("targets");
        wave.targets().forEach(target -> targets.add(target.value()));
        return node;
    }

    private static ObjectNode intent(Entry.Intent intent) {
        ObjectNode node = target("intent", intent).put("step", intent.step()).put("attempt", intent.attempt())
                .put("client_request_id", intent.requestId().toString()).put("method", intent.call().method())
                .put("path", intent.call().path());
        intent.call().body().ifPresent(body -> node.put("body", body));
        node.set("before", ObservationCodec.write(intent.before()));
        return node;
    }

    private static ObjectNode observed(Entry.Observed observed) {
        ObjectNode node = target("observed", observed).put("state", observed.state().label());
        observed.found().forEach(node.putArray("found")::add);
        return node;
    }

    private static ObjectNode gate(Entry.Gate gate) {
        ObjectNode node = node("gate", gate).put("wave", gate.wave()).put("verdict", gate.verdict().label());
        ObjectNode counts = node.putObject("counts");
        gate.counts().forEach((outcome, count) -> counts.put(outcome.label(), count));
        return node;
    }

    private static ObjectNode paused(Entry.Paused paused) {
        ObjectNode node = node("paused", paused);
        paused.reasons().forEach(node.putArray("reasons")::add);
        return node;
    }

    private static ObjectNode closed(Entry.Closed closed) {
        ObjectNode node = node("closed", closed).put("status", closed.status().label());
        closed.note().ifPresent(note -> node.put("note", note));
        closed.snapshot().ifPresent(snapshot -> node.put("snapshot", snapshot));
        closed.verifyFrom().ifPresent(from -> node.put("verify_from", from.toString()));
        return node;
    }

    private static Map<Outcome, Long> counts(JsonNode node) {
        EnumMap<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        node.properties().forEach(entry -> counts.put(Outcome.valueOf(entry.getKey().toUpperCase(Locale.ROOT)),
                entry.getValue().longValue()));
        return counts;
    }

    private static AccountId id(JsonNode node) {
        return new AccountId(text(node, "target"));
    }

    private static List<String> texts(JsonNode node, String member) {
        List<String> texts = new ArrayList<>();
        list(node, member).forEach(item -> texts.add(SealedObject.text(item)));
        return texts;
    }

    /** A list that is none would be read as an empty one. */
    private static ArrayNode list(JsonNode node, String member) {
        if (node.required(member) instanceof ArrayNode items) {
            return items;
        }
        throw new IllegalArgumentException(member + " is not a list");
    }

    private static Optional<String> optional(JsonNode node, String member) {
        return node.has(member) ? Optional.of(text(node, member)) : Optional.empty();
    }

    private static String upper(JsonNode node, String member) {
        return text(node, member).toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static String text(JsonNode node, String member) {
        return SealedObject.text(node.required(member));
    }
}
