package dev.shisa.evidence;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.Harm;
import dev.shisa.store.SealedObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Evidence as a file: a sealed JSON object. A file that does not verify is no evidence. */
public final class EvidenceFile {
    private EvidenceFile() {
    }

    /** The file's bytes. */
    public static byte[] write(Evidence evidence) {
        return SealedObject.seal(encode(evidence));
    }

    private static ObjectNode encode(Evidence evidence) {
        EvidenceKey key = evidence.key();
        ObjectNode node = SealedObject.object().put("format_version", "1.0").put("tenant_id", key.tenantId())
                .put("command", key.command())
                .put("command_digest", key.commandDigest()).put("words", key.words()).put("shape", key.shape())
                .put("tenant_traits", key.tenantTraits()).put("version", key.version())
                .put("account", evidence.account().value()).put("name", evidence.name())
                .put("run", evidence.run()).put("made", evidence.made().toString())
                .put("expires", evidence.expires().toString())
                .put("convergence", evidence.convergence().toString());
        ArrayNode exercised = node.putArray("exercised");
        evidence.exercised().stream().sorted().forEach(facet -> exercised.add(facet.label()));
        evidence.warnings().forEach(node.putArray("warnings")::add);
        ArrayNode residue = node.putArray("residue");
        evidence.residue()
                .forEach(left -> residue.addObject().put("facet", left.facet().label()).put("before", left.before())
                        .put("after", left.after()).put("harm", left.harm().name()));
        return node;
    }

    /** The evidence in a file's bytes; empty when they do not verify. */
    public static Optional<Evidence> read(byte[] bytes) {
        if (!(SealedObject.open(bytes) instanceof SealedObject.Content.Intact intact)) {
            return Optional.empty();
        }
        try {
            Evidence evidence = decode(intact.object());
            // Whatever it says beside that is not understood, so it is no evidence.
            return Optional.of(evidence).filter(found -> SealedObject.digest(encode(found)).equals(intact.digest()));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Evidence decode(ObjectNode node) {
        EvidenceKey key = new EvidenceKey(text(node, "tenant_id"), text(node, "command"), text(node, "command_digest"),
                text(node, "words"),
                text(node, "shape"), text(node, "tenant_traits"), text(node, "version"));
        Set<Facet> exercised = EnumSet.noneOf(Facet.class);
        list(node, "exercised").forEach(name -> exercised.add(facet(name)));
        List<String> warnings = new ArrayList<>();
        list(node, "warnings").forEach(warning -> warnings.add(SealedObject.text(warning)));
        List<Residue> residue = new ArrayList<>();
        list(node, "residue")
                .forEach(left -> residue.add(new Residue(facet(left.required("facet")), text(left, "before"),
                        text(left, "after"), Harm.valueOf(text(left, "harm")))));
        return new Evidence(key, new AccountId(text(node, "account")), text(node, "name"), text(node, "run"),
                Instant.parse(text(node, "made")), Instant.parse(text(node, "expires")), exercised, warnings,
                Duration.parse(text(node, "convergence")), residue);
    }

    private static Facet facet(JsonNode name) {
        return Facet.parse(SealedObject.text(name))
                .orElseThrow(() -> new IllegalArgumentException("no such facet: " + name));
    }

    private static String text(JsonNode node, String member) {
        return SealedObject.text(node.required(member));
    }

    /** A list that is none would be read as an empty one. */
    private static ArrayNode list(JsonNode node, String member) {
        if (node.required(member) instanceof ArrayNode items) {
            return items;
        }
        throw new IllegalArgumentException(member + " is not a list");
    }
}
