package dev.shisa.operation;

import dev.shisa.evidence.Evidence;
import java.util.Map;

/**
 * What is proved about the shapes of a plan's targets.
 *
 * @param evidence evidence that counts, by shape
 * @param missing shapes that have none and for which none can be made here
 */
record EvidenceAtHand(Map<String, Evidence> evidence, int missing) {
    EvidenceAtHand {
        evidence = Map.copyOf(evidence);
    }
}
