package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.Role;
import dev.shisa.sandbox.directory.RoleAssignment;
import dev.shisa.sandbox.query.ListQuery;
import dev.shisa.sandbox.query.Schema;
import dev.shisa.sandbox.query.Schema.Reach;
import dev.shisa.sandbox.wire.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Directory roles: who holds them, and who may activate them. */
final class RoleReads {

    private static final Schema<RoleAssignment> ASSIGNMENTS = Schema.<RoleAssignment>named("unifiedRoleAssignment")
            .add("id", Schema.Type.TEXT, Reach.COMMON, RoleAssignment::id)
            .add("principalId", Schema.Type.TEXT, Reach.COMMON, RoleAssignment::principal)
            .add("directoryScopeId", Schema.Type.TEXT, Reach.COMMON, assignment -> "/")
            .add("roleDefinitionId", Schema.Type.TEXT, Reach.COMMON, assignment -> assignment.role().templateId())
            .build();
    private static final Schema<RoleAssignment> SCHEDULES = Schema
            .<RoleAssignment>named("unifiedRoleEligibilitySchedule")
            .add("id", Schema.Type.TEXT, Reach.COMMON, RoleAssignment::id)
            .add("principalId", Schema.Type.TEXT, Reach.COMMON, RoleAssignment::principal)
            .add("roleDefinitionId", Schema.Type.TEXT, Reach.COMMON, assignment -> assignment.role().templateId())
            .add("directoryScopeId", Schema.Type.TEXT, Reach.COMMON, assignment -> "/")
            .add("appScopeId", Schema.Type.TEXT, Reach.COMMON, assignment -> null)
            .add("createdDateTime", Schema.Type.DATE, Reach.COMMON, RoleAssignment::created)
            .add("memberType", Schema.Type.TEXT, Reach.COMMON, assignment -> "Direct")
            .add("status", Schema.Type.TEXT, Reach.COMMON, assignment -> "Provisioned").build();

    private final Directory directory;
    private final Principals principals;

    RoleReads(Directory directory, Principals principals) {
        this.directory = directory;
        this.principals = principals;
    }

    void offerOn(Routes routes) {
        String management = "roleManagement/directory/";
        routes.get("directoryRoles", Permissions.READ_ROLES, this::roles);
        routes.get("directoryRoles/{role}", Permissions.READ_ROLES,
                call -> Selected.single(call, "directoryRoles", fields(role(call))));
        routes.get("directoryRoles/{role}/members", Permissions.READ_ROLES, this::members);
        routes.get(management + "roleDefinitions", Permissions.READ_ROLES, this::definitions);
        routes.get(management + "roleDefinitions/{definition}", Permissions.READ_ROLES, this::definition);
        routes.get(management + "roleAssignments", Permissions.READ_ROLES,
                call -> assignments(call, ASSIGNMENTS, false, "roleAssignments"));
        routes.get(management + "roleEligibilitySchedules", Permissions.READ_ROLES,
                call -> assignments(call, SCHEDULES, true, "roleEligibilitySchedules"));
        routes.get(management + "roleEligibilityScheduleInstances", Permissions.READ_ROLES,
                call -> assignments(call, SCHEDULES, true, "roleEligibilityScheduleInstances"));
    }

    private Answer roles(GraphCall call) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Role role : Role.values()) {
            list.add(fields(role));
        }
        return Selected.list(call, "directoryRoles", list);
    }

    static Map<String, Object> fields(Role role) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", role.roleId());
        fields.put("description", role.description());
        fields.put("displayName", role.displayName());
        fields.put("roleTemplateId", role.templateId());
        return fields;
    }

    /** A role by its id, or by {@code roleTemplateId=…} as the alternative key. */
    private static Role role(GraphCall call) {
        String key = call.parameter("role").toLowerCase(Locale.ROOT);
        String alternative = "roletemplateid=";
        for (Role role : Role.values()) {
            if (key.equals(role.roleId()) || key.equals(alternative + role.templateId())) {
                return role;
            }
        }
        throw GraphProblem.notFound(call.parameter("role"));
    }

    private Answer members(GraphCall call) {
        Role role = role(call);
        NavigableMap<String, Principals.Principal> found = new TreeMap<>();
        for (RoleAssignment assignment : directory.roles()) {
            Principals.Principal principal = principals.find(assignment.principal());
            if (assignment.role() == role && !assignment.eligible() && principal != null) {
                found.put(assignment.principal(), principal);
            }
        }
        return principals.list(call, found);
    }

    private Answer definitions(GraphCall call) {
        call.options().offering("$select", "$filter", "$top");
        NavigableMap<String, Role> all = new TreeMap<>();
        for (Role role : Role.values()) {
            all.put(role.templateId(), role);
        }
        ListQuery<Role> query = ListQuery.of(call.options(), definitionSchema(), call.eventual(), List.of());
        return new Listing<>(call, "roleManagement/directory/roleDefinitions", query, all, null).answer();
    }

    private Answer definition(GraphCall call) {
        Role role = Role.template(call.parameter("definition"));
        if (role == null) {
            throw GraphProblem.notFound(call.parameter("definition"));
        }
        call.options().offering("$select");
        return Replies.entity(call, 200, "roleManagement/directory/roleDefinitions", definitionSchema(), role);
    }

    private static Schema<Role> definitionSchema() {
        return Schema.<Role>named("unifiedRoleDefinition").add("id", Schema.Type.TEXT, Reach.COMMON, Role::templateId)
                .add("description", Schema.Type.TEXT, Reach.COMMON, Role::description)
                .add("displayName", Schema.Type.TEXT, Reach.COMMON, Role::displayName)
                .add("isBuiltIn", Schema.Type.FLAG, Reach.COMMON, role -> true)
                .add("isEnabled", Schema.Type.FLAG, Reach.COMMON, role -> true)
                .add("templateId", Schema.Type.TEXT, Reach.COMMON, Role::templateId)
                .add("resourceScopes", Schema.Type.TEXTS, Reach.COMMON, role -> List.of("/")).build();
    }

    private Answer assignments(GraphCall call, Schema<RoleAssignment> schema, boolean eligible, String set) {
        NavigableMap<String, RoleAssignment> found = new TreeMap<>();
        for (RoleAssignment assignment : directory.roles()) {
            if (assignment.eligible() == eligible && principals.find(assignment.principal()) != null) {
                found.put(assignment.id(), assignment);
            }
        }
        ListQuery<RoleAssignment> query = ListQuery.of(call.options(), schema, call.eventual(), List.of());
        return new Listing<>(call, "roleManagement/directory/" + set, query, found, null).answer();
    }
}
