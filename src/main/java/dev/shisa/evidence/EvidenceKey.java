package dev.shisa.evidence;

import dev.shisa.catalog.Decision;
import dev.shisa.store.Digest;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * What a rehearsal speaks for. Evidence serves a plan only when the keys are equal: another tenant, another entry of the catalog, another
 * choice, another shape, another trait of the tenant, another minor version of the program are other keys.
 *
 * @param tenantId the tenant
 * @param command noun and verb
 * @param commandDigest digest of the catalog entry
 * @param words the decided options and parameters, as typed
 * @param shape label of the shape
 * @param tenantTraits what of the whole tenant decides how commands behave, as {@code name=value} in the order of the names
 * @param version minor version of the program
 */
public record EvidenceKey(String tenantId, String command, String commandDigest, String words, String shape,
        String tenantTraits, String version) {
    /** Minor version of this program. */
    public static final String VERSION = "0.1";

    /** The key of a decision on a shape in a tenant. */
    public static EvidenceKey of(String tenantId, SortedMap<String, String> tenantTraits, Decision decision,
            String shape) {
        return new EvidenceKey(tenantId, decision.command().name(), decision.command().digest(),
                String.join(" ", decision.words()), shape,
                tenantTraits.entrySet().stream().map(trait -> trait.getKey() + "=" + trait.getValue())
                        .collect(Collectors.joining(" ")),
                VERSION);
    }

    /** A name for files. */
    public String digest() {
        return Digest.of(String.join("\n", tenantId, command, commandDigest, words, shape, tenantTraits, version));
    }
}
