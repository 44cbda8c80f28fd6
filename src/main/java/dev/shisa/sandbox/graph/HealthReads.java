package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.fault.Condition;
import dev.shisa.sandbox.fault.FaultDesk;
import dev.shisa.sandbox.wire.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code /admin/serviceAnnouncement/healthOverviews}: all is well, unless a condition says otherwise. */
final class HealthReads {

    private final FaultDesk faults;

    HealthReads(FaultDesk faults) {
        this.faults = faults;
    }

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

    private List<Map<String, Object>> overviews() {
        List<Map<String, Object>> overviews = new ArrayList<>();
        new TreeMap<>(Condition.ServiceHealth.SERVICES).forEach((id, service) -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("service", service);
            fields.put("status", faults.conditions().health(id));
            fields.put("id", id);
            overviews.add(fields);
        });
        return overviews;
    }
}
