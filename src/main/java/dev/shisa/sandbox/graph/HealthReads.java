package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.wire.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /admin/serviceAnnouncement/healthOverviews}: all is well. */
final class HealthReads {

    void offerOn(Routes routes) {
        routes.get("admin/serviceAnnouncement/healthOverviews", Permissions.READ_HEALTH, this::list);
        routes.get("admin/serviceAnnouncement/healthOverviews/{service}", Permissions.READ_HEALTH, this::single);
    }

    private Answer list(GraphCall call) {
        return Selected.list(call, "admin/serviceAnnouncement/healthOverviews", overviews());
    }

    private Answer single(GraphCall call) {
        return overviews().stream().filter(one -> call.parameter("service").equals(one.get("id"))).findFirst()
                .map(one -> Selected.single(call, "admin/serviceAnnouncement/healthOverviews", one))
                .orElseThrow(() -> GraphProblem.notFound(call.parameter("service")));
    }

    private static List<Map<String, Object>> overviews() {
        return List.of(overview("Exchange", "Exchange Online"), overview("OSDPPlatform", "Microsoft 365 suite"),
                overview("microsoft365defender", "Microsoft Entra"));
    }

    private static Map<String, Object> overview(String id, String service) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("service", service);
        fields.put("status", "serviceOperational");
        fields.put("id", id);
        return fields;
    }
}
