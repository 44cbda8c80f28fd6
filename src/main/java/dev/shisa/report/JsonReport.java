package dev.shisa.report;

import dev.shisa.catalog.Texts;
import dev.shisa.diag.ExitStatus;
import dev.shisa.journal.RunKind;
import dev.shisa.journal.RunStatus;
import dev.shisa.site.TenantKind;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A run as JSON. */
public final class JsonReport {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonReport() {
    }

    /** The report's bytes. */
    public static byte[] write(RunView view) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("format_version", "1.0").put("run", view.run()).put("kind_of_run", view.kind().label()).put("command",
                view.command());
        view.words().forEach(node.putArray("words")::add);
        node.put("tenant_id", view.tenantId()).put("domain", view.domain()).put("kind", view.tenantKind().label())
                .put("plan", view.plan())
                .put("plan_digest", view.planDigest()).put("status", view.status().label())
                .put("exit_code", view.exit().code())
                .put("started", view.started().toString()).put("ended", view.ended().toString())
                .put("targets", view.targets())
                .put("done", view.done()).put("failed", view.failed()).put("unknown", view.unknown())
                .put("pending", view.pending())
                .put("not_started", view.notStarted()).put("exposure", view.exposure())
                .put("exposure_max", view.exposureMax())
                .put("write_calls", view.writeCalls());
        ObjectNode leftOut = node.putObject("left_out");
        view.leftOut().forEach(leftOut::put);
        ObjectNode counts = node.putObject("states");
        view.counts().forEach(counts::put);
        ObjectNode judgements = node.putObject("judgements");
        view.judgements().forEach(judgements::put);
        changes(node.putArray("changes"), view.changes());
        people(node.putArray("harmed"), view.harmed());
        people(node.putArray("not_done"), view.notDone());
        texts(node, "stops", view.stops());
        texts(node, "warnings", view.warnings());
        texts(node, "baseline", view.noise());
        texts(node, "authority", view.authority());
        texts(node, "background", view.background());
        texts(node, "loss", List.copyOf(view.loss()));
        texts(node, "unwatched", List.copyOf(view.unwatched()));
        texts(node, "residue", view.residue());
        texts(node, "evidence", view.evidence());
        node.put("snapshot_before", view.snapshotBefore().orElse(null))
                .put("snapshot_after", view.snapshotAfter().orElse(null))
                .put("undo_deadline", view.undoDeadline().map(Object::toString).orElse(null))
                .put("verify_from", view.verifyFrom().map(Object::toString).orElse(null))
                .put("recovery", view.recovery().english()).put("recovery_ja", view.recovery().japanese())
                .put("journal_head", view.journalHead())
                .put("audit_head", view.auditHead().orElse(null));
        return (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void changes(ArrayNode array, List<FacetChange> changes) {
        changes.forEach(change -> array.addObject().put("facet", change.facet()).put("declared", change.declared())
                .put("before", change.before()).put("after", change.after()).put("outcome", change.outcome())
                .put("accounts", change.accounts()));
    }

    private static void people(ArrayNode array, List<RunView.Person> people) {
        for (RunView.Person person : people) {
            ObjectNode node = array.addObject().put("id", person.id()).put("name", person.name()).put("state",
                    person.state());
            texts(node, "found", person.phrases());
        }
    }

    private static void texts(ObjectNode node, String member, List<String> texts) {
        ArrayNode array = node.putArray(member);
        texts.forEach(array::add);
    }

    /**
     * A report that was written before.
     *
     * @return empty when these are not the bytes of a report of this form
     */
    public static Optional<RunView> read(byte[] bytes) {
        try {
            JsonNode node = JSON.readTree(bytes);
            return node.path("format_version").asString("").equals("1.0") ? Optional.of(view(node)) : Optional.empty();
        } catch (JacksonException | IllegalArgumentException | DateTimeException | NoSuchElementException e) {
            return Optional.empty();
        }
    }

    private static RunView view(JsonNode node) {
        return new RunView(node.required("run").stringValue(),
                labelled(RunKind.values(), RunKind::label, node, "kind_of_run"),
                node.required("command").stringValue(), texts(node, "words"), node.required("tenant_id").stringValue(),
                node.required("domain").stringValue(), labelled(TenantKind.values(), TenantKind::label, node, "kind"),
                node.required("plan").stringValue(), node.required("plan_digest").stringValue(),
                labelled(RunStatus.values(), RunStatus::label, node, "status"),
                exit(node.required("exit_code").intValue()),
                node.required("targets").intValue(), counts(node, "left_out", JsonNode::intValue),
                counts(node, "states", JsonNode::intValue), counts(node, "judgements", JsonNode::longValue),
                changes(node),
                people(node, "harmed"), people(node, "not_done"), texts(node, "stops"), texts(node, "warnings"),
                texts(node, "baseline"), texts(node, "authority"), texts(node, "background"),
                new TreeSet<>(texts(node, "loss")), new TreeSet<>(texts(node, "unwatched")), texts(node, "residue"),
                texts(node, "evidence"), node.required("exposure").intValue(), node.required("exposure_max").intValue(),
                node.required("write_calls").longValue(), perhaps(node, "snapshot_before"),
                perhaps(node, "snapshot_after"),
                perhaps(node, "undo_deadline").map(Instant::parse), perhaps(node, "verify_from").map(Instant::parse),
                new Texts(node.required("recovery").stringValue(), node.required("recovery_ja").stringValue()),
                node.required("journal_head").stringValue(),
                perhaps(node, "audit_head"), Instant.parse(node.required("started").stringValue()),
                Instant.parse(node.required("ended").stringValue()));
    }

    private static <T> T labelled(T[] all, Function<T, String> label, JsonNode node, String member) {
        String word = node.required(member).stringValue();
        return Arrays.stream(all).filter(one -> label.apply(one).equals(word)).findFirst().orElseThrow();
    }

    private static ExitStatus exit(int code) {
        return Arrays.stream(ExitStatus.values()).filter(status -> status.code() == code).findFirst().orElseThrow();
    }

    private static Optional<String> perhaps(JsonNode node, String member) {
        JsonNode value = node.required(member);
        return value.isNull() ? Optional.empty() : Optional.of(value.stringValue());
    }

    private static List<String> texts(JsonNode node, String member) {
        return node.required(member).valueStream().map(JsonNode::stringValue).toList();
    }

    private static <N> SortedMap<String, N> counts(JsonNode node, String member, Function<JsonNode, N> number) {
        TreeMap<String, N> counts = new TreeMap<>();
        node.required(member).properties().forEach(entry -> counts.put(entry.getKey(), number.apply(entry.getValue())));
        return counts;
    }

    private static List<FacetChange> changes(JsonNode node) {
        return node.required("changes").valueStream()
                .map(change -> new FacetChange(change.required("facet").stringValue(),
                        change.required("declared").stringValue(), change.required("before").stringValue(),
                        change.required("after").stringValue(), change.required("outcome").stringValue(),
                        change.required("accounts").longValue()))
                .toList();
    }

    private static List<RunView.Person> people(JsonNode node, String member) {
        return node.required(member).valueStream()
                .map(person -> new RunView.Person(person.required("id").stringValue(),
                        person.required("name").stringValue(),
                        person.required("state").stringValue(), texts(person, "found")))
                .toList();
    }
}
