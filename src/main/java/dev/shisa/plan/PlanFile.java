package dev.shisa.plan;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.site.TenantKind;
import dev.shisa.store.SealedObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A plan as a file: one JSON object whose member {@code digest} is the SHA-256 of the same object without it. For example
 *
 * <pre>
 * {"format_version":"1.0","id":"plan-…","tenant_id":"…","domain":"sgu.example","kind":"sandbox","command":"mailbox remove", …
 *  "targets":[{"id":"…","name":"…","shape":"…","fingerprint":"…"}], … ,"digest":"…"}
 * </pre>
 */
public final class PlanFile {
    /** Version of the format. */
    public static final String FORMAT = "1.0";

    private PlanFile() {
    }

    /** What a plan file was found to hold. */
    public sealed interface Content {

        /**
         * A plan as it was written.
         *
         * @param plan the plan
         * @param digest the digest in the file
         */
        record Intact(Plan plan, String digest) implements Content {
        }

        /**
         * Not a plan as it was written.
         *
         * @param sentence what does not fit
         */
        record Altered(String sentence) implements Content {
        }
    }

    /** The file's bytes. */
    public static byte[] write(Plan plan) {
        return SealedObject.seal(encode(plan));
    }

    /** The digest that the file of a plan carries. */
    public static String digest(Plan plan) {
        return SealedObject.digest(encode(plan));
    }

    /** Reads a file's bytes. */
    public static Content read(byte[] bytes) {
        return switch (SealedObject.open(bytes)) {
            case SealedObject.Content.Altered altered -> new Content.Altered(altered.sentence());
            case SealedObject.Content.Intact intact -> {
                try {
                    Plan plan = decode(intact.object());
                    yield digest(plan).equals(intact.digest())
                            ? new Content.Intact(plan, intact.digest())
                            : new Content.Altered("it says something that is not understood");
                } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
                    yield new Content.Altered("it cannot be read: " + e.getMessage());
                }
            }
        };
    }

    private static ObjectNode encode(Plan plan) {
        ObjectNode node = SealedObject.object().put("format_version", FORMAT).put("id", plan.id())
                .put("tenant_id", plan.tenantId())
                .put("domain", plan.domain()).put("kind", plan.kind().label()).put("command", plan.command())
                .put("command_digest", plan.commandDigest());
        plan.options().forEach(node.putArray("options")::add);
        ObjectNode parameters = node.putObject("parameters");
        plan.parameters().forEach(parameters::put);
        node.put("count", plan.targets().size());
        ArrayNode loss = node.putArray("loss");
        plan.loss().forEach(facet -> loss.add(facet.label()));
        ObjectNode leftOut = node.putObject("left_out");
        plan.leftOut().forEach(leftOut::put);
        var unwatched = node.putArray("unwatched");
        plan.unwatched().stream().sorted().forEach(facet -> unwatched.add(facet.label()));
        node.put("active_accounts", plan.activeAccounts()).put("exposure", plan.exposure())
                .put("snapshot", plan.basis().map(Plan.Basis::snapshot).orElse(null))
                .put("snapshot_digest", plan.basis().map(Plan.Basis::digest).orElse(null))
                .put("created", plan.created().toString())
                .put("expires", plan.expires().toString()).put("reason", plan.reason()).put("ticket", plan.ticket())
                .put("requester", plan.requester());
        plan.undoDeadline().ifPresentOrElse(at -> node.put("undo_deadline", at.toString()),
                () -> node.putNull("undo_deadline"));
        var targets = node.putArray("targets");
        plan.targets().forEach(target -> targets.addObject().put("id", target.id().value()).put("name", target.name())
                .put("shape", target.shape()).put("fingerprint", target.fingerprint()));
        return node;
    }

    private static Plan decode(ObjectNode node) {
        if (!FORMAT.equals(text(node, "format_version"))) {
            throw new IllegalArgumentException("format_version " + node.path("format_version"));
        }
        TreeMap<String, String> parameters = new TreeMap<>();
        node.required("parameters").properties()
                .forEach(entry -> parameters.put(entry.getKey(), SealedObject.text(entry.getValue())));
        TreeMap<String, Integer> leftOut = new TreeMap<>();
        node.required("left_out").properties()
                .forEach(entry -> leftOut.put(entry.getKey(), entry.getValue().intValue()));
        List<Target> targets = new ArrayList<>();
        list(node, "targets")
                .forEach(target -> targets.add(new Target(new AccountId(text(target, "id")), text(target, "name"),
                        text(target, "shape"), text(target, "fingerprint"))));
        if (node.required("count").intValue() != targets.size()) {
            throw new IllegalArgumentException("count is not the number of targets");
        }
        if (targets.isEmpty() || targets.stream().map(Target::id).distinct().count() != targets.size()) {
            throw new IllegalArgumentException("targets are at least one, and none of them twice");
        }
        JsonNode deadline = node.required("undo_deadline");
        return new Plan(text(node, "id"), text(node, "tenant_id"), text(node, "domain"),
                TenantKind.valueOf(text(node, "kind").toUpperCase(Locale.ROOT)), text(node, "command"),
                text(node, "command_digest"),
                texts(node, "options"), parameters, targets, leftOut, facets(node, "loss"),
                Set.copyOf(facets(node, "unwatched")),
                node.required("active_accounts").longValue(), node.required("exposure").intValue(),
                basis(node), Instant.parse(text(node, "created")),
                Instant.parse(text(node, "expires")),
                deadline.isNull() ? Optional.empty() : Optional.of(Instant.parse(SealedObject.text(deadline))),
                text(node, "reason"),
                text(node, "ticket"), text(node, "requester"));
    }

    private static Optional<Plan.Basis> basis(ObjectNode node) {
        boolean none = node.required("snapshot").isNull() && node.required("snapshot_digest").isNull();
        return none
                ? Optional.empty()
                : Optional.of(new Plan.Basis(text(node, "snapshot"), text(node, "snapshot_digest")));
    }

    private static SortedSet<String> texts(JsonNode node, String member) {
        TreeSet<String> texts = new TreeSet<>();
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

    private static SortedSet<Facet> facets(JsonNode node, String member) {
        TreeSet<Facet> facets = new TreeSet<>();
        texts(node, member).forEach(name -> facets
                .add(Facet.parse(name).orElseThrow(() -> new IllegalArgumentException("no such facet: " + name))));
        return facets;
    }

    private static String text(JsonNode node, String member) {
        return SealedObject.text(node.required(member));
    }
}
