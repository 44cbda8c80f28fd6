package dev.shisa.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
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
                .put("recovery", view.recovery())
                .put("journal_head", view.journalHead())
                .put("audit_head", view.auditHead().orElse(null));
        return (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n").getBytes(StandardCharsets.UTF_8);
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
}
