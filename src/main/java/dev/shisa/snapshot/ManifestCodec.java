package dev.shisa.snapshot;

import dev.shisa.account.StrictObject;
import dev.shisa.snapshot.SnapshotManifest.Tally;
import dev.shisa.tenant.Viewpoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Manifests as JSON, with the seal over the file of accounts. */
final class ManifestCodec {
    static final String FORMAT_VERSION = "2.0";

    private ManifestCodec() {
    }

    /**
     * A manifest as it stands in its file.
     *
     * @param manifest the manifest
     * @param seal what the file of accounts must be
     */
    record Sealed(SnapshotManifest manifest, SnapshotSeal seal) {
    }

    static ObjectNode write(Sealed sealed) {
        SnapshotManifest manifest = sealed.manifest();
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("format_version", FORMAT_VERSION)
                .put("id", manifest.id()).put("tenant_id", manifest.tenantId()).put("domain", manifest.domain())
                .put("taken_at", manifest.takenAt().toString());
        node.set("active", tally(manifest.active()));
        node.set("deleted", tally(manifest.deleted()));
        node.put("pages", manifest.pages());
        node.set("warnings", texts(manifest.warnings()));
        Viewpoint viewpoint = manifest.viewpoint();
        node.putObject("viewpoint").put("application", viewpoint.application())
                .put("whole_tenant", viewpoint.wholeTenant()).set("permissions", texts(viewpoint.permissions()));
        node.set("completeness", texts(manifest.completeness()));
        return node.put("tries", manifest.tries()).put("sha256", sealed.seal().sha256())
                .put("lines", sealed.seal().lines());
    }

    /**
     * The manifest that was written so.
     *
     * @throws IllegalArgumentException with a sentence, when it is not understood to the last field
     */
    static Sealed read(JsonNode node) {
        StrictObject object = new StrictObject(node, "the manifest");
        String version = object.text("format_version");
        if (!version.equals(FORMAT_VERSION)) {
            throw new IllegalArgumentException("The manifest has format version " + version + "; " + FORMAT_VERSION
                    + " is understood.");
        }
        SnapshotManifest manifest = new SnapshotManifest(object.text("id"), object.text("tenant_id"),
                object.text("domain"),
                object.instant("taken_at"), tally(object.object("active")), tally(object.object("deleted")),
                Math.toIntExact(object.number("pages")), list(object, "warnings"),
                viewpoint(object.object("viewpoint")),
                list(object, "completeness"), Math.toIntExact(object.number("tries")));
        SnapshotSeal seal = new SnapshotSeal(object.text("sha256"), object.number("lines"));
        object.end();
        return new Sealed(manifest, seal);
    }

    private static ObjectNode tally(Tally tally) {
        return JsonNodeFactory.instance.objectNode().put("counted_before", tally.countedBefore())
                .put("listed", tally.listed()).put("counted_after", tally.countedAfter()).put("kept", tally.kept());
    }

    private static Tally tally(StrictObject object) {
        Tally tally = new Tally(object.number("counted_before"), object.number("listed"),
                object.number("counted_after"),
                object.number("kept"));
        object.end();
        return tally;
    }

    private static Viewpoint viewpoint(StrictObject object) {
        SortedSet<String> permissions = new TreeSet<>(object.texts("permissions"));
        Viewpoint viewpoint = new Viewpoint(object.text("application"), permissions, object.flag("whole_tenant"));
        object.end();
        return viewpoint;
    }

    /** Sentences keep their order, and one may stand twice. */
    private static List<String> list(StrictObject object, String field) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : object.array(field)) {
            if (!item.isString()) {
                throw object.wrong(field, "a list of texts");
            }
            texts.add(item.asString());
        }
        return texts;
    }

    private static ArrayNode texts(Collection<String> values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(array::add);
        return array;
    }
}
