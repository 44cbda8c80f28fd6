package dev.shisa.graph;

import dev.shisa.tenant.ServiceHealth;
import dev.shisa.tenant.TenantFailure;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads an overview of a service's health (learn.microsoft.com/graph/api/resources/servicehealth). */
final class HealthDecoder {
    /** The parts that accounts and mailboxes depend on, by the names of the overview. */
    static final Set<String> WATCHED = Set.of("Exchange Online", "Microsoft Entra", "Microsoft 365 suite");
    private static final Set<String> WELL = Set.of("serviceOperational", "serviceRestored", "falsePositive",
            "postIncidentReviewPublished");

    private HealthDecoder() {
    }

    /** The health of a part that matters here; empty for any other part. */
    static Optional<ServiceHealth> health(JsonNode row, Answer page) throws TenantFailure {
        String service = row.path("service").asString("");
        String status = row.path("status").asString("");
        if (service.isEmpty() || status.isEmpty()) {
            throw page.malformed("has a service without its name or its health");
        }
        return WATCHED.contains(service)
                ? Optional.of(new ServiceHealth(service, status, WELL.contains(status)))
                : Optional.empty();
    }
}
