package dev.shisa.approval;

import dev.shisa.account.Facet;
import dev.shisa.account.StrictObject;
import dev.shisa.approval.ApprovalRequest.Requester;
import dev.shisa.approval.ApprovalRequest.Undo;
import dev.shisa.approval.ApprovalRequest.Waiver;
import dev.shisa.site.TenantKind;
import dev.shisa.store.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An approval request as a file: the very bytes that are signed, laid out for the person who signs them. There is one way to write a
 * request; a file that says the same in another way is none. What cannot be seen, or changes how the rest is seen, stands there as
 * an escape.
 */
public final class ApprovalRequestFile {
    /** Version of the format. */
    public static final String FORMAT = "1.0";

    private static final String TYPE = "approval-request";
    private static final int LONGEST = 1024 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private static final ObjectWriter WRITER = JSON.writer().with(new DefaultPrettyPrinter(Separators
            .createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER).withObjectEmptySeparator("")
            .withArrayEmptySeparator("")).withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private ApprovalRequestFile() {
    }

    /** What a file was found to hold. */
    public sealed interface Content {

        /**
         * A request.
         *
         * @param request what is asked
         * @param digest SHA-256 of the file's bytes
         */
        record Intact(ApprovalRequest request, String digest) implements Content {
        }

        /**
         * Something else.
         *
         * @param reason a full sentence
         */
        record Malformed(String reason) implements Content {
        }
    }

    /** The file's bytes. */
    public static byte[] write(ApprovalRequest request) {
        return (visible(WRITER.writeValueAsString(encode(request))) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The digest of the file's bytes, which names the file. */
    public static String digest(ApprovalRequest request) {
        return Digest.of(write(request));
    }

    /** Reads a file's bytes. */
    public static Content read(byte[] bytes) {
        if (bytes.length > LONGEST) {
            return malformed("it has more than " + LONGEST + " bytes.");
        }
        try {
            ApprovalRequest request = decode(new StrictObject(JSON.readTree(bytes), "the request"));
            return Arrays.equals(bytes, write(request))
                    ? new Content.Intact(request, Digest.of(bytes))
                    : malformed("it is not written in the one way in which requests are written.");
        } catch (JacksonException e) {
            return malformed("it is not JSON: " + e.getOriginalMessage() + ".");
        } catch (IllegalArgumentException | ArithmeticException e) {
            return malformed(e.getMessage() + (String.valueOf(e.getMessage()).endsWith(".") ? "" : "."));
        }
    }

    private static Content malformed(String clause) {
        return new Content.Malformed("The approval request cannot be read: " + clause);
    }

    private static ObjectNode encode(ApprovalRequest request) {
        ObjectNode node = JSON.createObjectNode().put("format_version", FORMAT).put("type", TYPE)
                .put("tenant_id", request.tenantId()).put("domain", request.domain())
                .put("kind", request.kind().label()).put("command", request.command())
                .put("command_digest", request.commandDigest());
        texts(node, "choices", request.choices());
        node.put("plan", request.plan()).put("plan_digest", request.planDigest()).put("targets", request.targets())
                .put("targets_digest", request.targetsDigest());
        request.countsByShape().forEach(node.putObject("counts_by_shape")::put);
        texts(node, "sample", request.sample());
        request.leftOut().forEach(node.putObject("left_out")::put);
        texts(node, "loss", request.loss().stream().map(Facet::label).sorted().toList());
        node.put("exposure", request.exposure());
        request.evidence().forEach(node.putObject("evidence")::put);
        node.put("policies", request.policies()).put("catalog", request.catalog());
        ArrayNode waivers = node.putArray("waivers");
        request.waivers().forEach(waiver -> waivers.addObject().put("digest", waiver.digest()).put("text",
                waiver.text()));
        request.undo().ifPresentOrElse(undo -> node.putObject("undo").put("command", undo.command()).put("deadline",
                undo.deadline().toString()), () -> node.putNull("undo"));
        node.put("not_before", request.notBefore().toString()).put("not_after", request.notAfter().toString());
        node.putObject("requester").put("principal", request.requester().principal())
                .put("user", request.requester().user()).put("host", request.requester().host());
        return node.put("reason", request.reason()).put("ticket", request.ticket()).put("audit_head",
                request.auditHead().orElse(null));
    }

    private static void texts(ObjectNode node, String member, List<String> texts) {
        texts.forEach(node.putArray(member)::add);
    }

    /** Such characters stand within strings only, where an escape means the same. */
    private static String visible(String json) {
        StringBuilder shown = new StringBuilder(json.length());
        json.codePoints().forEach(point -> {
            boolean isHidden = switch (Character.getType(point)) {
                case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                        Character.SURROGATE ->
                    point != '\n';
                default -> false;
            };
            if (isHidden) {
                for (char unit : Character.toChars(point)) {
                    shown.append(String.format("\\u%04x", (int) unit));
                }
            } else {
                shown.appendCodePoint(point);
            }
        });
        return shown.toString();
    }

    private static ApprovalRequest decode(StrictObject node) {
        if (!node.text("format_version").equals(FORMAT) || !node.text("type").equals(TYPE)) {
            throw new IllegalArgumentException("it is no " + TYPE + " of version " + FORMAT + ".");
        }
        ApprovalRequest request = new ApprovalRequest(node.text("tenant_id"), node.text("domain"),
                kind(node.text("kind")), node.text("plan"), node.text("plan_digest"), node.text("command"),
                node.text("command_digest"), texts(node, "choices"), count(node, "targets"),
                node.text("targets_digest"), counts(node, "counts_by_shape"), texts(node, "sample"), loss(node),
                counts(node, "left_out"), count(node, "exposure"), evidence(node), node.text("policies"),
                node.text("catalog"), waivers(node), undo(node), node.instant("not_before"),
                node.instant("not_after"), requester(node.object("requester")),
                node.node("audit_head").isNull() ? Optional.empty() : Optional.of(node.text("audit_head")),
                node.text("reason"), node.text("ticket"));
        node.end();
        return request;
    }

    private static TenantKind kind(String label) {
        return Arrays.stream(TenantKind.values()).filter(kind -> kind.label().equals(label)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no tenant of the kind '" + label + "'."));
    }

    private static int count(StrictObject node, String member) {
        return Math.toIntExact(node.number(member));
    }

    private static List<String> texts(StrictObject node, String member) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : node.array(member)) {
            texts.add(text(item, node, member));
        }
        return texts;
    }

    private static String text(JsonNode item, StrictObject node, String member) {
        if (!item.isString()) {
            throw node.wrong(member, "made of texts");
        }
        return item.asString();
    }

    private static SortedMap<String, Integer> counts(StrictObject node, String member) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        StrictObject object = node.object(member);
        node.node(member).propertyNames().forEach(name -> counts.put(name, count(object, name)));
        return counts;
    }

    private static SortedMap<String, String> evidence(StrictObject node) {
        SortedMap<String, String> evidence = new TreeMap<>();
        StrictObject object = node.object("evidence");
        node.node("evidence").propertyNames().forEach(name -> evidence.put(name, object.text(name)));
        return evidence;
    }

    private static SortedSet<Facet> loss(StrictObject node) {
        SortedSet<Facet> loss = new TreeSet<>();
        node.texts("loss").forEach(name -> loss.add(Facet.parse(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no facet '" + name + "'."))));
        return loss;
    }

    private static List<Waiver> waivers(StrictObject node) {
        List<Waiver> waivers = new ArrayList<>();
        for (JsonNode item : node.array("waivers")) {
            StrictObject waiver = new StrictObject(item, "a waiver");
            waivers.add(new Waiver(waiver.text("digest"), waiver.text("text")));
            waiver.end();
        }
        return waivers;
    }

    private static Optional<Undo> undo(StrictObject node) {
        if (node.node("undo").isNull()) {
            return Optional.empty();
        }
        StrictObject undo = node.object("undo");
        Optional<Undo> read = Optional.of(new Undo(undo.text("command"), undo.instant("deadline")));
        undo.end();
        return read;
    }

    private static Requester requester(StrictObject node) {
        Requester requester = new Requester(node.text("principal"), node.text("user"), node.text("host"));
        node.end();
        return requester;
    }
}
